"""The columns of a batch's results: one row a submission (docs/batch.md#columns).

A row is a tuple in the order of ``Layout.columns``: source and line, then what the judge says (``Layout.cells`` or
``Layout.refusal``), then the digest of the bytes submitted. None means "nothing".
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import itemgetter
from typing import Any, Literal, Protocol, cast

from aiassess.figures import add_months, one_decimal
from aiassess.model.levels import LocalText
from aiassess.model.questionnaire import SEVERITIES, Questionnaire
from aiassess.questionnaire.shipped import DEFAULT, version_key
from aiassess.scoring.result import Assessment, Score, TagScore

Cell = str | int | float | None
Cells = tuple[Cell, ...]

REFUSED = "refused"
"""The status of a submission that could not be read or is not valid."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; dates are ``YYYY-MM-DD``. ``of``: its cell for a submission that could be scored.

    ``share_of``: the title of the principle or actor whose share it is.
    """

    name: str
    of: Callable[[Assessment], Cell] = lambda _: None
    type: Literal["text", "integer", "number", "date"] = "text"
    share_of: LocalText | None = None


class Columns(Protocol):
    """The columns of a table."""

    @property
    def columns(self) -> tuple[Column, ...]: ...


class Layout:
    """The columns of a run over some questionnaires: those that all share, and a share for every principle and actor."""

    def __init__(self, questionnaires: Iterable[Questionnaire]) -> None:
        known = sorted(questionnaires, key=lambda q: (q.id != DEFAULT, q.id))  # columns keep their order
        principles = {tag.id: tag.title for q in known for tag in q.principles}
        actors = {tag.id: tag.title for q in known for tag in q.actors}
        self.principles = tuple(principles)
        new_since = any(has_later_questions(q) for q in known)
        self.judged = tuple(_judged(principles, actors, new_since=new_since))
        """The columns of ``cells`` and ``refusal``."""
        self.columns = (Column("source"), Column("line", type="integer"), *self.judged, Column("digest"))

    @property
    def names(self) -> frozenset[str]:
        """By these ``narrowed`` gives it in another process."""
        return frozenset(column.name for column in self.columns)

    def getter(self, *names: str) -> Callable[[Cells], tuple[Any, ...]]:
        """Return what gives these cells of a row, at least two of them."""
        return itemgetter(*map([column.name for column in self.columns].index, names))

    def refusal(self, code: str, place: str, message: str) -> Cells:
        told = (REFUSED, code, place, message)
        return (*told, *(None,) * (len(self.judged) - len(told)))

    def cells(self, assessment: Assessment, report_digest: str | None = None) -> Cells:
        """Return the judge's cells for an assessment. This is their definition: a faster way must give the same.

        ``report_digest``: that of the report, if the submission is one.
        """
        return (*(column.of(assessment) for column in self.judged[:-1]), report_digest)


@lru_cache(maxsize=8)
def narrowed(layout: Layout, names: frozenset[str]) -> Layout:
    """Return a layout with some of another's columns, in their order; the source, the line and both digests among them."""
    some = copy(layout)
    some.columns = tuple(column for column in layout.columns if column.name in names)
    some.judged = some.columns[2:-1]
    return some


