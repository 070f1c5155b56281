"""The answers of an interview, what is typed beside them, and each change, to be undone (docs/interview.md#undo)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from aiassess.interview.actions import Annotate, Answering, Do, Give, SetAside
from aiassess.interview.checking import encodable
from aiassess.interview.protocol import form_key
from aiassess.interview.walk import Place
from aiassess.model.answers import UNANSWERED, Answer

_FORMS = ("note", "reason")


class Unfinished:
    """What was typed and not given as an answer, by question; in a form of a question, by ``form_key``."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)

    def take(self, typed: Mapping[str, str]) -> bool:
        """Take texts, each in the place of what was there; a blank one is forgotten. Return whether anything changed."""
        before = dict(self.texts)
        for key, text in typed.items():
            if text:
                self.texts[key] = encodable(text)
            else:
                self.texts.pop(key, None)
        return self.texts != before

    def carried_out(self, action: Answering, question_id: str) -> None:
        """Forget what was typed for an action that was carried out; what it leaves typed is taken."""
        note, reason = (form_key(form, question_id) for form in _FORMS)
        match action:
            case Give(left=left, evidence=None):
                self.take({question_id: left})
            case Give(left=left):
                self.take({question_id: left, note: ""})
            case Do.CLEAR:
                self.take({question_id: ""})
            case SetAside():
                self.take({reason: ""})
            case Annotate():
                self.take({note: ""})

    def at(self, question_id: str) -> dict[str, str]:
        return {key: text for key, text in self.texts.items() if key.rpartition(":")[2] == question_id}

    def forms(self, question_id: str) -> dict[str, str]:
        """Return the texts in a question's forms, by the form's name."""
        keys = {form: form_key(form, question_id) for form in _FORMS}
        return {form: self.texts[key] for form, key in keys.items() if key in self.texts}

    def questions(self) -> set[str]:
        """Return the questions at which anything is typed."""
        return {key.rpartition(":")[2] for key in self.texts}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One question at one moment: its answer, and what is typed there and not given."""

    answer: Answer
    typed: Mapping[str, str]


Snapshots = Mapping[str, Snapshot]
"""By question."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change, at one question or more; ``what`` names a message; ``undoing``: it undid such a change.

    ``place``: where it was done, and is shown again: at the question, or on a page of several.
    """

    what: str
    before: Snapshots
    after: Snapshots
    place: Place = "question"
    undoing: bool = False

    @property
    def question(self) -> str:
        return next(iter(self.before))

    @property
    def done(self) -> Snapshot:
        """The first question as the change made it, also if it is undone here."""
        return (self.before if self.undoing else self.after)[self.question]

    @property
    def reverse(self) -> Self:
        return replace(self, before=self.after, after=self.before, undoing=not self.undoing)


class Ledger:
    """The answers and texts as they are, and the edits of this sitting. None is ever lost: undoing is an edit, too."""

    def __init__(self, given: Mapping[str, Answer], typed: Mapping[str, str]) -> None:
        self.given = dict(given)
        """What is answered, by question, hidden ones included."""
        self.typed = Unfinished(typed)
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    def answer(self, name: str) -> Answer:
        return self.given.get(name, UNANSWERED)

    def put(self, name: str, answer: Answer) -> None:
        if answer == UNANSWERED:
            self.given.pop(name, None)
        else:
            self.given[name] = answer

    def snapshots(self, *names: str) -> Snapshots:
        return {name: Snapshot(self.answer(name), self.typed.at(name)) for name in names}

    def did(self, what: str, before: Snapshots, place: Place = "question") -> bool:
        """Remember what was done at these questions; return whether it changed anything.

        What was undone before stays reachable: behind it, as done and undone.
        """
        after = self.snapshots(*before)
        if after != before:
            self._done += [*reversed(self._undone), *(undone.reverse for undone in self._undone)]
            self._done.append(Edit(what, before, after, place))
            self._undone.clear()
        return after != before

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    def undo(self) -> Edit | None:
        """Take back what was done last, and return that as an edit of its own; None if there is nothing."""
        if not self._done:
            return None
        edit = self._done.pop()
        self._undone.append(replace(edit, after=self.snapshots(*edit.before)))
        return self._restore(edit.reverse)

    def redo(self) -> Edit | None:
        """Do again what was undone last, and return it; None if there is nothing."""
        if not self._undone:
            return None
        edit = self._undone.pop()
        self._done.append(replace(edit, before=self.snapshots(*edit.before)))
        return self._restore(edit)

    def _restore(self, edit: Edit) -> Edit:
        """Make the questions as they were after an edit; what is typed is left alone unless it changed then."""
        for name, after in edit.after.items():
            self.put(name, after.answer)
            was, now = edit.before[name].typed, after.typed
            self.typed.take({key: now.get(key, "") for key in was.keys() | now.keys() if was.get(key) != now.get(key)})
        return edit
