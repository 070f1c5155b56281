"""The forms of the line-by-line interview about an answer: its note and evidence, the reason for "not applicable"."""

import re
from collections.abc import Callable

from aiassess.answers.dates import read_date
from aiassess.answers.formats import MAX_EVIDENCE
from aiassess.errors import Problem
from aiassess.figures import date_words
from aiassess.interview import actions
from aiassess.interview.dates import AskedBack
from aiassess.interview.plain.commands import Command
from aiassess.interview.plain.dialogue import Typing
from aiassess.interview.plain.show import evidence_lines, evidence_sought
from aiassess.interview.plain.streams import Gone
from aiassess.interview.protocol import QuestionView
from aiassess.interview.reading import fields_text, kept_text, number_up_to, read_fields
from aiassess.interview.views import MOST_OFFERED, evidence_parts
from aiassess.model.answers import Evidence
from aiassess.safe import safe_line


def _restored(reference: str, typed: str) -> Evidence:
    """Return evidence that was left unsaved; a date that is half typed stays beside its reference, as text."""
    date = read_date(typed)
    if isinstance(date, str):
        return Evidence(reference, date)
    return Evidence(f"{reference} ({typed})".strip() if typed else reference)


class AnswerForm:
    """A form of a question.

    ``kept``: what was typed in it before and not saved, as ``keep`` got it.
    """

    name: str
    """Its name in ``protocol.form_key``."""

    def __init__(self, typing: Typing, view: QuestionView, kept: str, keep: Callable[[str], None]) -> None:
        self.typing = typing
        self.view = view
        self._keep_text = keep
        self.text = kept.splitlines()
        """The lines of the text under way."""

    def run(self) -> actions.Action | None:
        """Ask for everything; None if the person goes back."""
        raise NotImplementedError

    def unsaved(self) -> str:
        """Return what was typed here and is not saved, as ``keep`` gets it; "" if nothing was."""
        return "\n".join(self.text)

    def keep(self) -> None:
        self._keep_text(self.unsaved())


class ReasonForm(AnswerForm):
    """Why a question does not apply."""

    name = "reason"

    def run(self) -> actions.Action | None:
        if not self.view.question.not_applicable:
            self.typing.refuse(Problem("not_applicable_refused"))
            return None
        self._invite()
        try:
            reason = self.typing.form_text(self.text, self.keep, self._invite, "back")
        except Gone:
            self.keep()
            raise
        if isinstance(reason, str) and reason.strip():
            return actions.SetAside(reason)
        self.typing.tell("nothing_changed")
        return None

    def _invite(self) -> None:
        self.typing.tell("na_reason")


class NoteForm(AnswerForm):
    """Note and evidence of one answer; what is in it is kept even if the input ends in the middle."""

    name = "note"

    def __init__(self, typing: Typing, view: QuestionView, kept: str, keep: Callable[[str], None]) -> None:
        super().__init__(typing, view, "", keep)
        self.note, self.evidence = view.answer.note, list(view.answer.evidence)
        texts = read_fields(kept)
        if texts:
            self.text = texts[0].splitlines() if texts[0] != (self.note or "") else []
            pairs = zip(texts[1::2], texts[2::2], strict=False)
            self.evidence = [_restored(text, date) for text, date in pairs if text or date]
        self.known = [item for item in view.evidence_known if item not in self.evidence][:MOST_OFFERED]

    def unsaved(self) -> str:
        if not self.text and self.evidence == list(self.view.answer.evidence):
            return ""
        pairs = [text for item in self.evidence for text in (item.reference, item.date or "")]
        return fields_text(["\n".join(self.text) or self.note or "", *pairs])

    def run(self) -> actions.Action | None:
        try:
            if self.ask_note() and (self.view.question.evidence == "none" or self.ask_evidence()):
                return self._action()
        except Gone:
            self.typing.lines.leave_next()
            return self._action()
        self.typing.tell("nothing_changed")
        return None

    def _action(self) -> actions.Annotate:
        return actions.Annotate(self.note, tuple(self.evidence))

    def ask_note(self) -> bool:
        """Ask for the note; False if the person goes back."""
        if self.note:
            self.typing.tell("note", note=self.note)
        self._invite_note()
        try:
            while True:
                note = self.typing.form_text(self.text, self.keep, self._invite_note, "back", "clear")
                if isinstance(note, str) or note.name == "back":
                    return isinstance(note, str)
                self.note = None
                self.typing.tell("note_removed")
        finally:
            text = "\n".join(self.text)
            self.note = text if text.strip() else self.note

    def _invite_note(self) -> None:
        self.typing.tell("type_note")

    def ask_evidence(self) -> bool:
        """Ask for one piece of evidence after the other; False if the person goes back."""
        self._show_known()
        self._invite_evidence()
        while True:
            typed = self.typing.form_field(self._help_evidence, "back", "clear")
            if typed == "":
                return True
            if isinstance(typed, str):
                self._add(typed)
            elif typed.name == "back":
                return False
            else:
                self._remove(typed.rest)

    def _help_evidence(self) -> None:
        self.typing.lines.write(*evidence_sought(self.view.question, self.typing.lang))
        self._show_known()
        self._invite_evidence()

    def _show_known(self) -> None:
        if self.known:
            self.typing.tell("evidence_known")
            for number, item in enumerate(self.known, 1):
                reference, date = evidence_parts(item)
                self.typing.lines.write(f"  ={number} {safe_line(reference, 80)}{date}")

    def _invite_evidence(self) -> None:
        typing = self.typing
        typing.lines.write(*evidence_lines(self.evidence, typing.lang))
        typing.tell("type_reference")
        if self.evidence:
            typing.tell("type_reference_remove")

    def _add(self, typed: str) -> None:
        """Add what was typed as a reference, or the evidence known by its number."""
        item, asks_date = Evidence(typed), True
        if self.known and re.fullmatch("= ?[0-9]+", typed):
            number = number_up_to(len(self.known), typed[1:].strip())
            if number is None:
                self.typing.tell("no_such_number", found=typed)
                return
            item, asks_date = self.known[number - 1], False
        kept: object = kept_text(item.reference)
        if len(self.evidence) >= MAX_EVIDENCE:
            kept = Problem("too_many", {"count": len(self.evidence) + 1, "limit": MAX_EVIDENCE})
        if isinstance(kept, Problem):
            self.typing.refuse(kept)
            return
        self.evidence.append(item)
        self.keep()  # without its date, should the input end now
        if asks_date:
            self.evidence[-1] = Evidence(item.reference, self._ask_date())
        self._invite_evidence()

    def _ask_date(self) -> str | None:
        typing, asked_back = self.typing, AskedBack(echoed=False)
        typing.tell("type_evidence_date")
        while True:
            typed = typing.form_field(lambda: typing.tell("type_evidence_date"))
            if isinstance(typed, Command) or not (typed or asked_back.waits):
                return None
            date = asked_back.read(typed)
            if isinstance(date, str):
                typing.tell("read_date", date=date, words=date_words(date, typing.lang))
                return date
            typing.refuse(date)

    def _remove(self, typed: str) -> None:
        number = number_up_to(len(self.evidence), typed)
        if number is None:
            self.typing.tell("no_such_number", found=typed)
            return
        del self.evidence[number - 1]
        self.typing.tell("evidence_removed", number=number)
        self._invite_evidence()