def _judged(
    principles: Mapping[str, LocalText], actors: Mapping[str, LocalText], *, new_since: bool
) -> Iterator[Column]:
    yield Column("status", lambda a: a.status)
    yield from map(Column, ("error_code", "error_place", "error_message"))
    yield Column("questionnaire", lambda a: a.questionnaire.id)
    yield Column("version", lambda a: a.answers.questionnaire_version)
    yield from (Column(role, partial(_stated, role)) for role in ("system", "agency", "kind"))
    yield Column("completed_on", _day, "date")
    yield Column("level", lambda a: a.level.id)
    yield Column("level_low", lambda a: a.level_range[0].id)
    yield Column("level_high", lambda a: a.level_range[1].id)
    yield Column("verdict", lambda a: a.verdict)
    yield Column("reassess_due", _due, "date")
    yield from _score("inherent", lambda a: a.inherent)
    yield from _score("controls", lambda a: a.controls)
    yield from _score("residual", lambda a: a.residual)
    yield Column("credit_percent", lambda a: one_decimal(a.credit.percent), "number")
    for tag, title in principles.items():
        yield Column(f"principle_{tag}", partial(_share, tag, lambda a: a.principles), "number", title)
    for tag, title in actors.items():
        yield Column(f"actor_{tag}", partial(_share, tag, lambda a: a.actors), "number", title)
    for severity in SEVERITIES:
        yield Column(f"findings_{severity}", partial(_findings, severity), "integer")
    yield Column("critical_findings", partial(_open, ("critical",)))
    yield Column("missing", lambda a: len(_missing(a, new=False)), "integer")
    yield Column("missing_questions", lambda a: " ".join(_missing(a, new=False)) or None)
    if new_since:
        yield Column("new_since", lambda a: " ".join(_missing(a, new=True)) or None)
    yield from (
        Column(role, partial(_stated, role), "number") for role in ("officers", "hours_saved", "trained", "saving_time")
    )
    yield Column("edition", lambda a: f"{a.questionnaire.id}@{a.questionnaire.version}")
    yield Column("completed_at", lambda a: a.answers.about.completed_at)
    yield Column("findings", partial(_open, SEVERITIES))
    yield Column("revises", lambda a: a.answers.about.revises)
    yield Column("ministry", partial(_stated, "ministry"))
    yield Column("reference", lambda a: a.answers.about.reference)
    yield Column("report_digest")


def _score(name: str, score: Callable[[Assessment], Score | None]) -> Iterator[Column]:
    def part(of: Callable[[Score], Cell], assessment: Assessment) -> Cell:
        found = score(assessment)
        return of(found) if found else None

    yield Column(f"{name}_points", partial(part, lambda s: s.points), "integer")
    yield Column(f"{name}_maximum", partial(part, lambda s: s.maximum), "integer")
    yield Column(f"{name}_percent", partial(part, lambda s: s.stated), "number")


def has_later_questions(questionnaire: Questionnaire) -> bool:
    """Return whether a question is newer than the first version that could have been answered: MAJOR.0.0."""
    first = (version_key(questionnaire.version)[0], 0, 0)
    return any(question.since and version_key(question.since) > first for question in questionnaire.questions)


def _missing(assessment: Assessment, *, new: bool) -> list[str]:
    """Return the missing questions that the version answered did (or did not: ``new``) ask."""
    return [name for name in assessment.missing if _is_new(assessment, name) == new]


def _is_new(assessment: Assessment, name: str) -> bool:
    """Return whether a question that is not answered was not asked yet in the version that was."""
    mark = assessment.marks[name]
    answered = assessment.answers.questionnaire_version
    since = mark.question.since
    return bool(since and mark.answer.status == "unanswered" and version_key(since) > version_key(answered))


def _stated(role: str, assessment: Assessment) -> Cell:
    """Return the answer to the question that tells this part of the subject, if it applies."""
    name = assessment.questionnaire.subject.get(role)
    mark = assessment.marks.get(name) if name else None
    return cast("Cell", mark.answer.value) if mark else None


def _day(assessment: Assessment) -> str | None:
    completed = assessment.answers.about.completed_at
    return completed[:10] if completed else None


def _due(assessment: Assessment) -> str | None:
    day, months = _day(assessment), assessment.level.reassess_months
    return add_months(day, months) if day and months else None


def _share(tag: str, shares: Callable[[Assessment], Sequence[TagScore]], assessment: Assessment) -> float | None:
    score = next((share.score for share in shares(assessment) if share.tag == tag), None)
    return score.stated if score else None


def _findings(severity: str, assessment: Assessment) -> int:
    return sum(item.finding.severity == severity for item in assessment.findings)


def _open(severities: Sequence[str], assessment: Assessment) -> str | None:
    """Return the names of the findings of these severities."""
    found = [item for item in assessment.findings if item.finding.severity in severities]
    return " ".join(sorted(f"{item.question.id}.{item.finding.id}" for item in found)) or None
