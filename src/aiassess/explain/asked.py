"""What is to be explained: of which file, and which question, level or verdict."""

from dataclasses import dataclass
from typing import Literal

from aiassess.errors import invalid
from aiassess.model.levels import Level
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.questionnaire.editions import Editions
from aiassess.report.documents import Document, finder, read_document
from aiassess.scoring.result import VERDICTS, Assessment

TARGET_VERDICTS = ("ready", "conditional", "hold")


@dataclass(frozen=True, slots=True)
class Target:
    """A level or verdict to reach: the assessment is to have it, or a milder one."""

    kind: Literal["level", "verdict"]
    name: str

    def reached(self, assessment: Assessment) -> bool:
        """Return whether the assessment has this level or verdict, or a milder one."""
        if self.kind == "level":
            rank = assessment.questionnaire.rank
            return rank[assessment.level.id] <= rank[self.name]
        return VERDICTS.index(assessment.verdict) <= [*VERDICTS].index(self.name)  # type: ignore[arg-type]

    def level(self, questionnaire: Questionnaire) -> Level | None:
        """Return the level to reach; None if a verdict is."""
        return questionnaire.levels[questionnaire.rank[self.name]] if self.kind == "level" else None

    def ways(self, questionnaire: Questionnaire) -> list[Level]:
        """Return the highest level of each way to reach it; what "ready" asks depends on it (docs/scoring.md#level)."""
        if level := self.level(questionnaire):
            return [level]
        levels = [level for level in questionnaire.levels if not level.stop]
        return levels if self.name == "ready" else levels[-1:]


def target_of(questionnaire: Questionnaire, name: str) -> Target | None:
    """Return the target that a word names, a level by its id or a verdict; None if it is neither."""
    if name in questionnaire.rank:
        return Target("level", name)
    return Target("verdict", name) if name in TARGET_VERDICTS else None


@dataclass(frozen=True, slots=True)
class Asked:
    """What to explain: nothing in particular, one question, or a target; ``any_answer``: not only controls may change."""

    question: Question | None = None
    target: Target | None = None
    any_answer: bool = False


def read_explained(file: str, questionnaire: Questionnaire | None) -> Document:
    """Return an answers file, or a report whose own edition still gives its level and verdict.

    ``questionnaire`` is for an answers file, and at hand for a report. Raises InvalidInput if the file is neither or is not
    valid, or a report was changed, has no edition at hand, or says what its answers do not give.
    """
    document = read_document(file, finder(questionnaire))
    if not document.is_report:
        return document
    named, result = document.saved.data["questionnaire"], document.saved.data["result"]
    if document.saved.changed:
        raise invalid("report_not_explained", file=document.shown)
    edition = Editions([questionnaire] if questionnaire else []).of_digest(named["digest"])
    if edition is None:
        raise invalid("edition_not_at_hand", file=document.shown, id=named["id"], version=named["version"])
    document.find = finder(edition)
    if (result["level"], result["verdict"]) != (document.assessment.level.id, document.assessment.verdict):
        raise invalid("report_not_explained", file=document.shown)
    return document
