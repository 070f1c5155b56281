"""The summary's figures: they add up, agree with a plain count, and are the same whatever the order and the parts."""

from collections import Counter, defaultdict
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.batch.columns import Layout
from aiassess.batch.portfolio.accumulators import MOST_LISTED
from aiassess.batch.portfolio.summary import build_portfolio
from aiassess.batch.portfolio.tally import FIGURES, Portfolio, group_of, ranks_of
from aiassess.figures import exact, one_decimal, plain_number
from aiassess.render import renderer
from aiassess.render.portfolio.types import PortfolioData
from aiassess.resources import load_schema
from support.examples import examples
from support.portfolios import (
    AS_OF,
    FIRST,
    LAYOUT,
    MADE_UP,
    REFUSAL,
    SECOND,
    built,
    cells_by_name,
    counted,
    example_summary,
    expected_numbers,
    row,
    rows,
    summary,
)
from support.schemas import Schema
from support.shapes import assert_same_shape

SCHEMA = Schema("portfolio")
RANKS = ranks_of(MADE_UP)


def parts(data):
    return {item["id"]: item for item in data["questionnaires"]}


# The same in any order and parts


@examples(30)
@given(rows(20), st.randoms(use_true_random=False), st.integers(1, 5))
def test_parts_add_up_to_the_whole(some, random, number_of_parts):
    expected = summary(some)
    shuffled = random.sample(some, len(some))
    whole = Portfolio(LAYOUT, AS_OF, RANKS)
    for place in range(number_of_parts):
        part = counted(shuffled[place::number_of_parts])
        data = part.data()
        assert built(Portfolio(LAYOUT, AS_OF, RANKS).add_data(data)) == built(part)
        assert whole.add_data(data) is whole
    assert built(whole) == expected == summary(some[::-1])


# Figures add up


@examples(30)
@given(rows())
def test_every_count_adds_up(some):
    data = summary(some)
    SCHEMA.validate(data)
    assert data["submissions"] == len(some) == data["systems"] + data["refused"]["submissions"]
    assert data["superseded"]["submissions"] == 0
    assert data["refused"]["submissions"] == sum(item["submissions"] for item in data["refused"]["errors"])
    assert data["refused"]["submissions"] == some.count(REFUSAL)
    assert data["systems"] == sum(made["systems"] for made in data["questionnaires"])
    for made in data["questionnaires"]:
        agencies = [*made["agencies"]["listed"], *([made["agencies"]["rest"]] if made["agencies"]["rest"] else [])]
        due = made["reassessment"]
        for counts in (
            [item["systems"] for item in made["levels"]],
            [item["systems"] for item in made["verdicts"]],
            [item["systems"] for item in made["statuses"]],
            [item["systems"] for item in made["kinds"]],
            [agency["systems"] for agency in agencies],
            [due[name] for name in ("overdue", "soon", "later", "no_date")],
        ):
            assert sum(counts) == made["systems"] > 0
        for level in made["levels"]:
            assert sum(level["verdicts"].values()) == sum(level["statuses"].values()) == level["systems"]
            assert level["systems"] == sum(kind["levels"][level["id"]] for kind in made["kinds"])
            assert level["systems"] == sum(agency["levels"][level["id"]] for agency in agencies)
        for verdict in made["verdicts"]:
            assert verdict["systems"] == sum(agency["verdicts"][verdict["id"]] for agency in agencies)
        assert sum(agency["overdue"] for agency in agencies) == due["overdue"]
        for agency in agencies:
            assert sum(agency["levels"].values()) == sum(agency["verdicts"].values()) == agency["systems"]
        for place, principle in enumerate(made["principles"]):
            of_agencies = [agency["principles"][place] for agency in agencies]
            assert sum(item["systems"] for item in of_agencies) == principle["systems"] <= made["systems"]
            tenths = [round(item["sum_percent"] * 10) for item in of_agencies]
            assert sum(tenths) == round(principle["sum_percent"] * 10)
        assert (
            max([0, *(item["systems"] for item in made["critical_findings"]["findings"])])
            <= (made["critical_findings"]["systems"])
        )


