"""Conditions in words, for those who answer and those who review: questions by number, options by label."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from aiassess.answers.sheets import numbers_of
from aiassess.figures import amount
from aiassess.model import conditions as c
from aiassess.render.outline import Item
from aiassess.render.sentences import Sentences
from aiassess.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aiassess.model.questionnaire import Questionnaire


class InWords:
    """A questionnaire's conditions in one language."""

    def __init__(self, questionnaire: Questionnaire, lang: str) -> None:
        self.questionnaire, self.lang = questionnaire, lang
        self.w = Sentences("questionnaire", lang)
        self.numbers = numbers_of(questionnaire.questions)

    def said(self, condition: c.Condition) -> str:
        """Return a condition as one sentence; parts that are joined stand in brackets."""
        match condition:
            case c.All(parts):
                return self.joined("and", parts)
            case c.Any(parts):
                return self.joined("or", parts)
            case c.Not(c.AnyOf(name, options)):
                return self.w("is_not", number=self.numbers[name], what=self.options(name, options, "or"))
            case c.Not(part):
                return f"{self.w('not')} {self.said(part)}"
            case c.LevelAtLeast(level, _):
                return self.w("level_at_least", level=self.title(level))
            case c.InherentLevel(levels):
                ranked = sorted(levels, key=lambda level: self.questionnaire.rank[level])
                return f"{self.w('inherent')}: " + f" {self.w('or')} ".join(map(self.title, ranked))
            case c.OnQuestion():
                return self.test(condition)
            case _:
                assert_never(condition)

    def listed(self, condition: c.Condition) -> Sequence[Item]:
        """Return a condition as a list, part by part, which is easier to follow than a long sentence."""
        match condition:
            case c.All(parts) | c.Any(parts) if len(parts) > 1:
                head = self.w("all_hold" if isinstance(condition, c.All) else "any_holds")
                return [Item(head, [item for part in parts for item in self.listed(part)])]
            case c.All((part,)) | c.Any((part,)):
                return self.listed(part)
            case _:
                return [Item(self.said(condition))]

    def joined(self, word: str, parts: tuple[c.Condition, ...]) -> str:
        said = f" {self.w(word)} ".join(map(self.said, parts))
        return f"({said})" if len(parts) > 1 else said

    def title(self, level: str) -> str:
        return safe_line(self.questionnaire.levels[self.questionnaire.rank[level]].title[self.lang])

    def test(self, test: c.Test) -> str:
        number = self.numbers[test.question]
        match test:
            case c.AnyOf(name, options):
                return self.w("is", number=number, what=self.options(name, options, "or"))
            case c.AllOf(name, options):
                return self.w("is", number=number, what=self.options(name, options, "and"))
            case c.AtLeast(_, bound):
                return self.w("is_at_least", number=number, bound=amount(bound, ""))
            case c.AtMost(_, bound):
                return self.w("is_at_most", number=number, bound=amount(bound, ""))
            case c.RatingAtLeast(_, bound):
                return self.w("is_rated", number=number, bound=bound)
            case c.NotApplicable():
                return self.w("is_set_aside", number=number)
            case c.Answered():
                return self.w("is_answered", number=number)
            case _:
                assert_never(test)

    def options(self, name: str, options: Iterable[str], word: str) -> str:
        """Return the labels of some options of a question, joined by "or" or "and"."""
        chosen = set(options)
        found = (option for option in self.questionnaire.by_id[name].options if option.id in chosen)
        return f" {self.w(word)} ".join(f"“{safe_line(option.label[self.lang])}”" for option in found)
