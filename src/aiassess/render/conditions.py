"""Conditions for people: in a short notation with ids, for authors, or in words, for those who answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from aiassess.model import conditions as c
from aiassess.render.outline import Said, code
from aiassess.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from aiassess.model.questionnaire import Questionnaire
    from aiassess.render.sentences import Sentences


class Notation:
    """A notation close to that of the questionnaire file."""

    def __init__(self, words: Sentences) -> None:
        self.w = words
        self.signs = {"and": " ∧ ", "or": " ∨ ", "not": "¬ "}

    def said(self, condition: c.Condition) -> Said:
        match condition:
            case c.All(parts):
                return self.joined("and", parts)
            case c.Any(parts):
                return self.joined("or", parts)
            case c.Not(part):
                return self.signs["not"], self.said(part)
            case c.LevelAtLeast(level, _):
                return self.level(level)
            case c.InherentLevel(levels):
                return self.inherent(levels)
            case c.OnQuestion():
                return self.test(condition)
            case _:
                assert_never(condition)

    def joined(self, sign: str, parts: tuple[c.Condition, ...]) -> Said:
        first, *others = map(self.said, parts)
        return "(", first, *((self.signs[sign], part) for part in others), ")"

    def around(self, key: str, name: str, value: str) -> Said:
        """Return a message that contains an id."""
        before, after = self.w(key, **{name: "\0"}).split("\0")
        return before, code(value), after

    def level(self, level: str) -> Said:
        return self.around("level_at_least", "level", level)

    def inherent(self, levels: Iterable[str]) -> Said:
        return code(f"{self.w('inherent')} = {' | '.join(sorted(levels))}")

    def test(self, test: c.Test) -> Said:
        match test:
            case c.AnyOf(question, options):
                return code(f"{question} = {' | '.join(sorted(options))}")
            case c.AllOf(question, options):
                return code(f"{question} = {' & '.join(sorted(options))}")
            case c.AtLeast(question, bound):
                return code(f"{question} ≥ {bound}")
            case c.AtMost(question, bound):
                return code(f"{question} ≤ {bound}")
            case c.RatingAtLeast(question, bound):
                return code(f"{question}: {self.w('rating')} ≥ {bound}")
            case c.NotApplicable(question):
                return code(f"{question}: {self.w('set_aside')}")
            case c.Answered(question):
                return code(f"{question}: {self.w('answered')}")
            case _:
                assert_never(test)


class InWords(Notation):
    """A sentence with questions by number and options by label."""

    def __init__(self, words: Sentences, questionnaire: Questionnaire, lang: str, numbers: Mapping[str, str]) -> None:
        super().__init__(words)
        self.questionnaire, self.lang, self.numbers = questionnaire, lang, numbers
        self.signs = {"and": f" {words('and')} ", "or": f" {words('or')} ", "not": f"{words('not')} "}

    def joined(self, sign: str, parts: tuple[c.Condition, ...]) -> Said:
        return super().joined(sign, parts) if len(parts) > 1 else self.said(parts[0]) if parts else ""

    def level(self, level: str) -> Said:
        return self.w("level_at_least", level=self.title(level))

    def inherent(self, levels: Iterable[str]) -> Said:
        ranked = sorted(levels, key=lambda level: self.questionnaire.rank[level])
        return f"{self.w('inherent')}: {self.signs['or'].join(map(self.title, ranked))}"

    def title(self, level: str) -> str:
        return safe_line(self.questionnaire.levels[self.questionnaire.rank[level]].title[self.lang])

    def test(self, test: c.Test) -> Said:
        number = self.numbers[test.question]
        match test:
            case c.AnyOf(name, options):
                return self.w("is", number=number, what=self.options(name, options, "or"))
            case c.AllOf(name, options):
                return self.w("is", number=number, what=self.options(name, options, "and"))
            case c.AtLeast(_, bound):
                return self.w("is_at_least", number=number, bound=bound)
            case c.AtMost(_, bound):
                return self.w("is_at_most", number=number, bound=bound)
            case c.RatingAtLeast(_, bound):
                return self.w("is_rated", number=number, bound=bound)
            case c.NotApplicable():
                return self.w("is_set_aside", number=number)
            case c.Answered():
                return self.w("is_answered", number=number)
            case _:
                assert_never(test)

    def options(self, name: str, options: Iterable[str], sign: str) -> str:
        question = self.questionnaire.by_id[name]
        labels = (safe_line(option.label[self.lang]) for option in question.options if option.id in set(options))
        return self.signs[sign].join(f"“{label}”" for label in labels)
