"""The HTML summary of a batch in a real browser: reachable for everybody, on any screen and on paper."""

from functools import cache
from itertools import cycle, islice

import pytest
from test_html_in_browser import LOOKS, luminance, sheets, squeezed, violations

from aiassess.render import renderer
from support.each import tiers
from support.hostile import STRINGS
from support.portfolios import REFUSAL, SECOND, example_summary, row, summary
from support.rounds import NOW, THEN, compared


@cache
def page_of(name, language="en"):
    """Return the page of a summary: of the examples; "hostile": of many agencies with names as bad as may be."""
    if name == "examples":
        return renderer("html", "portfolio")(example_summary(language))
    if name == "rounds":
        return renderer("html", "portfolio")(compared(THEN, NOW, language)[0])
    if name == "hostile rounds":
        then, now = ([row(agency=text, system=text[n:], principle_fair=n) for text in STRINGS] for n in (0, 1))
        return renderer("html", "portfolio")(compared(then, now, language)[0])
    if name == "empty":
        return renderer("html", "portfolio")(summary([REFUSAL], language))
    names = list(islice(cycle(STRINGS), 90)) if name == "hostile" else [f"Agency {n}" for n in range(90)]
    some = [
        row(
            agency=text,
            system=text,
            principle_fair=n * 37 % 100,
            level=("low", "high")[n % 2],
            verdict=("stop", "hold")[n % 2],
            reassess_due="2026-01-01",
            findings_critical=1,
            critical_findings="harm.f1",
        )
        for n, text in enumerate(names)
    ]
    return renderer("html", "portfolio")(summary([*some, row(SECOND, system=names[0])], language))


LOOKED_AT = tiers(
    fast=[("examples", "ms", "light"), ("empty", "en", "dark and narrow"), ("rounds", "ms", "light")],
    deep=[
        *(("examples", "en", "dark and narrow"), ("hostile", "ms", "paper"), ("empty", "en", "dark")),
        *(("rounds", "en", "dark and narrow"), ("hostile rounds", "en", "paper")),
    ],
)


@pytest.mark.parametrize(("name", "language", "look"), LOOKED_AT)
def test_axe_finds_nothing(visit, axe, name, language, look):
    with visit(page_of(name, language), **LOOKS[look]) as page:
        assert violations(page, axe) == []


@pytest.mark.deep
@pytest.mark.parametrize("name", ["examples", "hostile", "rounds", "hostile rounds"])
def test_only_tables_scroll_sideways(visit, name):
    with visit(page_of(name), width=320) as page:
        assert page.evaluate("() => document.documentElement.scrollWidth") == 320
        # Where one does, the keyboard can move it.
        reachable = "() => [...document.querySelectorAll('.sideways')].every(item => item.tabIndex === 0)"
        assert page.evaluate(reachable)


@pytest.mark.deep
@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_shade_of_the_heat_map_has_contrast(visit, look):
    colours = "item => [getComputedStyle(item).backgroundColor, getComputedStyle(item).color]"
    with visit(page_of("many"), **LOOKS[look]) as page:
        found = set(map(tuple, page.evaluate(f"() => [...document.querySelectorAll('[class*=heat-]')].map({colours})")))
    assert len(found) == 4
    for ground, text in found:
        low, high = sorted([luminance(ground), luminance(text)])
        assert (high + 0.05) / (low + 0.05) >= 4.5, (ground, text)


def test_bars_are_as_long_as_their_counts(visit):
    """The parts of a row's bar have the shades of its columns, and together they are as long as its number of systems."""
    with visit(page_of("examples")) as page:
        rows = page.evaluate("""() => [...document.querySelectorAll('.part-levels tbody tr')].map(row => [
            row.querySelector('td').textContent,
            [...row.querySelectorAll('rect')].map(part => part.getBoundingClientRect().width)])""")
    lengths = [(int(systems), sum(parts)) for systems, parts in rows]
    longest = max(systems for systems, _ in lengths)
    full = max(length for _, length in lengths)
    assert [systems for systems, _ in lengths] == [3, 9, 6, 3]
    for systems, length in lengths:
        assert length == pytest.approx(full * systems / longest, abs=3)


@pytest.mark.deep
def test_paper(visit):
    """Every row is on paper, no table is cut off at the edge, and each sheet says whose the edition is."""
    with visit(page_of("examples", "ms")) as page:
        _, texts = sheets(page.pdf(prefer_css_page_size=True))
    for number, text in enumerate(texts, 1):
        assert f"{number}/{len(texts)}" in text
        assert "Tidakrasmi·PenggunaanAI:ringkasanportfolio·Setakat2026-11-22" in text
    whole = "".join(texts)
    for word in ("Kelestarian", "Lewat", "GoodCitizenPoints(MataWargaContoh)", squeezed("Cara angka ini dikira")):
        assert word in whole
