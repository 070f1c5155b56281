"""Which number of the version a change makes rise, and why (docs/authors.md#number-the-version)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from aiassess.questionnaire.shipped import version_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.edition.types import BumpData, Cause, Digit, Of, Way

DIGITS: Final[tuple[Digit, ...]] = ("major", "minor", "patch")
"""From the first number to the last."""
NEEDS: Final[dict[Cause, Digit]] = {
    **dict.fromkeys(("gone", "renamed", "type", "narrowed"), "major"),
    **dict.fromkeys(("required", "asked", "option", "counts"), "minor"),
    **dict.fromkeys(("doubt", "wording", "order"), "patch"),
}
"""What makes each number rise."""
_ANSWERED: Final = ("question", "option", "actor", "questionnaire")
"""What answers files name by id."""
_TOLD: Final = ("section", "source", "framework")
"""What changes nothing but what is read."""
_WORDING: Final = {
    *("text", "help", "why", "label", "title", "intro", "reason", "action", "unit", "ref", "since", "evidence_hint"),
    *("provenance.statement", "provenance.status", "source", "publisher", "date", "url", "preparation", "approval"),
    *("languages", "likelihood", "consequence", "scale", "multiline", "evidence", "asks_note", "maps_to", "references"),
    *("one", "many", "assesses"),
}


def cause_of(way: Way, of: Of, key: str | None, old: Any, new: Any) -> Cause:
    """Return why a change makes a number rise."""
    match way:
        case "moved" | "reordered":
            return "counts" if key == "levels" else "order"
        case "added" | "removed" | "renamed" if of in _TOLD:
            return "wording"
        case "removed" | "renamed":
            return "counts" if of not in _ANSWERED else "gone" if way == "removed" else "renamed"
        case "added" if of == "question":
            return "required" if new.required else "asked"
        case "added":
            return "counts" if of != "option" else "option" if new.points else "asked"
        case "changed" if key == "type":
            return "type"
        case "changed" if _narrowed(key, old, new):
            return "narrowed"
        case "changed" if key == "required" and new:
            return "required"
        case "changed" if key in ("show_if", "phases", "phase_question"):
            return "asked"
    return "wording" if key in _WORDING or _reworded(old, new) else "counts"


def _narrowed(key: str | None, old: Any, new: Any) -> bool:
    """Return whether what could be answered before may be refused now."""
    if key in ("minimum", "maximum"):
        return new is not None and (old is None or (new > old if key == "minimum" else new < old))
    return bool(new) if key in ("whole", "exclusive") else key == "not_applicable" and not new


def _reworded(old: Any, new: Any) -> bool:
    """Return whether two lists of obligations differ only in their words, as far as their number shows."""
    return isinstance(new, tuple) and bool(new) and isinstance(new[0], dict) and len(old) == len(new)


def bump_for(needs: Iterable[Digit], old: str, new: str) -> BumpData:
    """Return which number has to rise for changes that need these, and whether it does from the old version to the new."""
    before, after = version_key(old), version_key(new)
    risen = next((place for place in range(3) if before[place] != after[place]), 3) if after > before else 3
    place = min((DIGITS.index(digit) for digit in needs), default=3)
    following = (number + (at == place) if at <= place else 0 for at, number in enumerate(before))
    return {
        "needs": DIGITS[place] if place < 3 else None,
        "stated": DIGITS[risen] if risen < 3 else None,
        "enough": place == 3 or risen <= place,
        "suggested": ".".join(map(str, following)) if risen > place else None,
    }
