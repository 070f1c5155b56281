"""What a form asks: of whom, in which languages, and what was answered already."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from aiassess.answers.sheets import joined, numbers_of
from aiassess.figures import date_words, days_between
from aiassess.form.kinds import takes_day
from aiassess.model import conditions as c
from aiassess.model.answers import AnswerSet
from aiassess.model.levels import LocalText
from aiassess.model.questionnaire import Question, Questionnaire, Section, Tag
from aiassess.render.conditions import InWords
from aiassess.safe import safe_line, safe_text
from aiassess.text import say, spoken

_LONGEST_CONDITION = 600
"""Characters after which a condition in words is cut: nobody reads on."""


@dataclass(frozen=True)
class Form:
    """A form; ``langs``: its language, or several side by side. ``actors``: only their questions are asked; () for all.

    ``engine``: the folder with the runtime that a page needs to score; other formats never do.
    """

    questionnaire: Questionnaire
    langs: tuple[str, ...]
    answers: AnswerSet = field(default_factory=lambda: AnswerSet("", ""))
    actors: tuple[Tag, ...] = ()
    engine: str | None = None

    @cached_property
    def sections(self) -> Sequence[tuple[Section, Sequence[Question]]]:
        """The sections with the questions asked; none without any."""
        wanted = {actor.id for actor in self.actors}
        chosen = (
            (section, [question for question in section.questions if not wanted or wanted & {*question.actors}])
            for section in self.questionnaire.sections
        )
        return [(section, questions) for section, questions in chosen if questions]

    @cached_property
    def questions(self) -> Sequence[Question]:
        return [question for _, questions in self.sections for question in questions]

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        return numbers_of(self.questionnaire.questions)

    @cached_property
    def conditions(self) -> Mapping[str, c.Condition]:
        """Question id to when it applies, with its section."""
        pairs = [(section, question) for section in self.questionnaire.sections for question in section.questions]
        both = {question.id: _both(section.show_if, question.applies_if) for section, question in pairs}
        return {name: condition for name, condition in both.items() if condition}

    # In words

    def say(self, key: str, /, **values: object) -> str:
        """Return a message in each language, one below the other."""
        return "\n".join(dict.fromkeys(say(spoken(lang), f"form.{key}", **values) for lang in self.langs))

    def brief(self, key: str, /, **values: object) -> str:
        """Return a message in each language on one line."""
        return joined(say(spoken(lang), f"form.{key}", **values) for lang in self.langs)

    def text(self, text: LocalText | None) -> str:
        return "\n".join(dict.fromkeys(safe_text(text[lang]) for lang in self.langs)) if text else ""

    def line(self, text: LocalText) -> str:
        return joined(text[lang] for lang in self.langs)

    def whom(self, question: Question) -> str:
        titles = {actor.id: actor.title for actor in self.questionnaire.actors}
        return "\n".join(self.line(titles[name]) for name in question.actors)

    def meanings(self, question: Question) -> Iterator[str]:
        """Yield what those options mean that say so."""
        yield from (
            f"{self.line(option.label)}: {self.line(option.help)}" for option in question.options if option.help
        )

    def scale(self, question: Question, rated: str) -> list[str]:
        """Return what 1 to 5 mean in a field of a risk, if the questionnaire says so, in one language after the other."""
        return [line for lang in self.langs for line in question.scale.lines(rated, lang)] if question.scale else []

    def expected(self, question: Question) -> Iterator[str]:
        """Yield what an answer must be like, and when one is asked for."""
        if takes_day(question):
            yield self.say("date_as")
        yield from self.expected_number(question)
        yield from self.asked(question)
        if question.evidence == "expected":
            yield self.say("expected")
        if question.evidence_hint:
            yield f"{self.brief('evidence')}: {self.text(question.evidence_hint)}"

    def expected_number(self, question: Question) -> Iterator[str]:
        if question.unit:
            yield self.say("unit", unit=self.line(question.unit))
        if bounds := self.bounds(question):
            yield bounds

    def bounds(self, question: Question) -> str:
        """Return which numbers or days a question takes; "" for all."""
        if takes_day(question):
            return joined(self.days(question, lang) for lang in self.langs)
        low, high = ("" if end is None else f"{end:,}" for end in (question.minimum, question.maximum))
        key = "from_to" if low and high else "from" if low else "to"
        return self.brief(key, low=low, high=high) if low or high else ""

    def days(self, question: Question, lang: str) -> str:
        first, last = (date_words(day, lang) if day else None for day in (question.earliest, question.latest))
        return days_between(first, last, spoken(lang))

    def asked(self, question: Question) -> Iterator[str]:
        """Yield in words when a question is asked."""
        condition = _both(self.questionnaire.section_of[question.id].show_if, question.show_if)
        if condition:
            for lang in self.langs:
                said = safe_line(InWords(self.questionnaire, lang).said(condition), _LONGEST_CONDITION)
                yield say(spoken(lang), "form.asked_if", condition=_bare(said))
        if self.questionnaire.phase_question and question.phases:
            titles = {tag.id: tag.title for tag in self.questionnaire.phases}
            for lang in self.langs:
                named = ", ".join(safe_line(titles[name][lang]) for name in question.phases)
                yield say(spoken(lang), "form.asked_in", phases=named)


def _both(*conditions: c.Condition | None) -> c.Condition | None:
    parts = tuple(part for part in conditions if part is not None)
    return c.All(parts) if len(parts) > 1 else next(iter(parts), None)


def _bare(said: str) -> str:
    """Return a condition without brackets around all of it."""
    depth = 0
    for place, sign in enumerate(said):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return said[1:-1] if place == len(said) - 1 and said.startswith("(") else said
    return said
