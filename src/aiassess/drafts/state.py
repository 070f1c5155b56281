"""Where a session is, beside its answers: small, and nothing else is lost with it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, TypeVar

T = TypeVar("T")

FORMAT = "aiassess.draft-state/1"
MOST_TYPED = 200_000
"""Characters of a half-typed text that are kept; ten times the longest answer."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A finding of an earlier report, in that report's words: what was to be done, and by whom."""

    question: str
    finding: str
    number: str
    text: str
    action: str
    owner: str = ""


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
    page: str = ""
    """The page of answers taken over that was shown last, rather than a question: "promises", "changes" or "section"."""
    passed: tuple[str, ...] = ()
    """Such pages that are done with: "promises", "changes", ":" and a section's id; "?" and that if answers were left."""
    promises: tuple[Promise, ...] = ()
    """The action plan of the report that the answers were taken from."""
    changes: Mapping[str, str] = field(default_factory=dict)
    """What is new in the questionnaire since then, in words, by language."""
    only: tuple[str, ...] = ()
    """The ids of the actors whose questions alone are asked; () for everybody's."""


def state_data(state: State) -> dict[str, Any]:
    return asdict(replace(state, typed={name: text[:MOST_TYPED] for name, text in state.typed.items()}))


def read_state(data: Mapping[str, Any]) -> State:
    """Return the state that JSON data writes; whatever is missing or strange is left at its default."""
    typed = data.get("typed")
    if isinstance(typed, str):  # up to 1.0 there was one text, and its question beside it
        typed = {data.get("typed_at"): typed}
    return State(
        current=_as(str, data.get("current")) or None,
        typed={name: text[:MOST_TYPED] for name, text in _texts(typed).items() if text},
        only_open=data.get("only_open") is True,
        review=data.get("review") is True,
        page=_as(str, data.get("page")),
        passed=_names(data.get("passed")),
        promises=tuple(promise for item in _as(list, data.get("promises")) if (promise := _promise(item)).question),
        changes=_texts(data.get("changes")),
        only=_names(data.get("only")),
    )


def _promise(data: Any) -> Promise:
    return Promise(**{each.name: _as(str, _as(dict, data).get(each.name)) for each in fields(Promise)})


def _names(data: Any) -> tuple[str, ...]:
    return tuple(item for item in _as(list, data) if isinstance(item, str))


def _texts(data: Any) -> dict[str, str]:
    return {name: text for name, text in _as(dict, data).items() if isinstance(name, str) and isinstance(text, str)}


def _as(kind: type[T], data: Any) -> T:
    """Return data of a kind; anything else as an empty one."""
    return data if isinstance(data, kind) else kind()
