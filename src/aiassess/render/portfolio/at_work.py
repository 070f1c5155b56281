"""The part of a summary about officers, their training and the hours that they save (docs/batch.md#at-work)."""

from collections.abc import Iterator
from typing import Literal

from aiassess.figures import exact
from aiassess.render.outline import Block, Paragraph, Row, Said, Section, Table, strong
from aiassess.render.portfolio import types as t
from aiassess.render.portfolio.at_work_types import AtWork, Figure, MinistrySums, PartData
from aiassess.render.portfolio.tables import columns
from aiassess.render.portfolio.words import PortfolioWords


def at_work(w: PortfolioWords, made: t.QuestionnaireSums) -> Section:
    told = made["at_work"]
    officers, hours, week = told["officers"], told["hours_per_officer"], told["hours_a_week"]
    body: list[Block] = [*_odd(w, told)]
    if officers["systems"] + hours["systems"]:
        rows = [
            (
                w("figure_officers" if "ministries" in told else "officers"),
                *map(w.number, (officers["systems"], officers["median"], officers["total"])),
            ),
            *((w(name), w.number(part["systems"]), "", _part(w, part)) for name, part in _parts(told)),
            (w("hours_per_officer"), *map(w.number, (hours["systems"], hours["median"])), ""),
            (w("hours_a_week"), w.number(week["systems"]), "", w.number(week["total"])),
        ]
        heads = columns(w.report("measure"), w("told_by"), w("median"), w("total"))
        if not week["plausible"]:
            bounds = {"officers": w.number(told["implausible"]["most_officers"])}
            body.insert(0, Paragraph(w("week_implausible", **bounds, hours=told["implausible"]["most_hours"])))
        body = [Paragraph(w("at_work_why")), Table(heads, list(map(Row, rows))), *body]
    elif not body:
        body = [Paragraph(w("none_at_work"))]
    body += _ministries(w, told)
    rough = officers["median_rounded"] or hours["median_rounded"]
    return Section(w("at_work"), body, "at_work", [w("median_rounded")] if rough else [])


def shares_told(w: PortfolioWords, told: AtWork, key: str) -> Iterator[tuple[str, str]]:
    """Yield the shares of officers who are trained and who save time, if a system tells them; ``key``: in which words."""
    for name, part in _parts(told):
        if part["percent"] is not None:
            yield name, w(key, part=_part(w, part), n=w.number(part["systems"]))


def _parts(told: AtWork) -> Iterator[tuple[Literal["trained", "saving_time"], PartData]]:
    if "ministries" in told:
        all_ = told["ministries"]["all"]
        yield from (("trained", all_["trained"]), ("saving_time", all_["saving_time"]))


def _part(w: PortfolioWords, part: PartData) -> str:
    if part["percent"] is None:
        return "–"
    percent = w.percent(100 * exact(part["total"]) / exact(part["officers"]))
    return w("part", n=w.number(part["total"]), all=w.number(part["officers"]), percent=percent)


def _odd(w: PortfolioWords, told: AtWork) -> Iterator[Block]:
    """Yield the systems whose figures cannot be."""
    odd = told["implausible"]
    if not odd["systems"]:
        return
    bounds = {"officers": w.number(odd["most_officers"]), "hours": w.number(odd["most_hours"])}
    yield Paragraph(w("implausible", n=w.number(odd["systems"]), **bounds))
    names: list[Figure] = ["officers", *(name for name, _ in _parts(told)), "hours_saved"]
    heads = columns(w("system"), w.report("agency"), *(w(f"figure_{name}") for name in names), words=2)
    yield Table(
        heads,
        [
            Row((w.name(item["system"]), w.name(item["agency"]), *(w.number(item["figures"][name]) for name in names)))
            for item in odd["listed"]
        ],
    )
    if len(odd["listed"]) < odd["systems"]:
        yield Paragraph(w("listed", listed=len(odd["listed"]), all=w.number(odd["systems"])))


def _ministries(w: PortfolioWords, told: AtWork) -> Iterator[Block]:
    """Yield the table by ministry, if the questionnaire asks for it."""
    if "ministries" not in told:
        return
    made = told["ministries"]
    rows = [(w.name(item["name"]), item) for item in made["listed"]]
    rows += [(w("other_ministries"), made["rest"])] if made["rest"] else []

    def row(name: Said, of: MinistrySums) -> Row:
        counts = (of["systems"], of["silent"], of["implausible"], of["officers"]["total"])
        parts = (_part(w, of["trained"]), _part(w, of["saving_time"]))
        week = w("week_cell", hours=w.number(of["hours_a_week"]["total"]), n=w.number(of["hours_a_week"]["systems"]))
        return Row((name, *map(w.number, counts), *parts, week if of["hours_a_week"]["systems"] else "–"))

    names = (
        "ministry",
        "systems",
        "silent",
        "left_out",
        "figure_officers",
        "trained",
        "saving_time",
        "hours_a_week_short",
    )
    yield Paragraph(w("ministries_why"))
    yield Table(columns(*map(w, names)), [row(*item) for item in rows], foot=row(strong(w("all")), made["all"]))
