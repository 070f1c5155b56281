"""Where a session stands, beside its answers: small, and nothing else is lost with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "aiassess.draft-state/1"
MOST_TYPED = 200_000
"""Characters of half-typed text that are kept; ten times the longest answer."""


@dataclass(frozen=True, slots=True)
class State:
    """What a session remembers besides answers; question ids throughout."""

    current: str | None = None
    """The question that was shown last; None before the first."""
    typed: str = ""
    """Text half typed in the field of ``typed_at``."""
    typed_at: str | None = None
    unconfirmed: tuple[str, ...] = ()
    """Answers taken over from an earlier file and not confirmed yet."""
    only_open: bool = False
    """The end was reached once: going on now leads from open question to open question."""
    review: bool = False
    """The review was shown last."""


def state_data(state: State) -> dict[str, Any]:
    """Return a state as JSON has it."""
    return {
        "current": state.current,
        "typed": state.typed[:MOST_TYPED],
        "typed_at": state.typed_at,
        "unconfirmed": list(state.unconfirmed),
        "only_open": state.only_open,
        "review": state.review,
    }


def read_state(data: Mapping[str, Any]) -> State:
    """Return the state that JSON data writes; whatever is missing or strange is left at its default."""
    unconfirmed = data.get("unconfirmed")
    names = unconfirmed if isinstance(unconfirmed, list) else []
    return State(
        current=_text(data, "current"),
        typed=(_text(data, "typed") or "")[:MOST_TYPED],
        typed_at=_text(data, "typed_at"),
        unconfirmed=tuple(name for name in names if isinstance(name, str)),
        only_open=data.get("only_open") is True,
        review=data.get("review") is True,
    )


def _text(data: Mapping[str, Any], name: str) -> str | None:
    value = data.get(name)
    return value if isinstance(value, str) else None
