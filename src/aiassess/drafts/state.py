"""Where a session is, beside its answers: small, and nothing else is lost with it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

FORMAT = "aiassess.draft-state/1"
MOST_TYPED = 200_000
"""Characters of a half-typed text that are kept; ten times the longest answer."""


@dataclass(frozen=True, slots=True)
class State:
    """What a session remembers besides answers; question ids throughout."""

    current: str | None = None
    """The question that was shown last; None before the first."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """What was typed and not given yet, by question id; in a form of a question, by the form's name, a colon and that."""
    only_open: bool = False
    """The end was reached once: going on now leads from open question to open question."""
    review: bool = False
    """The review was shown last."""


def state_data(state: State) -> dict[str, Any]:
    return asdict(replace(state, typed={name: text[:MOST_TYPED] for name, text in state.typed.items()}))


def read_state(data: Mapping[str, Any]) -> State:
    """Return the state that JSON data writes; whatever is missing or strange is left at its default."""
    current = data.get("current")
    return State(
        current=current if isinstance(current, str) else None,
        typed=_typed(data),
        only_open=data.get("only_open") is True,
        review=data.get("review") is True,
    )


def _typed(data: Mapping[str, Any]) -> dict[str, str]:
    found = data.get("typed")
    if isinstance(found, str):  # up to 1.0 there was one text, and its question beside it
        found = {data.get("typed_at"): found}
    if not isinstance(found, dict):
        return {}
    return {
        name: text[:MOST_TYPED]
        for name, text in found.items()
        if isinstance(name, str) and isinstance(text, str) and text
    }
