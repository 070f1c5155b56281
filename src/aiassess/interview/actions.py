"""What a person can do in an interview: the one vocabulary of session, full screen and line-by-line screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiassess.model.answers import Answer, Evidence, Value


@dataclass(frozen=True, slots=True)
class Give:
    """Answer with a value."""

    value: Value
    note: str | None = None
    evidence: tuple[Evidence, ...] | None = None
    """None: leave note and evidence as they are."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """Answer "not sure"."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Answer "not applicable", with the reason as the note."""

    reason: str


@dataclass(frozen=True, slots=True)
class Annotate:
    """Keep note and evidence (both replace what was there; None and () clear) and stay at the question."""

    note: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Clear:
    """Take the answer back; the question is blank again."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Go on without changing anything (a blank answer stays blank, a prefilled one unconfirmed)."""


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the question before."""


@dataclass(frozen=True, slots=True)
class ShowOverview:
    """Open the list of all questions."""


@dataclass(frozen=True, slots=True)
class ShowReview:
    """Open the review before finishing."""


@dataclass(frozen=True, slots=True)
class Goto:
    """Jump to a question."""

    question_id: str


@dataclass(frozen=True, slots=True)
class SwitchLanguage:
    """Show everything in another language (None: the next one); answers stay."""

    language: str | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back what was done last, wherever that was, and go there."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Do again what was undone last."""


@dataclass(frozen=True, slots=True)
class Finish:
    """End the interview and write the reports, complete or not; from a question, open the review first."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Save and leave; ``typed`` is what was half typed in the field."""

    typed: str = ""


Answering = Give | Unsure | SetAside | Annotate | Clear
"""What changes the answer of the current question."""

Action = Answering | Skip | Back | ShowOverview | ShowReview | Goto | SwitchLanguage | Undo | Redo | Finish | Leave
"""What a screen returns and the session carries out."""


# What a screen asks more about before it is an action


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Write a note and name evidence."""


@dataclass(frozen=True, slots=True)
class WriteReason:
    """Say why the question does not apply."""


@dataclass(frozen=True, slots=True)
class EditRisk:
    """Edit an entry of the risk register by its place; None: add one."""

    at: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveRisk:
    """Remove an entry of the risk register by its place."""

    at: int


Wish = Action | WriteNote | WriteReason | EditRisk | RemoveRisk
"""What a person asks for at a question."""


def again(answer: Answer) -> Give | Unsure | SetAside | None:
    """Return what gives an answer once more, which confirms it; None for a blank one."""
    match answer.status:
        case "unsure":
            return Unsure()
        case "not_applicable":
            return SetAside(answer.note or "")
    return None if answer.value is None else Give(answer.value)
