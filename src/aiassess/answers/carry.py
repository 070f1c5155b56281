"""Answers given to an earlier edition of a questionnaire, carried over; what no longer fits is named, never lost in silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiassess.answers.blank import without_blanks
from aiassess.answers.check import check_answers
from aiassess.answers.values import Complaints, check_answer
from aiassess.errors import Problem
from aiassess.safe import safe_line
from aiassess.text import count, say

if TYPE_CHECKING:
    from pathlib import Path

    from aiassess.model.answers import Answer, AnswerSet
    from aiassess.model.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer that the questionnaire no longer takes: as it stood in the file, and why."""

    question: str
    answer: Any
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of answers to an earlier edition; ``file`` holds what was dropped, where it is kept apart."""

    old_version: str
    new_version: str
    dropped: tuple[Dropped, ...] = ()
    file: Path | None = None

    def lines(self, questionnaire: Questionnaire, lang: str) -> list[str]:
        """Return what changed, in words, one line for each answer that was dropped."""
        if self.old_version == self.new_version:
            lines = [say(lang, "interview.carried_same", version=self.new_version)]
        else:
            lines = [say(lang, "interview.carried", old=self.old_version, new=self.new_version)]
        if not self.dropped:
            return [*lines, say(lang, "interview.carried_all")]
        lines.append(count(lang, "interview.dropped", len(self.dropped)))
        for item in self.dropped:
            question = questionnaire.by_id.get(item.question)
            name = safe_line(question.text[lang] if question else item.question, 100)
            reasons = " ".join(problem.message(lang) for problem in item.problems)
            lines.append(say(lang, "interview.dropped_line", question=name, reason=reasons))
        if self.file:
            lines.append(say(lang, "interview.dropped_file", file=safe_line(str(self.file), 300)))
        return lines


def version_key(version: str) -> tuple[int, ...]:
    """Return MAJOR.MINOR.PATCH as numbers that sort."""
    return tuple(int(part) for part in version.split("."))


def carry_over(data: Any, questionnaire: Questionnaire, shown: str) -> tuple[AnswerSet, Carried]:
    """Return the answers in an answers document that the questionnaire takes, and what it does not.

    Raises InvalidInput where the document itself is wrong: its shape, its questionnaire, its major version, ``about``.
    """
    if not isinstance(data, dict) or not isinstance(data.get("answers"), dict):
        return check_answers(data, questionnaire, shown), Carried("", "")  # raises: the check knows what to say
    frame = check_answers({**data, "answers": {}}, questionnaire, shown)
    answers: dict[str, Answer] = {}
    dropped = []
    for name, item in without_blanks(data, questionnaire)["answers"].items():
        kept, problems = _one(questionnaire, name, item)
        if kept is not None:
            answers[name] = kept
        if problems:
            dropped.append(Dropped(name, item, tuple(problems)))
    carried = Carried(frame.questionnaire_version, questionnaire.version, tuple(dropped))
    return type(frame)(questionnaire.id, questionnaire.version, frame.about, answers), carried


def _one(questionnaire: Questionnaire, name: str, item: Any) -> tuple[Answer | None, list[Problem]]:
    question = questionnaire.by_id.get(name)
    if question is None:
        return None, [Problem("question_gone", {"id": name}, question=name)]
    complaints = Complaints(None)
    answer = check_answer(question, item, f"answers.{name}", complaints)
    if answer is not None:
        return answer, []
    # The value no longer fits, but what was noted about it may well.
    rest = {key: item[key] for key in ("note", "evidence") if key in item} if isinstance(item, dict) else {}
    return (check_answer(question, rest, "", Complaints(None)) if rest else None), complaints.problems


def newer_version(data: Any, questionnaire: Questionnaire) -> str | None:
    """Return the version that an answers document to this questionnaire names where it is later than this one, else None."""
    named = data.get("questionnaire") if isinstance(data, dict) else None
    if not isinstance(named, dict) or named.get("id") != questionnaire.id or not isinstance(named.get("version"), str):
        return None
    try:
        return named["version"] if version_key(named["version"]) > version_key(questionnaire.version) else None
    except ValueError:  # no version at all; the check of the file says so
        return None
