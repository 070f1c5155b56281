"""Which number of the version a change makes rise, and why (docs/authors.md#number-the-version)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from aiassess.questionnaire.shipped import version_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.edition.types import Cause, Digit, Of, Way

DIGITS: Final[tuple[Digit, ...]] = ("major", "minor", "patch")
"""From the first number to the last."""
_ANSWERED: Final = ("question", "option", "actor", "questionnaire")
"""What answers files name by id."""
_TOLD: Final = ("section", "source")
"""What changes nothing but what is read."""
_WORDING: Final = {
    *("text", "help", "why", "label", "title", "intro", "reason", "action", "unit", "ref", "since", "evidence_hint"),
    *("provenance.statement", "provenance.status", "source", "publisher", "date", "url", "preparation", "approval"),
    *("languages", "likelihood", "consequence", "scale", "multiline", "evidence", "asks_note"),
}


def judged(way: Way, of: Of, key: str | None, old: Any, new: Any) -> tuple[Digit, Cause]:
    """Return what a change makes rise, and why."""
    if way in ("moved", "reordered"):
        return ("minor", "counts") if key == "levels" else ("patch", "order")
    if of in _TOLD and way != "changed":
        return "patch", "wording"
    if way in ("removed", "renamed"):
        lost: Cause = "gone" if way == "removed" else "renamed"
        return ("major", lost) if of in _ANSWERED else ("minor", "counts")
    if way == "added":
        return "minor", _added(of, new)
    return _changed(key or "", old, new)


def _added(of: Of, new: Any) -> Cause:
    if of == "question":
        return "required" if new.required else "asked"
    if of == "option":
        return "option" if new.points else "asked"
    return "counts"


def _changed(key: str, old: Any, new: Any) -> tuple[Digit, Cause]:
    if key == "type":
        return "major", "type"
    if _narrowed(key, old, new):
        return "major", "narrowed"
    if key == "required":
        return "minor", "required" if new else "counts"
    if key in ("show_if", "phases", "phase_question"):
        return "minor", "asked"
    return ("patch", "wording") if key in _WORDING or _reworded(old, new) else ("minor", "counts")


def _narrowed(key: str, old: Any, new: Any) -> bool:
    """Return whether what could be answered before may be refused now."""
    if key == "minimum":
        return new is not None and (old is None or new > old)
    if key == "maximum":
        return new is not None and (old is None or new < old)
    return bool(new) if key in ("whole", "exclusive") else key == "not_applicable" and not new


def _reworded(old: Any, new: Any) -> bool:
    """Return whether two lists of obligations differ only in their words, as far as their number shows."""
    return isinstance(new, tuple) and bool(new) and isinstance(new[0], dict) and len(old) == len(new)


def needed(needs: Iterable[Digit]) -> Digit | None:
    """Return the first of the numbers that changes make rise; None if there are none."""
    return min(needs, key=DIGITS.index, default=None)


def risen(old: str, new: str) -> Digit | None:
    """Return the first number in which a version is higher than an older one; None if it isn't higher."""
    pairs = list(zip(version_key(old), version_key(new), strict=True))
    digit = next((digit for digit, (was, now) in zip(DIGITS, pairs, strict=True) if was != now), None)
    return digit if version_key(new) > version_key(old) else None


def is_enough(stated: Digit | None, needs: Digit | None) -> bool:
    return needs is None or (stated is not None and DIGITS.index(stated) <= DIGITS.index(needs))


def following(version: str, digit: Digit) -> str:
    """Return the version after this one in which a number rises."""
    place = DIGITS.index(digit)
    return ".".join(str(n + (i == place) if i <= place else 0) for i, n in enumerate(version_key(version)))
