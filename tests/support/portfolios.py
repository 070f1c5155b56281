"""Rows and summaries of a batch: made up for properties, and of the examples with variations for whole outputs."""

import json
import statistics
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from aiassess import load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.batch.columns import Layout
from aiassess.batch.portfolio.summary import build_portfolio
from aiassess.batch.portfolio.tally import Portfolio, ranks_of
from aiassess.scoring.result import STATUSES, VERDICTS
from support.editions import ANSWERS
from support.tiny import control, inherent, tiny

ROLES = {"system": "name", "agency": "office", "kind": "sort", "officers": "people", "hours_saved": "hours"}
OF_UNITS = {"ministry": "ministry", "trained": "trained", "saving_time": "saving"}
UNITS = {"one": "office", "many": "offices"}


GUARD = [{"id": "f3", "on": ["no"], "severity": "critical"}, {"id": "f4", "on": ["half"], "severity": "minor"}]
MOMENTS = [
    None,
    "2026-01-01T00:00:00Z",
    "2026-01-01T00:00:00+00:00",
    "2026-01-01T08:30:00+08:00",
    "2026-01-01T00:29:59Z",
]


def _questionnaire(name, version, levels, principles, more=(), **top):
    return tiny(
        {"id": "name"},
        {"id": "office"},
        {"id": "sort", "options": {"old": 0, "new": 0}},
        {"id": "people", "type": "number"},
        {"id": "hours", "type": "number"},
        {"id": "ministry"},
        {"id": "trained", "type": "number"},
        {"id": "saving", "type": "number"},
        inherent("harm", findings=[{"id": f"f{n}", "on": ["all"], "severity": "critical"} for n in (1, 2)]),
        control("guard", principles=principles, findings=GUARD),
        id=name,
        version=version,
        levels=levels,
        subject=ROLES | dict(more),
        **top,
    )


FIRST = _questionnaire(
    "alpha", "1.2.0", [{"id": "low", "up_to_percent": 50}, {"id": "high"}], ["fair", "safe"], OF_UNITS, assesses=UNITS
)
SECOND = _questionnaire(
    "beta", "3.0.1", [{"id": "low"}, {"id": "banned", "stop": True}, {"id": "worst", "stop": True}], ["safe", "open"]
)
MADE_UP = (FIRST, SECOND)
LAYOUT = Layout(MADE_UP)
AS_OF = "2026-06-15"
FINDINGS = ["harm.f1", "harm.f2", "guard.f3"]
REFUSAL = LAYOUT.refusal("json_syntax", "1:1", "Not JSON.")


@st.composite
def rows(draw, most=12):
    """Return rows of two questionnaires, some of them refused."""
    return draw(st.lists(st.just(REFUSAL) | _row(), max_size=most))


