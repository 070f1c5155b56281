"""What a person can do in an interview: the one vocabulary of session, full screen and line-by-line screen."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from aiassess.model.answers import Answer, Evidence, Value


class Do(Enum):
    """An action that is no more than a name, which commands and keys share."""

    UNSURE = "unsure"
    """Answer "not sure"."""
    CLEAR = "clear"
    """Take the answer back; the question is blank again."""
    SKIP = "skip"
    """Go on without changing anything (a blank answer stays blank, a prefilled one unconfirmed)."""
    BACK = "back"
    """Go to the question before."""
    OVERVIEW = "overview"
    """Open the list of all questions."""
    REVIEW = "review"
    """Open the review before finishing."""
    PREVIEW = "preview"
    """Show the result as it would be now; nothing changes, and the same is shown again."""
    UNDO = "undo"
    """Take back what was done last, wherever that was, and go there."""
    REDO = "redo"
    """Do again what was undone last."""
    FINISH = "finish"
    """End the interview and write the reports, complete or not; from a question, open the review first."""


@dataclass(frozen=True, slots=True)
class Give:
    """Answer with a value."""

    value: Value
    note: str | None = None
    evidence: tuple[Evidence, ...] | None = None
    """None: leave note and evidence as they are."""
    left: str = ""
    """What stays typed at the question and not given: entries of a register that are half written."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Answer "not applicable", with the reason as the note."""

    reason: str


@dataclass(frozen=True, slots=True)
class WaitFor:
    """Answer "not sure", and name the actor, by id, who is to give the answer."""

    actor: str


@dataclass(frozen=True, slots=True)
class Annotate:
    """Keep note and evidence (both replace what was there; None and () clear) and stay at the question."""

    note: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Goto:
    """Jump to a question; from a page of answers that were taken over, then to ``more`` of them that wait."""

    question_id: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirm:
    """Confirm answers that were taken over, as they are."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SwitchLanguage:
    """Show everything in another language (None: the next one); answers stay."""

    language: str | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Save and leave; ``typed`` is what was half typed in the field."""

    typed: str = ""


Answering = Give | SetAside | WaitFor | Annotate | Literal[Do.UNSURE, Do.CLEAR]
"""What changes the answer of the current question."""

_NAMES: dict[type[object], str] = {Give: "give", SetAside: "set_aside", WaitFor: "wait_for", Annotate: "annotate"}


def name_of(action: Answering) -> str:
    """Return the name by which messages tell of it when it is undone."""
    return action.value if isinstance(action, Do) else _NAMES[type(action)]


Action = Do | Give | SetAside | WaitFor | Annotate | Goto | Confirm | SwitchLanguage | Leave
"""What a screen returns and the session carries out."""


# What a screen asks more about before it is an action


class Ask(Enum):
    """A form or a list to be opened."""

    NOTE = "note"
    """Write a note and name evidence."""
    REASON = "reason"
    """Say why the question does not apply."""
    ACTOR = "actor"
    """Say who is to answer it."""


@dataclass(frozen=True, slots=True)
class EditRisk:
    """Edit an entry of the risk register by its place; None: add one."""

    at: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveRisk:
    """Remove an entry of the risk register by its place."""

    at: int


Wish = Action | Ask | EditRisk | RemoveRisk
"""What a person asks for at a question."""


def again(answer: Answer) -> Give | SetAside | WaitFor | Literal[Do.UNSURE] | None:
    """Return what gives an answer once more, which confirms it; None for a blank one."""
    match answer.status:
        case "unsure":
            return WaitFor(answer.waits_for) if answer.waits_for else Do.UNSURE
        case "not_applicable":
            return SetAside(answer.note or "")
    return None if answer.value is None else Give(answer.value)
