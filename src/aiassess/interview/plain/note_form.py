"""Small dialogues of the line-by-line interview about an answer: its note and evidence, the reason for "not applicable"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiassess.answers.formats import MAX_EVIDENCE
from aiassess.errors import Problem
from aiassess.interview import actions
from aiassess.interview.plain.commands import Command, command_word
from aiassess.interview.plain.dialogue import Quit
from aiassess.interview.plain.show import evidence_lines
from aiassess.interview.plain.streams import Gone
from aiassess.interview.reading import date_words, read_date, text_problem
from aiassess.interview.unfinished import fields_text, read_fields
from aiassess.model.answers import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiassess.interview.plain.dialogue import Typing
    from aiassess.interview.protocol import QuestionView


def ask_reason(typing: Typing, view: QuestionView, typed: list[str]) -> actions.Action | None:
    """Ask why a question does not apply; None if the person goes back. The lines so far are in ``typed``."""
    if not view.question.not_applicable:
        typing.tell("na_refused")
        return None
    typing.tell("na_reason")
    if typed:
        typing.tell("text_goes_on", clear=command_word("clear", typing.lang))
        typing.lines.write("\n".join(typed))
    while True:
        reason = typing.text(typed)
        if isinstance(reason, str):
            if not reason.strip():
                typing.tell("nothing_changed")
                return None
            return actions.SetAside(reason)
        if reason.name == "leave":
            raise Quit
        if reason.name == "back":
            typing.tell("nothing_changed")
            return None
        if reason.name in ("clear", "undo") and typing.clear_or_restore(typed, reason.name):
            continue
        typing.tell("na_reason" if reason.name == "help" else "not_here")


@dataclass
class NoteForm:
    """Note and evidence of one answer; what is in it is kept even if the input ends in the middle."""

    typing: Typing
    view: QuestionView
    kept: str = ""
    """What was typed here before and not saved, as ``keep`` got it."""
    keep: Callable[[str], None] = lambda _: None
    note: str | None = None
    evidence: list[Evidence] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.note = self.view.answer.note
        self.evidence = list(self.view.answer.evidence)
        self._begun: list[str] = []
        texts = read_fields(self.kept)
        if texts:
            # The full screen keeps a date that is half typed as well; what is not a date is not taken over.
            self._begun = texts[0].splitlines() if texts[0] != (self.note or "") else []
            pairs = zip(texts[1::2], texts[2::2], strict=False)
            self.evidence = [Evidence(text, date if read_date(date) == date else None) for text, date in pairs if text]

    def _keep(self, typed: list[str]) -> None:
        self.keep(self._text(typed))

    def _text(self, typed: list[str]) -> str:
        pairs = [text for item in self.evidence for text in (item.reference, item.date or "")]
        return fields_text(["\n".join(typed) or self.note or "", *pairs])

    def unsaved(self) -> str:
        """Return what was typed here and is not saved, as ``keep`` gets it; "" if nothing was."""
        if not self._begun and self.evidence == list(self.view.answer.evidence):
            return ""
        return self._text(self._begun)

    def run(self) -> actions.Action | None:
        """Ask for both; None if the person goes back."""
        try:
            if self._ask_note() and (self.view.question.evidence == "none" or self.ask_evidence()):
                return self.action()
        except (Gone, Quit):
            self.typing.lines.leave_next()
            return self.action()
        self.typing.tell("nothing_changed")
        return None

    def action(self) -> actions.Annotate:
        return actions.Annotate(self.note, tuple(self.evidence))

    def _ask_note(self) -> bool:
        typing = self.typing
        if self.note:
            typing.tell("note", note=self.note)
        words = {name: command_word(name, typing.lang) for name in ("clear", "back")}
        typing.tell("type_note", **words)
        typed = self._begun
        if typed:
            typing.tell("text_goes_on", clear=words["clear"])
            typing.lines.write("\n".join(typed))
        while True:
            try:
                with typing.keeping(self._keep):
                    note = typing.text(typed)
            except Gone:
                self._take(typed)
                raise
            if isinstance(note, str):
                self._take(typed)
                return True
            match note.name:
                case "back":
                    return False
                case "leave":
                    self._take(typed)
                    raise Quit
                case "clear" | "undo" if typing.clear_or_restore(typed, note.name):
                    pass
                case "clear":
                    self.note = None
                    typing.tell("note_removed")
                case "help":
                    typing.tell("type_note", **words)
                case _:
                    typing.tell("not_here")

    def _take(self, typed: list[str]) -> None:
        text = "\n".join(typed)
        if text.strip():
            self.note = text

    def ask_evidence(self) -> bool:
        """Ask for one piece of evidence after the other; False if the person goes back."""
        typing = self.typing
        self._invite()
        while True:
            typed = typing.field()
            if typed == "":
                return True
            if isinstance(typed, str):
                problem = text_problem(typed)
                if len(self.evidence) >= MAX_EVIDENCE:
                    problem = Problem("too_many", {"count": len(self.evidence) + 1, "limit": MAX_EVIDENCE})
                if problem is not None:
                    typing.lines.write(problem.message(typing.lang))
                    continue
                self.evidence.append(Evidence(typed))  # kept without its date, should the input end now
                self._keep([])
                date = self._ask_date()
                self.evidence[-1] = Evidence(typed, date)
                self._invite()
            elif typed.name == "leave":
                raise Quit
            elif typed.name == "back":
                return False
            elif typed.name == "clear":
                self._remove(typed.rest)
            elif typed.name == "help":
                if self.view.question.evidence_hint:
                    typing.tell("help_evidence", hint=self.view.question.evidence_hint[typing.lang])
                self._invite()
            else:
                typing.tell("not_here")

    def _invite(self) -> None:
        typing = self.typing
        for line in evidence_lines(self.evidence, typing.lang):
            typing.lines.write(line)
        typing.tell("type_reference")
        if self.evidence:
            typing.tell("type_reference_remove", clear=command_word("clear", typing.lang))

    def _ask_date(self) -> str | None:
        typing = self.typing
        typing.tell("type_evidence_date")
        while True:
            typed = typing.field()
            if typed == "":
                return None
            if isinstance(typed, Command):
                if typed.name == "leave":
                    raise Quit
                typing.tell("type_evidence_date" if typed.name == "help" else "not_here")
                continue
            date = read_date(typed)
            if isinstance(date, Problem):
                typing.lines.write(date.message(typing.lang))
                continue
            typing.tell("read_date", date=date, words=date_words(date, typing.lang))
            return date

    def _remove(self, number: str) -> None:
        if number.isdecimal() and 1 <= int(number[:6]) <= len(self.evidence):
            del self.evidence[int(number) - 1]
            self.typing.tell("evidence_removed", number=int(number))
            self._invite()
        else:
            self.typing.tell("no_such_number", found=number)