@st.composite
def _row(draw):
    questionnaire = draw(st.sampled_from(MADE_UP))
    critical = draw(st.lists(st.sampled_from(FINDINGS), unique=True))
    others = draw(st.sampled_from([[], ["guard.f4"]]))
    percents = st.none() | st.integers(0, 1000).map(lambda n: n // 10 if n % 10 == 0 else n / 10)
    tags = [tag.id for tag in questionnaire.principles]
    return row(
        questionnaire,
        status=draw(st.sampled_from(STATUSES)),
        level=draw(st.sampled_from([level.id for level in questionnaire.levels])),
        verdict=draw(st.sampled_from(VERDICTS)),
        system=draw(st.sampled_from(["A", "B", None])),
        agency=draw(st.sampled_from(["North", "NORTH ", "nOrth", "South", "Ost", None])),
        kind=draw(st.sampled_from(["old", "new", None])),
        reassess_due=draw(
            st.sampled_from([None, "2026-06-14", "2026-06-15", "2026-09-13", "2026-09-14", "2020-01-01"])
        ),
        officers=draw(st.none() | st.integers(0, 40) | st.sampled_from([0.1, 2.5])),
        hours_saved=draw(st.none() | st.sampled_from([0, 0.1, 0.2, 2.5, 3, 7.25])),
        findings_critical=len(critical),
        critical_findings=" ".join(sorted(critical)) or None,
        findings=" ".join(sorted([*critical, *others])) or None,
        findings_minor=len(others),
        completed_at=draw(st.sampled_from(MOMENTS)),
        completed_on=draw(st.sampled_from([None, "0001-01-01", AS_OF, "2026-06-16", "9999-12-31"])),
        missing=draw(st.integers(0, 3)),
        **{f"principle_{tag}": draw(percents) for tag in tags},
        **(draw(_OF_UNITS) if questionnaire is FIRST else {}),
    )


_OF_UNITS = st.fixed_dictionaries(
    {
        "ministry": st.sampled_from([None, "East", "EAST", "West"]),
        "trained": st.none() | st.integers(0, 40) | st.just(1.5),
        "saving_time": st.none() | st.integers(0, 40),
    }
)


def row(questionnaire=FIRST, **cells):
    """Return the judge's cells of a system; what is left out is harmless."""
    values = {
        "status": "complete",
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "system": "A",
        "agency": "North",
        "level": "low",
        "verdict": "ready",
        "missing": 0,
        "edition": f"{questionnaire.id}@{questionnaire.version}",
        **{f"findings_{severity}": 0 for severity in ("critical", "major", "minor")},
        **cells,
    }
    return tuple(values.get(column.name) for column in LAYOUT.judged)


def counted(some, as_of=AS_OF, questionnaires=MADE_UP, layout=LAYOUT):
    """Return what is counted of rows in one go."""
    portfolio = Portfolio(layout, as_of, ranks_of(questionnaires))
    for cells in some:
        portfolio.add(cells)
    return portfolio


def built(portfolio, lang=None, questionnaires=MADE_UP, rounds=None):
    """Return the summary."""
    return build_portfolio(portfolio, questionnaires, lang, rounds)


def summary(some, lang=None, as_of=AS_OF):
    """Return the summary of rows of the made-up questionnaires."""
    return built(counted(some, as_of), lang)


def cells_by_name(some, questionnaire):
    """Return the rows of a questionnaire as mappings."""
    names = [column.name for column in LAYOUT.judged]
    found = [dict(zip(names, cells, strict=True)) for cells in some]
    return [cells for cells in found if cells["questionnaire"] == questionnaire.id]


def expected_numbers(values):
    """Return count, median and total the plain way, on exact numbers."""
    numbers = [Fraction(repr(value)) for value in values if value is not None]
    return len(numbers), statistics.median(numbers) if numbers else None, sum(numbers)


# The examples

VARIATIONS = [
    {},
    {"agency_name": "  AGENSI  perkhidmatan contoh ", "officers_using": 12, "completed": "2026-01-20"},
    {"agency_name": "Jabatan Khidmat Contoh", "hours_saved": 1.25, "completed": "2025-02-28"},
]


@cache
def example_rows():
    """Return the rows of every example and its variations, and two that were refused."""
    questionnaire = load_questionnaire("gpaisa@1.0.0")
    layout = Layout([questionnaire])
    found = [layout.refusal("json_syntax", "", ""), layout.refusal("answers_unknown_questionnaire", "", "")]
    for file in sorted(ANSWERS.glob("*.json")):
        for variation in VARIATIONS:
            data = json.loads(file.read_text(encoding="utf-8"))
            changed = {name: {"value": value} for name, value in variation.items() if name != "completed"}
            data["answers"] |= changed if file.stem != "empty" else {}
            if "completed" in variation and "completed_at" in data["about"]:
                data["about"]["completed_at"] = f"{variation['completed']}T12:00:00+08:00"
                data["about"].pop("started_at", None)
            answers = check_answers(data, questionnaire, file.name)
            found.append(layout.cells(score(questionnaire, answers)))
    return questionnaire, layout, tuple(found)


def example_summary(lang, as_of="2026-11-22"):
    """Return the summary of ``example_rows``."""
    questionnaire, layout, some = example_rows()
    return built(counted(some, as_of, [questionnaire], layout), lang, [questionnaire])