@examples(30)
@given(rows())
def test_figures_agree_with_a_plain_count(some):
    data = parts(summary(some))
    for questionnaire in MADE_UP:
        found = cells_by_name(some, questionnaire)
        assert bool(found) == (questionnaire.id in data)
        if not found:
            continue
        made = data[questionnaire.id]
        for name, column in (("levels", "level"), ("verdicts", "verdict"), ("statuses", "status"), ("kinds", "kind")):
            counts = Counter(cells[column] for cells in found)
            assert {item["id"]: item["systems"] for item in made[name] if item["systems"]} == counts
            for item in made[name]:
                assert item["percent"] == one_decimal(Fraction(100 * item["systems"], len(found)))
        names = Counter((cells["agency"] or "").strip().lower() for cells in found)
        assert {(item["name"] or "").lower(): item["systems"] for item in made["agencies"]["listed"]} == names
        check_principles(made, found)
        check_findings(made, found)
        check_at_work(made["at_work"], found)
        check_due(made, found)


def check_principles(made, found):
    for principle in made["principles"]:
        percents = [
            cells[f"principle_{principle['id']}"] for cells in found if cells["level"] not in ("banned", "worst")
        ]
        n, _, total = expected_numbers(percents)
        assert principle["systems"] == n
        assert Fraction(repr(principle["sum_percent"])) == total
        assert principle["mean_percent"] == (one_decimal(total / n) if n else None)
        assert principle["lowest_percent"] == min((p for p in percents if p is not None), default=None)


def check_findings(made, found):
    critical = made["critical_findings"]
    counts = Counter(name for cells in found for name in (cells["critical_findings"] or "").split())
    told = [(f"{item['question']}.{item['finding']}", item["systems"]) for item in critical["findings"]]
    assert dict(told) == counts
    assert [n for _, n in told] == sorted(counts.values(), reverse=True)
    assert critical["systems"] == sum(cells["critical_findings"] is not None for cells in found)
    assert made["findings"]["critical"] == counts.total()


def parts_of(found, column):
    """Return how many tell a part of their officers, the part, and all these officers."""
    told = [cells for cells in found if cells["officers"] is not None and cells[column] is not None]
    part, whole = (sum((exact(cells[name]) for cells in told), Fraction(0)) for name in (column, "officers"))
    return {
        "systems": len(told),
        "total": plain_number(part),
        "officers": plain_number(whole),
        "percent": one_decimal(100 * part / whole) if whole else None,
    }


def saved(found):
    """Return how many tell hours that are saved in a week, and the hours."""
    products = [
        exact(savers) * exact(cells["hours_saved"])
        for cells in found
        if cells["hours_saved"] is not None
        and (savers := cells["officers"] if cells["saving_time"] is None else cells["saving_time"]) is not None
    ]
    return {"systems": len(products), "total": plain_number(sum(products, Fraction(0)))}


def check_ministry(told, found):
    possible = [cells for cells in found if not impossible(cells)]
    assert told["systems"] == len(found)
    assert told["implausible"] == len(found) - len(possible)
    assert told["silent"] == sum(all(cells[name] is None for name in FIGURES) for cells in found)
    n, _, total = expected_numbers(cells["officers"] for cells in possible)
    assert told["officers"] == {"systems": n, "total": plain_number(total)}
    assert told["trained"] == parts_of(possible, "trained")
    assert told["saving_time"] == parts_of(possible, "saving_time")
    assert told["hours_a_week"] == saved(possible)


def impossible(cells):
    """Return whether more officers are trained or save time than there are; other bounds no made-up row breaks."""
    parts = [cells[name] for name in ("trained", "saving_time") if cells[name] is not None]
    return cells["officers"] is not None and any(part > cells["officers"] for part in parts)


