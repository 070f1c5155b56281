"""Conditions with a part replaced (docs/proofs.md#what-is-proven)."""

from collections.abc import Callable, Iterator
from typing import assert_never

from aiassess.model import conditions as c
from aiassess.model.answers import Answer
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.questionnaire.yaml_source import Path_
from aiassess.scoring.conditions import holds

ALWAYS, NEVER = c.All(()), c.Any(())


def shown(q: Questionnaire, question: Question) -> c.Condition:
    """Return what holds if a question applies."""
    return c.All((q.section_of[question.id].show_if or ALWAYS, question.applies_if or ALWAYS))


Part = tuple[Path_, bool, c.Condition]
"""Where a part of a condition is written, whether it is one of an "all", and the condition without it."""


def without_parts(condition: c.Condition, path: Path_) -> Iterator[Part]:
    """Yield the condition without each part of an "all" or "any", outer parts first."""
    match condition:
        case c.All(parts) | c.Any(parts):
            key = "all" if isinstance(condition, c.All) else "any"
            for i, part in enumerate(parts):
                here = (*path, key, i)
                if len(parts) > 1:
                    yield here, key == "all", type(condition)((*parts[:i], *parts[i + 1 :]))
                for place, of_all, other in without_parts(part, here):
                    yield place, of_all, type(condition)((*parts[:i], other, *parts[i + 1 :]))
        case c.Not(part):
            for place, of_all, other in without_parts(part, (*path, "not")):
                yield place, of_all, c.Not(other)
        case c.InherentLevel() | c.LevelAtLeast() | c.OnQuestion():
            return
        case _:
            assert_never(condition)


def differ(one: c.Condition, other: c.Condition) -> c.Condition:
    """Return what holds if just one of two conditions does."""
    return c.Any((c.All((one, c.Not(other))), c.All((other, c.Not(one)))))


def if_answered(condition: c.Condition, question: str, answer: Answer) -> c.Condition:
    """Return what a condition asks of all other questions if one applies and is answered so."""

    def replaced(part: c.Condition) -> c.Condition:
        match part:
            case c.All(parts) | c.Any(parts):
                return type(part)(tuple(map(replaced, parts)))
            case c.Not(inner):
                return c.Not(replaced(inner))
            case c.LevelAtLeast(_, means):
                return replaced(means)
            case c.InherentLevel():
                return part
            case c.OnQuestion():
                if part.question != question:
                    return part
                return ALWAYS if holds(part, lambda _: answer) else NEVER
            case _:
                assert_never(part)

    return replaced(condition)


def could_hold(condition: c.Condition, question: str, answers: Callable[[str], list[Answer]]) -> c.Condition:
    """Return what the other questions must be answered so that a value of this one could make the condition hold."""
    return c.Any(tuple(dict.fromkeys(if_answered(condition, question, answer) for answer in answers(question))))
