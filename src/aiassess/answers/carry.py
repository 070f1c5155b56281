"""Answers given to an earlier edition of a questionnaire, carried over; what no longer fits is named, never silently lost."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiassess.answers import formats
from aiassess.answers.blank import without_blanks
from aiassess.answers.check import check_answers, questionnaire_named_in
from aiassess.answers.values import check_answer
from aiassess.errors import Complaints, Problem, Word
from aiassess.model.answers import Answer, AnswerSet
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.questionnaire.shipped import version_key
from aiassess.safe import safe_line
from aiassess.text import count, say

_VERSION = re.compile(formats.VERSION_PATTERN)


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer that the questionnaire no longer takes: as the file had it, and why."""

    question: str
    answer: Any
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of answers to an earlier edition; ``file`` holds what was dropped, if it is kept apart.

    ``earlier``: that edition, if available; it has the texts of questions that are no longer asked.
    """

    old_version: str
    new_version: str
    dropped: tuple[Dropped, ...] = ()
    file: Path | None = None
    earlier: Questionnaire | None = None

    def lines(self, questionnaire: Questionnaire, lang: str) -> list[str]:
        """Return what changed, in words, one line for each answer that was dropped."""
        if self.old_version == self.new_version:
            lines = [say(lang, "interview.carried_same", version=self.new_version)]
        else:
            lines = [say(lang, "interview.carried", old=self.old_version, new=self.new_version)]
        if not self.dropped:
            return [*lines, say(lang, "interview.carried_all")]
        lines.append(count(lang, "interview.dropped", len(self.dropped)))
        gone = [item for item in self.dropped if item.problems[0].code == "question_gone"]
        together = gone if len(gone) > 1 else []  # one heading, so that the reason is said once
        for item in self.dropped:
            if item not in together:
                reasons = " ".join(problem.message(lang) for problem in item.problems)
                name = self._named(questionnaire, item.question, lang)
                lines.append(say(lang, "interview.dropped_line", question=name, reason=reasons))
        if together:
            lines.append(say(lang, "interview.dropped_gone", n=len(together)))
        for item in together:
            name = self._named(questionnaire, item.question, lang)
            lines.append(say(lang, "interview.dropped_question", question=name))
        if self.file:
            lines.append(say(lang, "interview.dropped_file", file=safe_line(str(self.file), 300)))
        return lines

    def _named(self, questionnaire: Questionnaire, name: str, lang: str) -> str:
        for edition in (questionnaire, self.earlier):
            question = edition.by_id.get(name) if edition else None
            if question:
                return safe_line(question.text.get(lang) or next(iter(question.text.values())), 100)
        return safe_line(name, 100)


def carry_over(
    data: Any,
    questionnaire: Questionnaire,
    shown: str,
    *,
    any_major: bool = False,
    earlier: Questionnaire | None = None,
) -> tuple[AnswerSet, Carried]:
    """Return the answers in an answers document that the questionnaire takes, and what it does not.

    ``any_major``: the document may name another major version. ``earlier``: the edition that it was given to, if that is at
    hand. Raises InvalidInput if the document itself is wrong: its shape, its questionnaire, its version, ``about``.
    """
    if not isinstance(data, dict) or not isinstance(data.get("answers"), dict):
        return check_answers(data, questionnaire, shown), Carried("", "")  # raises: the check knows what to say
    answered = _version_in(data)
    if any_major and answered is not None:
        data = {**data, "questionnaire": {**data["questionnaire"], "version": questionnaire.version}}
    frame = check_answers({**data, "answers": {}}, questionnaire, shown)
    answers: dict[str, Answer] = {}
    actors = [actor.id for actor in questionnaire.actors]
    dropped = []
    for name, item in without_blanks(data, questionnaire)["answers"].items():
        question = questionnaire.by_id.get(name)
        before = earlier.by_id.get(name) if earlier else None
        kept, problems = _one(question, before, name, item, actors)
        if kept is not None:
            answers[name] = kept
        if problems:
            dropped.append(Dropped(name, item, tuple(problems)))
    carried = Carried(answered or frame.questionnaire_version, questionnaire.version, tuple(dropped), earlier=earlier)
    return type(frame)(questionnaire.id, questionnaire.version, frame.about, answers), carried


def _version_in(data: dict[str, Any]) -> str | None:
    """Return the version that an answers document names; None if it isn't one."""
    version = questionnaire_named_in(data).get("version")
    return version if isinstance(version, str) and _VERSION.search(version) else None


def _one(
    question: Question | None, before: Question | None, name: str, item: Any, actors: Collection[str]
) -> tuple[Answer | None, list[Problem]]:
    """Return what the question takes of an answer, and why it does not take all. ``before``: the question as it was."""
    if question is None:
        return None, [Problem("question_gone", {"id": name}, question=name)]
    complaints = Complaints(None)
    problems = _other_type(question, before, item)
    answer = check_answer(question, item, f"answers.{name}", complaints, actors)
    if answer is not None and not problems:
        return answer, []
    # The value no longer fits, but what was noted about it may well.
    rest = {key: item[key] for key in ("note", "evidence") if key in item} if isinstance(item, dict) else {}
    whose = {"from": item["from"]} if rest and "from" in item else {}
    kept = check_answer(question, {**rest, **whose}, "", Complaints(None)) if rest else None
    return kept, problems or [_option_gone(before, problem) for problem in complaints.problems]


def _other_type(question: Question, before: Question | None, item: Any) -> list[Problem]:
    """Return a problem if the question now asks for another type, as far as the answer or the earlier edition shows."""
    value = item.get("value") if isinstance(item, dict) else item
    if value is None:
        return []
    same = question.kind is before.kind if before else isinstance(value, question.kind.written_as)
    return [] if same else [Problem("answer_type_changed", {"kind": Word(f"type_{question.type}")})]


def _option_gone(before: Question | None, problem: Problem) -> Problem:
    """Return a problem with an option as people read it: the option by its label, if the earlier edition tells it."""
    if problem.code != "unknown_option":
        return problem
    found = str(problem.values["found"])
    option = before.option(found) if before else None
    return Problem("option_gone", {"option": option.label if option else found}, question=problem.question)


def newer_version(data: Any, questionnaire: Questionnaire) -> str | None:
    """Return the version that an answers document to this questionnaire names if it is later than this one, else None."""
    named = questionnaire_named_in(data)
    if named.get("id") != questionnaire.id or not isinstance(named.get("version"), str):
        return None
    try:
        return named["version"] if version_key(named["version"]) > version_key(questionnaire.version) else None
    except ValueError:  # not a version; the check of the file says so
        return None