def check_at_work(told, found):
    if "ministries" in told:
        by_ministry = defaultdict(list)
        for cells in found:
            by_ministry[(cells["ministry"] or "").lower()].append(cells)
        listed = {(item["name"] or "").lower(): item for item in told["ministries"]["listed"]}
        assert listed.keys() == by_ministry.keys()
        for name, some in by_ministry.items():
            check_ministry(listed[name], some)
        check_ministry(told["ministries"]["all"], found)
        assert told["ministries"]["rest"] is None
    else:
        assert not any(cells[name] for cells in found for name in ("ministry", "trained", "saving_time"))
    assert told["implausible"]["systems"] == sum(map(impossible, found))
    assert len(told["implausible"]["listed"]) == min(told["implausible"]["systems"], MOST_LISTED)
    found = [cells for cells in found if not impossible(cells)]
    for name, column in (("officers", "officers"), ("hours_per_officer", "hours_saved")):
        n, median, total = expected_numbers(cells[column] for cells in found)
        expected = {
            "systems": n,
            "median": None if median is None else plain_number(median),
            "total": plain_number(total),
        }
        assert told[name] == {**expected, "median_rounded": False}
    assert told["hours_a_week"] == {**saved(found), "plausible": True}


def check_due(made, found):
    days = [cells["reassess_due"] for cells in found]
    due = made["reassessment"]
    assert due["overdue"] == sum(day is not None and day < AS_OF for day in days) == len(made["lists"]["overdue"])
    assert due["soon"] == sum(day in ("2026-06-15", "2026-09-13") for day in days)
    assert due["no_date"] == days.count(None)
    assert due["ahead"] == sum((cells["completed_on"] or "") > AS_OF for cells in found) == len(made["lists"]["ahead"])
    for name in ("stop", "hold"):
        assert len(made["lists"][name]) == sum(cells["verdict"] == name for cells in found)


# Days


@pytest.mark.parametrize(
    ("due", "when"),
    [
        ("2026-06-14", "overdue"),
        ("2026-06-15", "soon"),
        ("2026-09-13", "soon"),
        ("2026-09-14", "later"),
        (None, "no_date"),
    ],
)
def test_the_day_itself_is_in_time(due, when):
    made = summary([row(reassess_due=due)])["questionnaires"][0]
    assert {name for name in ("overdue", "soon", "later", "no_date") if made["reassessment"][name]} == {when}


@pytest.mark.parametrize(("language", "title"), [("en", "Completed after the date"), ("ms", "Selesai selepas tarikh")])
def test_what_was_completed_after_the_day_is_flagged(language, title):
    days = [None, AS_OF, "2026-06-16", "2062-09-15", "2026-07-01"]
    made = summary([row(system=str(day), completed_on=day) for day in days], language)
    SCHEMA.validate(made)
    (of,) = made["questionnaires"]
    assert of["reassessment"]["ahead"] == 3
    assert [item["completed_on"] for item in of["lists"]["ahead"]] == ["2062-09-15", "2026-07-01", "2026-06-16"]
    assert title in renderer("md", "portfolio")(made)
    assert title not in renderer("md", "portfolio")(summary([row(completed_on=AS_OF)], language))


def test_the_last_days_of_the_calendar():
    made = summary([row(reassess_due="9999-12-31")], as_of="9999-12-01")["questionnaires"][0]
    assert made["reassessment"]["soon"] == 1
    assert summary([row(reassess_due="0001-01-01")], as_of="0001-01-02")["questionnaires"][0]["reassessment"]["overdue"]


# Lists


def systems(data, name):
    return [item["system"] for item in data["questionnaires"][0]["lists"][name]]


def test_stop_lists_the_highest_level_first():
    some = [
        row(SECOND, system="undetermined", verdict="stop", level="low", findings_critical=9, status="undetermined"),
        row(SECOND, system="banned", verdict="stop", level="banned", findings_critical=1),
        row(SECOND, system="worst", verdict="stop", level="worst"),
        row(SECOND, system="banned, worse", verdict="stop", level="banned", findings_critical=2),
    ]
    assert systems(summary(some), "stop") == ["worst", "banned, worse", "banned", "undetermined"]


def test_hold_lists_the_most_critical_findings_first():
    some = [
        row(system="blank", verdict="hold", level="high", missing=30),
        row(system="one", verdict="hold", level="low", findings_critical=1),
        row(system="three", verdict="hold", level="low", findings_critical=3),
        row(system="one, high", verdict="hold", level="high", findings_critical=1),
    ]
    assert systems(summary(some), "hold") == ["three", "one, high", "one", "blank"]


