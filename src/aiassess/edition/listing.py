"""The changes of an edition as data, in the words of one language (docs/edition-diff.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from aiassess import __version__
from aiassess.edition import types as t
from aiassess.edition.bump import bump_for
from aiassess.edition.changes import Change, changes_between
from aiassess.edition.pairing import main_text
from aiassess.figures import plain_number
from aiassess.model import conditions as c
from aiassess.render.conditions import InWords
from aiassess.report.types import part
from aiassess.text import say, spoken

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire


class Listing:
    """Two editions, what changed between them, and how that is said in one language, which need not be one of theirs."""

    def __init__(self, old: Questionnaire, new: Questionnaire, lang: str) -> None:
        self.old, self.new, self.lang = old, new, lang
        self.in_words = {q.digest: InWords(q, lang if lang in q.languages else q.default_language) for q in (old, new)}
        self.found = changes_between(old, new)
        self.bump = bump_for((item.needs for item in self.found), old.version, new.version)
        self.since = self.bump["suggested"] or new.version
        """The version in which what is new will first be."""
        self.changes = [self.change(item) for item in self.found]

    def data(self, effects: t.EffectsData | None = None) -> t.EditionDiff:
        return {
            "format": "aiassess.edition-diff/1",
            "tool": {"name": "aiassess", "version": __version__},
            "language": self.lang,
            "old": part(t.EditionData, vars(self.old)),
            "new": part(t.EditionData, vars(self.new)),
            "bump": self.bump,
            "changes": self.changes,
            "effects": effects,
        }

    def change(self, item: Change) -> t.ChangeData:
        text = main_text(item.at.thing)
        old, new = self.value(item.old, self.old), self.value(item.new, self.new)
        return {
            "change": item.way,
            "of": item.at.of,
            "id": item.at.thing.id,
            "title": self.text(text) if text else None,
            "place": ".".join(item.place),
            "key": item.key,
            "old": old,
            "new": new,
            "questions": [*item.at.questions],
            "needs": item.needs,
            "cause": item.cause,
            "why": say(spoken(self.lang), f"edition.why_{item.cause}"),
            "fix": self.fix(item, as_written(old)),
        }

    def fix(self, item: Change, old: str) -> str | None:
        """Return what to write instead, or as well; None if there is nothing to be said, or the version says it."""
        key: str = item.cause
        if item.needs == self.bump["stated"] == "major":
            return None
        if item.way == "added" and item.cause == "required" and item.new.since != self.since:
            key = "required_new"
        elif item.cause == "narrowed" and item.old is None:
            key = "narrowed_unset"
        elif item.cause not in ("gone", "renamed", "type", "narrowed", "doubt"):
            return None
        return say(
            spoken(self.lang), f"edition.fix_{key}", since=self.since, key=item.key, id=item.at.thing.id, old=old
        )

    def text(self, text: Mapping[str, str]) -> str:
        return text.get(self.lang) or next(iter(text.values()))

    def value(self, value: Any, edition: Questionnaire) -> object:
        """Return a value of the model as JSON has it: a condition as a sentence, a whole part by its text."""
        if isinstance(value, c.Condition):
            return self.in_words[edition.digest].said(value)
        if text := main_text(value):
            return self.text(text)
        if is_dataclass(value):
            return {item.name: self.value(getattr(value, item.name), edition) for item in fields(value)}
        match value:
            case Fraction():
                return plain_number(value)
            case frozenset():
                return sorted(value)
            case Mapping():
                return {name: self.value(item, edition) for name, item in value.items()}
            case tuple():
                texts = [self.text(item) if isinstance(item, Mapping) else item for item in value]
                return [self.value(item, edition) for item in texts]
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
            texts = [*map(as_written, value)]
            return ("\n" if any(" " in text for text in texts) else ", ").join(texts)
    return str(value)
