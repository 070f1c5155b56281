"""The changes of an edition as data, in the words of one language (docs/edition-diff.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from aiassess import __version__
from aiassess.edition.bump import following, is_enough, needed, risen
from aiassess.edition.changes import Change, changes_between, main_text
from aiassess.figures import plain_number
from aiassess.model import conditions as c
from aiassess.render.conditions import InWords
from aiassess.text import say, spoken

if TYPE_CHECKING:
    from aiassess.edition import types as t
    from aiassess.model.questionnaire import Questionnaire

FORMAT: Final = "aiassess.edition-diff/1"


class Listing:
    """Two editions, what changed between them, and how that is said in one language, which need not be one of theirs."""

    def __init__(self, old: Questionnaire, new: Questionnaire, lang: str) -> None:
        self.old, self.new, self.lang = old, new, lang
        self.found = changes_between(old, new)
        self.changes = [self.change(item) for item in self.found]

    def data(self, effects: t.EffectsData | None = None) -> t.EditionDiff:
        return {
            "format": FORMAT,
            "tool": {"name": "aiassess", "version": __version__},
            "language": self.lang,
            "old": self.edition(self.old),
            "new": self.edition(self.new),
            "bump": self.bump,
            "changes": self.changes,
            "effects": effects,
        }

    def edition(self, one: Questionnaire) -> t.EditionData:
        return {"id": one.id, "version": one.version, "digest": one.digest}

    @property
    def bump(self) -> t.BumpData:
        needs, stated = needed(item.needs for item in self.found), risen(self.old.version, self.new.version)
        enough = is_enough(stated, needs)
        suggested = following(self.old.version, needs) if needs and not enough else None
        return {"needs": needs, "stated": stated, "enough": enough, "suggested": suggested}

    @property
    def since(self) -> str:
        """The version in which what is new will first be."""
        return self.bump["suggested"] or self.new.version

    def change(self, item: Change) -> t.ChangeData:
        text = main_text(item.at.thing)
        values = {"old": item.old, "new": item.new, "key": item.key, "id": item.at.thing.id}
        shown = {name: self.value(value, name == "old") for name, value in values.items()}
        return {
            "change": item.way,
            "of": item.at.of,
            "id": item.at.thing.id,
            "title": self.text(text) if text else None,
            "place": ".".join(
                (*item.at.place, *([item.key] if item.way in ("changed", "renamed") and item.key else []))
            ),
            "key": item.key,
            "old": shown["old"],
            "new": shown["new"],
            "questions": [*item.at.questions],
            "needs": item.needs,
            "cause": item.cause,
            "why": say(spoken(self.lang), f"edition.why_{item.cause}"),
            "fix": self.fix(item, shown),
        }

    def fix(self, item: Change, shown: Mapping[str, object]) -> str | None:
        """Return what to write instead, or as well; None if there is nothing to be said."""
        is_new = item.at.of == "question" and item.way == "added"
        key: str = item.cause
        if item.cause == "required" and is_new and item.new.since != self.since:
            key = "required_new"
        elif item.cause == "narrowed" and item.old is None:
            key = "narrowed_unset"
        elif item.cause not in ("gone", "renamed", "type", "narrowed", "doubt"):
            return None
        values = {name: as_written(value) for name, value in shown.items()}
        return say(spoken(self.lang), f"edition.fix_{key}", since=self.since, **values)

    def text(self, text: Mapping[str, str]) -> str:
        return text.get(self.lang) or next(iter(text.values()))

    def value(self, value: Any, is_old: bool) -> object:
        """Return a value of the model as JSON has it: a condition as a sentence, a whole part by its text."""
        if isinstance(value, c.Condition):
            edition = self.old if is_old else self.new
            lang = self.lang if self.lang in edition.languages else edition.default_language
            return InWords(edition, lang).said(value)
        if text := main_text(value):
            return self.text(text)
        if is_dataclass(value):
            return {item.name: self.value(getattr(value, item.name), is_old) for item in fields(value)}
        match value:
            case Fraction():
                return plain_number(value)
            case frozenset():
                return sorted(value)
            case Mapping():
                return dict(value)
            case tuple():
                return [self.value(item, is_old) for item in value]
        return value


def as_written(value: object) -> str:
    """Return a value of a change as a file writes it, on one line; lists of texts on a line each."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dict():
            return ", ".join(f"{name}: {as_written(item)}" for name, item in value.items())
        case list():
            return ("\n" if any(isinstance(item, dict) for item in value) else ", ").join(map(as_written, value))
    return str(value)
