"""Forms about an answer: its note and evidence, and the reason for "not applicable"."""

from aiassess.answers.formats import MAX_EVIDENCE
from aiassess.errors import Problem
from aiassess.interview.actions import Annotate, SetAside
from aiassess.interview.protocol import QuestionView
from aiassess.interview.reading import read_date
from aiassess.interview.terminal.form import Field, FormPage
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.question import words
from aiassess.interview.terminal.wrapping import Body
from aiassess.model.answers import Evidence


class ReasonPage(FormPage[SetAside]):
    """Why the question does not apply; a reason is needed."""

    keys = ("enter_save", "give_up", "help", "leave", "undo", "redo")
    heading = "reason_title"

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view, [Field("reason", view.answer.note or "", multiline=True)])

    def check(self, number: int) -> str | Problem | None:
        return super().check(number) if self.fields[number].text else self.say("reason_needed")

    def result(self) -> SetAside:
        return SetAside(self.fields[0].text)


def _pair(reference: str = "", date: str = "") -> list[Field]:
    return [Field("evidence_reference", reference), Field("evidence_date", date, read=read_date)]


class NotePage(FormPage[Annotate]):
    """Note and evidence; one empty pair of fields always waits at the end."""

    def __init__(self, glyphs: Glyphs, view: QuestionView, *, expected: bool = False) -> None:
        answer = view.answer
        self.expected = expected
        self.heading = "evidence_expected" if expected else "note_title"
        fields = [Field("note", answer.note or "", multiline=True)]
        for evidence in answer.evidence:
            fields += _pair(evidence.reference, evidence.date or "")
        fields += _pair()
        super().__init__(glyphs, view, fields, len(fields) - 2 if expected else 0)

    def make_room(self, count: int) -> None:
        while len(self.fields) < min(count, 2 * MAX_EVIDENCE + 3):
            self.fields += _pair()

    def introduction(self) -> list[str]:
        hint_text = words(self.view.question.evidence_hint, self.lang)
        lines = [self.say("evidence_hint", hint=hint_text)] if hint_text else []
        return [*lines, self.say("evidence_how" if self.expected else "note_how")]

    def fill(self, body: Body) -> None:
        """Add the form; a new pair of fields appears once the last one is used."""
        if self.fields[-2].text:
            self.fields += _pair()
        super().fill(body)

    def after_field(self, body: Body, number: int) -> None:
        """Show each date in words, and leave room after the note and after each pair."""
        if number % 2 == 0:
            if number:
                self.add_day(body, number)
            body.blank()

    def enter(self) -> None:
        """Go to the next field; an empty note or reference ends the form."""
        if not self.fields[self.active].text and (self.active == 0 or self.active % 2 == 1):
            self.save()
        else:
            if self.active == len(self.fields) - 1:
                self.fields += _pair()
            self.go_to(self.active + 1)

    def check(self, number: int) -> str | Problem | None:
        given, text = sum(bool(each.text) for each in self.fields[1 : number + 1 : 2]), self.fields[number].text
        if number % 2 and not text and self.fields[number + 1].text:
            return self.say("evidence_needs_reference")
        if number % 2 and text and given > MAX_EVIDENCE:
            return self.say("evidence_too_many", limit=MAX_EVIDENCE)
        return super().check(number)

    def result(self) -> Annotate:
        note, *rest = [each.found() for each in self.fields]
        pairs = zip(rest[::2], rest[1::2], strict=True)
        return Annotate(note, tuple(Evidence(reference, date) for reference, date in pairs if reference))

    def salvage(self) -> Annotate | None:
        return self.result() if (self.changed or self.expected) and self.first_wrong is None else None
