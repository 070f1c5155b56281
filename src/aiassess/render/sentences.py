"""Sentences about parts of a report that several kinds of document share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeGuard

from aiassess.figures import date_words
from aiassess.kinds.parts import is_day
from aiassess.text import count, say, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiassess.model.answers import ValueData
    from aiassess.report.types import Label, OpenRuleData, ReassessData
    from aiassess.scoring.result import Verdict

SCORES: tuple[Literal["inherent", "controls", "residual"], ...] = ("inherent", "controls", "residual")
"""The measures of a result, in the order in which they are told."""


def initial(text: str) -> str:
    """Return a text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def is_register(value: ValueData, label: Label) -> TypeGuard[Sequence[object]]:
    """Return whether an answer is a risk register (a list without labels), which gets its own table."""
    return label is None and isinstance(value, list)


class Sentences:
    """Messages in one language; a call returns the message with that key from one area of ``aiassess.text``."""

    def __init__(self, area: str, lang: str) -> None:
        self.area, self.lang = area, spoken(lang)

    def __call__(self, key: str, /, **values: object) -> str:
        return say(self.lang, f"{self.area}.{key}", **values)

    def count(self, key: str, n: int, /, **values: object) -> str:
        return count(self.lang, f"{self.area}.{key}", n, **values)

    def report(self, key: str, /, **values: object) -> str:
        """Return a message of ``aiassess.text.report``, which everything made from reports uses."""
        return say(self.lang, f"report.{key}", **values)

    def name(self, name: str | None) -> str:
        return name or self.report("unnamed")

    def verdict(self, verdict: Verdict) -> str:
        return self.report(f"verdict_{verdict}")

    def possible(self, low: str, high: str) -> str:
        """Return the levels that are still possible, given the titles of the lowest and the highest."""
        return low if low == high else self.report("range_between", low=low, high=high)

    def day(self, text: str) -> str:
        """Return a date as people write it, "25 September 2026"; any other text as it is."""
        return date_words(text, self.lang) if is_day(text) else text

    def reassess(self, when: ReassessData) -> str:
        """Return when to assess again; "" if that is not stated."""
        if not when["months"]:
            return ""
        if when["due"]:
            return self.report("reassess_due", months=when["months"], due=self.day(when["due"]))
        return self.report("reassess_months", months=when["months"])

    def blocker(self, name: str, title: str | None) -> str:
        """Return in words what blocks the credit; ``title``: of the principle, if a principle blocks it."""
        kind, _, tag = name.partition(":")
        if kind == "principle":
            return self.report("blocked_principle", title=title or tag)
        return self.report(f"blocked_{kind}")

    def reason(self, text: str, *, certain: bool) -> str:
        """Return a reason for the level, marked as assumed if it rests on open questions."""
        return text if certain else self.report("assumed", text=text)

    def undetermined(self, item: OpenRuleData) -> str:
        """Name the unsure answers that leave a rule open."""
        return self.report("undetermined_by", questions=", ".join(item["questions"]), reason=item["text"])