def test_lists_are_cut_and_the_counts_are_not():
    some = [row(system=f"{n:03}", verdict="hold", reassess_due=f"20{n:02}-01-01") for n in range(26)] * 3
    (made,) = summary(some)["questionnaires"]
    assert made["reassessment"]["overdue"] == made["verdicts"][2]["systems"] == 78
    assert len(made["lists"]["overdue"]) == len(made["lists"]["hold"]) == made["listed_at_most"] == MOST_LISTED
    assert [item["due"][:4] for item in made["lists"]["overdue"][:4]] == ["2000", "2000", "2000", "2001"]


# Many agencies


def test_agencies_beyond_the_limit_are_counted_together(monkeypatch):
    monkeypatch.setattr("aiassess.batch.portfolio.agencies.MOST_AGENCIES", 3)
    some = [row(agency=f"Agency {n % 10}", principle_fair=10) for n in range(25)] + [row(agency=None)]
    data = summary(some)
    SCHEMA.validate(data)
    agencies = data["questionnaires"][0]["agencies"]
    assert len(agencies["listed"]) == 3
    assert agencies["listed"][-1]["name"] is None
    assert agencies["rest"]["systems"] + sum(agency["systems"] for agency in agencies["listed"]) == 26
    assert agencies["rest"]["principles"][0]["sum_percent"] == 10 * agencies["rest"]["systems"]
    assert summary(some[::-1]) == data


# Questionnaires


def test_major_versions_are_told_apart():
    assert group_of("alpha", "1.2.0") == group_of("alpha", "1.0.0") == "alpha 1"
    assert group_of("alpha", "10.0.0") == "alpha 10"
    older = row(version="1.0.0")
    (made,) = summary([row(), older])["questionnaires"]
    assert (made["version"], made["systems"]) == ("1.2.0", 2)


def test_each_questionnaire_has_its_own_levels_and_principles():
    data = parts(summary([row(), row(SECOND), row(SECOND)]))
    assert [level["id"] for level in data["beta"]["levels"]] == ["low", "banned", "worst"]
    assert [item["id"] for item in data["alpha"]["principles"]] == ["fair", "safe"]
    assert (data["alpha"]["systems"], data["beta"]["systems"]) == (1, 2)


def test_nothing_but_refusals():
    data = summary([REFUSAL])
    SCHEMA.validate(data)
    assert data["questionnaires"] == []
    assert data["refused"] == {"submissions": 1, "errors": [{"code": "json_syntax", "submissions": 1}]}


def test_the_examples():
    for lang, level in (("ms", "Risiko Terhad"), ("en", "Limited risk"), (None, "Risiko Terhad")):
        data = example_summary(lang)
        SCHEMA.validate(data)
        (made,) = data["questionnaires"]
        assert made["levels"][1]["title"] == level
        assert {item["id"]: item["systems"] for item in made["levels"]} == {
            "minimal": 3,
            "limited": 6,
            "high": 9,
            "prohibited": 3,
        }
        assert {item["system"] for item in made["lists"]["stop"]} == {"Good Citizen Points (Mata Warga Contoh)"}


def test_a_language_that_a_questionnaire_lacks_is_its_default():
    data = built(counted([row()]), "ms")
    assert data["language"] == "ms"
    assert data["questionnaires"][0]["language"] == "en"


def test_a_questionnaire_that_tells_no_kind_and_no_principles():
    from support.tiny import inherent, tiny

    plain = tiny(inherent(), id="plain")
    layout = Layout([plain])
    names = [column.name for column in layout.judged]
    values = dict(zip([column.name for column in LAYOUT.judged], row(FIRST), strict=True))
    values |= {"questionnaire": "plain", "version": plain.version, "agency": None}
    portfolio = Portfolio(layout, AS_OF, ranks_of([plain]))
    portfolio.add(tuple(values.get(name) for name in names))
    (made,) = build_portfolio(portfolio, [plain])["questionnaires"]
    assert made["kinds"] == made["principles"] == []
    assert [agency["name"] for agency in made["agencies"]["listed"]] == [None]


