"""Forms about an answer: its note and evidence, and the reason for "not applicable"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.answers import formats
from aiassess.errors import Problem
from aiassess.interview.actions import Annotate, SetAside
from aiassess.interview.reading import day_words, read_date, text_problem
from aiassess.interview.terminal.field import text_buffer
from aiassess.interview.terminal.form import Field, FormPage
from aiassess.interview.terminal.question import words
from aiassess.kinds.parts import MAX_TEXT
from aiassess.model.answers import Evidence

if TYPE_CHECKING:
    from aiassess.interview.protocol import QuestionView
    from aiassess.interview.terminal.glyphs import Glyphs
    from aiassess.interview.terminal.wrapping import Body


class ReasonPage(FormPage[SetAside]):
    """Why the question does not apply; a reason is needed."""

    keys = ("enter_save", "give_up", "help", "leave", "undo", "redo")

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view, "")
        self.heading = self.say("reason_title")
        self.fields = [Field(self.say("reason"), text_buffer(view.answer.note or "", multiline=True))]
        self.begun()

    def result(self) -> SetAside | None:
        if not self.fields[0].text:
            self.wrong(0, self.say("reason_needed"))
            return None
        problem = text_problem(self.fields[0].text)
        if problem is not None:
            self.wrong(0, problem)
            return None
        return SetAside(self.fields[0].text)

    def salvage(self) -> Annotate:
        """Return what was typed as the note: it isn't an answer yet, but it is there when the person comes back."""
        return Annotate(self.fields[0].text, self.view.answer.evidence)


class NotePage(FormPage[Annotate]):
    """Note and evidence; one empty pair of fields always waits at the end."""

    def __init__(self, glyphs: Glyphs, view: QuestionView, *, expected: bool = False) -> None:
        super().__init__(glyphs, view, "")
        answer = view.answer
        self.expected = expected
        self.heading = self.say("evidence_expected" if expected else "note_title")
        self.fields = [Field(self.say("note"), text_buffer(answer.note or "", multiline=True))]
        for evidence in answer.evidence:
            self._add_pair(evidence.reference, evidence.date or "")
        self._add_pair()
        self.begun(len(self.fields) - 2 if expected else 0)

    def _add_pair(self, reference: str = "", date: str = "") -> None:
        number = (len(self.fields) + 1) // 2
        self.fields += [
            Field(self.say("evidence_reference", n=number), text_buffer(reference, multiline=False)),
            Field(self.say("evidence_date"), text_buffer(date, multiline=False)),
        ]

    def make_room(self, count: int) -> None:
        while len(self.fields) < min(count, 2 * formats.MAX_EVIDENCE + 3):
            self._add_pair()

    def introduction(self) -> list[str]:
        hint_text = words(self.view.question.evidence_hint, self.lang)
        lines = [self.say("evidence_hint", hint=hint_text)] if hint_text else []
        return [*lines, self.say("evidence_how" if self.expected else "note_how")]

    def body(self, width: int) -> Body:
        """Return the form; a new pair of fields appears once the last one is used."""
        if self.fields[-2].text:
            self._add_pair()
        return super().body(width)

    def after_field(self, body: Body, number: int) -> None:
        """Show how a date is understood, and leave room after each pair."""
        if number and number % 2 == 0:
            echo = day_words(self.fields[number].text, self.lang)
            if echo and self.fields[number].text not in echo.split():
                body.add(f"= {echo}", first="  ")
        if number % 2 == 0:
            body.blank()

    def enter(self) -> None:
        """Go to the next field; an empty note or reference ends the form."""
        if not self.fields[self.active].text and (self.active == 0 or self.active % 2 == 1):
            self.save()
        else:
            if self.active == len(self.fields) - 1:
                self._add_pair()
            self.active += 1

    def result(self) -> Annotate | None:
        found: list[Evidence] = []
        for number in range(1, len(self.fields), 2):
            reference, typed = self.fields[number].text, self.fields[number + 1].text
            date = read_date(typed) if typed else None
            if isinstance(date, Problem):
                self.wrong(number + 1, date)
                return None
            if typed and not reference:
                self.wrong(number, self.say("evidence_needs_reference"))
                return None
            if reference:
                found.append(Evidence(reference, date))
        for number in (0, *range(1, len(self.fields), 2)):
            problem = text_problem(self.fields[number].text) if self.fields[number].text else None
            if problem is not None:
                self.wrong(number, problem)
                return None
        if len(found) > formats.MAX_EVIDENCE:
            self.message = self.say("evidence_too_many", limit=formats.MAX_EVIDENCE)
            return None
        return Annotate(self.fields[0].text or None, tuple(found))

    def salvage(self) -> Annotate:
        """Return everything typed; what is not a date stays beside its reference, as text."""
        found = []
        for number in range(1, len(self.fields), 2):
            reference, typed = self.fields[number].text, self.fields[number + 1].text
            found_date = read_date(typed)
            date = found_date if isinstance(found_date, str) else None
            if reference or typed:
                text = reference if date or not typed else f"{reference} ({typed})".strip()
                found.append(Evidence((text or typed)[:MAX_TEXT], date))
        return Annotate(self.fields[0].text[:MAX_TEXT] or None, tuple(found[: formats.MAX_EVIDENCE]))
