"""The columns of a batch's results: one row a submission (docs/batch.md#columns).

A row is a tuple in the order of ``Layout.columns``: source and line, then what the judge says (``Layout.cells`` or
``Layout.refusal``), then the digest of the bytes submitted. None stands for "nothing".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from aiassess.figures import add_months, one_decimal
from aiassess.model.questionnaire import SEVERITIES
from aiassess.questionnaire.shipped import version_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.model.questionnaire import Questionnaire
    from aiassess.scoring.result import Assessment, Score

Type = Literal["text", "integer", "number", "date"]
Cell = str | int | float | None
Cells = tuple[Cell, ...]

REFUSED = "refused"
"""The status of a submission that could not be read or is not valid."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; dates are ``YYYY-MM-DD``."""

    name: str
    type: Type = "text"


_SCORE_PARTS: tuple[tuple[str, Type], ...] = (("points", "integer"), ("maximum", "integer"), ("percent", "number"))
_HEAD = (Column("source"), Column("line", "integer"))
_ERROR = (Column("status"), Column("error_code"), Column("error_place"), Column("error_message"))
_SUBJECT = (
    Column("questionnaire"),
    Column("version"),
    Column("system"),
    Column("agency"),
    Column("kind"),
    Column("completed_on", "date"),
)
_RESULT = (
    Column("level"),
    Column("level_low"),
    Column("level_high"),
    Column("verdict"),
    Column("reassess_due", "date"),
    *(Column(f"{score}_{part}", kind) for score in ("inherent", "controls", "residual") for part, kind in _SCORE_PARTS),
    Column("credit_percent", "number"),
)
_REST = (
    *(Column(f"findings_{severity}", "integer") for severity in SEVERITIES),
    Column("critical_findings"),
    Column("missing", "integer"),
    Column("missing_questions"),
)
_NEW_SINCE = Column("new_since")
_AT_WORK = (Column("officers", "number"), Column("hours_saved", "number"))
_TAIL = (Column("digest"),)


class Layout:
    """The columns of a run over some questionnaires: those that all share, and a share for every principle and actor."""

    def __init__(self, questionnaires: Iterable[Questionnaire]) -> None:
        known = sorted(questionnaires, key=lambda q: q.id)
        self.principles = tuple(dict.fromkeys(tag.id for q in known for tag in q.principles))
        self.actors = tuple(dict.fromkeys(tag.id for q in known for tag in q.actors))
        tags = [f"principle_{tag}" for tag in self.principles] + [f"actor_{tag}" for tag in self.actors]
        self.columns: tuple[Column, ...] = (
            *_HEAD,
            *_ERROR,
            *_SUBJECT,
            *_RESULT,
            *(Column(name, "number") for name in tags),
            *_REST,
            *([_NEW_SINCE] if any(has_later_questions(q) for q in known) else []),
            *_AT_WORK,
            *_TAIL,
        )
        self.judged = self.columns[len(_HEAD) : -len(_TAIL)]
        """The columns of ``cells`` and ``refusal``."""
        self._empty = (None,) * (len(self.columns) - len(_HEAD) - len(_ERROR) - len(_TAIL))

    def refusal(self, code: str, place: str, message: str) -> Cells:
        """Return the judge's cells for a submission that was refused."""
        return (REFUSED, code, place, message, *self._empty)

    def cells(self, assessment: Assessment) -> Cells:
        """Return the judge's cells for an assessment. This is their definition: a faster way must give the same."""
        a, q = assessment, assessment.questionnaire
        completed = a.answers.about.completed_at
        day = completed[:10] if completed else None
        months = a.level.reassess_months
        shares = {("p", t.tag): t.score for t in a.principles} | {("a", t.tag): t.score for t in a.actors}
        severities = [item.finding.severity for item in a.findings]
        critical = [
            f"{item.question.id}.{item.finding.id}" for item in a.findings if item.finding.severity == "critical"
        ]
        new = {name for name in a.missing if _is_new(assessment, name)}
        missing = [name for name in a.missing if name not in new]
        return (
            a.status,
            None,
            None,
            None,
            q.id,
            a.answers.questionnaire_version,
            *(_told(assessment, role) for role in ("system", "agency", "kind")),
            day,
            a.level.id,
            a.level_range[0].id,
            a.level_range[1].id,
            a.verdict,
            add_months(day, months) if day and months else None,
            *_score(a.inherent),
            *_score(a.controls),
            *_score(a.residual),
            one_decimal(a.credit.percent),
            *(_percent(shares.get(("p", tag))) for tag in self.principles),
            *(_percent(shares.get(("a", tag))) for tag in self.actors),
            *(severities.count(severity) for severity in SEVERITIES),
            " ".join(sorted(critical)) or None,
            len(missing),
            " ".join(missing) or None,
            *([" ".join(name for name in a.missing if name in new) or None] if _NEW_SINCE in self.columns else []),
            _told(assessment, "officers"),
            _told(assessment, "hours_saved"),
        )


def has_later_questions(questionnaire: Questionnaire) -> bool:
    """Return whether a question is newer than the first version that could have been answered: MAJOR.0.0."""
    first = (version_key(questionnaire.version)[0], 0, 0)
    return any(question.since and version_key(question.since) > first for question in questionnaire.questions)


def _is_new(assessment: Assessment, name: str) -> bool:
    """Return whether a question that is not answered was not asked yet in the version that was."""
    mark = assessment.marks[name]
    answered = assessment.answers.questionnaire_version
    since = mark.question.since
    return bool(since and mark.answer.status == "unanswered" and version_key(since) > version_key(answered))


def _told(assessment: Assessment, role: str) -> Any:
    """Return the answer to the question that tells this part of the subject, where it applies."""
    name = assessment.questionnaire.subject.get(role)
    mark = assessment.marks.get(name) if name else None
    return mark.answer.value if mark else None


def _score(score: Score | None) -> Cells:
    return (None, None, None) if score is None else (score.points, score.maximum, _percent(score))


def _percent(score: Score | None) -> float | None:
    return score.stated if score else None