def test_controls_of_what_must_stop_are_in_no_mean():
    some = [row(SECOND, principle_safe=20), row(SECOND, level="banned", verdict="stop", principle_safe=100)]
    (made,) = summary(some)["questionnaires"]
    safe = next(item for item in made["principles"] if item["id"] == "safe")
    assert (safe["systems"], safe["mean_percent"], safe["lowest_percent"]) == (1, 20, 20)
    assert made["systems"] == 2


@pytest.mark.parametrize("language", ["en", "ms"])
def test_figures_that_cannot_be_are_flagged_and_no_headline(language):
    odd = [row(officers=2_000_001, hours_saved=1), row(officers=5, hours_saved=60.5), row(officers=-1)]
    (made,) = summary([*odd, row(officers=10, hours_saved=2)])["questionnaires"]
    assert made["at_work"]["hours_a_week"] == {"systems": 1, "total": 20, "plausible": True}
    assert made["at_work"]["officers"]["total"] == 10
    assert made["at_work"]["implausible"]["systems"] == 3
    many = summary([*odd, *[row(officers=2_000_000, hours_saved=40)] * 2], language)
    assert not many["questionnaires"][0]["at_work"]["hours_a_week"]["plausible"]
    text = renderer("md", "portfolio")(many)
    headline, flags = {
        "en": ("Hours saved:", ("Offices left out because their figures cannot be right", "Do not quote it.")),
        "ms": ("Jam yang dijimatkan:", ("angkanya tidak munasabah", "Jangan petik angka ini.")),
    }[language]
    assert headline not in text
    assert all(flag in text for flag in flags)
    assert headline in renderer("md", "portfolio")(summary([row(officers=10, hours_saved=2)], language))


def test_units_whose_figures_cannot_be_are_listed_with_them():
    some = [
        row(system="Too many trained", officers=5, trained=6, ministry="East"),
        row(system="Too many save", agency=None, officers=5, saving_time=7.5, hours_saved=3),
        row(system="No officers told", trained=6),
        row(system="Fine", officers=4, trained=2, saving_time=1, hours_saved=8),
    ]
    (made,) = summary(some)["questionnaires"]
    told = made["at_work"]
    SCHEMA.validate(summary(some))
    assert [
        (item["system"], item["ministry"], item["figures"]["trained"]) for item in told["implausible"]["listed"]
    ] == [
        ("Too many save", None, None),
        ("Too many trained", "East", 6),
    ]
    assert told["implausible"]["listed"][0]["figures"]["saving_time"] == 7.5
    assert told["hours_a_week"]["total"] == 8  # one officer saves time, not four
    assert told["ministries"]["all"]["trained"] == {"systems": 1, "total": 2, "officers": 4, "percent": 50}
    text = renderer("md", "portfolio")(summary(some))
    assert "| Too many trained | North | 5 | 6 |" in text
    assert "2 of 4 (50%), as reported for 1 of the offices" in text


def test_ministries_beyond_the_limit_are_counted_together(monkeypatch):
    monkeypatch.setattr("aiassess.batch.portfolio.summary.MOST_LISTED", 3)
    some = [row(ministry=f"Ministry {n % 10}", officers=2, trained=1) for n in range(25)] + [row()]
    data = summary(some)
    SCHEMA.validate(data)
    made = data["questionnaires"][0]["at_work"]["ministries"]
    assert [item["name"] for item in made["listed"]] == ["Ministry 0", "Ministry 1", "Ministry 2", None]
    assert made["rest"]["trained"] == {"systems": 16, "total": 16, "officers": 32, "percent": 50}
    assert made["all"]["systems"] == 26
    assert made["all"]["silent"] == made["listed"][-1]["silent"] == 1
    assert "| Other ministries | 16 |" in renderer("md", "portfolio")(data)
    assert summary(some[::-1]) == data


def test_figures_that_cannot_be_add_up_however_the_rows_are_parted():
    some = [row(officers=n * 10**6, hours_saved=3) for n in range(6)] + [row(SECOND, level="worst", principle_safe=9)]
    halves = counted(some[:3]).add_data(counted(some[3:]).data())
    assert built(halves) == built(counted(some))


def test_the_type_and_the_schema_say_the_same():
    assert_same_shape(PortfolioData, load_schema("portfolio"))
