"""Forms about an answer: its note and evidence, and the reason for "not applicable"."""

from typing import Literal

from prompt_toolkit.document import Document

from aiassess.answers.dates import read_date
from aiassess.answers.formats import MAX_EVIDENCE
from aiassess.errors import Problem
from aiassess.interview.actions import Annotate, SetAside
from aiassess.interview.protocol import QuestionView
from aiassess.interview.terminal.form import Field, FormPage
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.layout import Hint
from aiassess.interview.terminal.question import words
from aiassess.interview.terminal.wrapping import Body, cut, sign
from aiassess.interview.views import MOST_OFFERED, evidence_parts
from aiassess.model.answers import Evidence
from aiassess.model.questionnaire import Option


class ReasonPage(FormPage[SetAside]):
    """Why the question does not apply; a reason is needed."""

    keys = ("enter_save", "give_up", "leave", "undo", "redo")
    heading = "reason_title"

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view, [Field("reason", view.answer.note or "", multiline=True)])

    def check(self, number: int) -> str | Problem | None:
        return super().check(number) if self.fields[number].text else self.say("reason_needed")

    def result(self) -> SetAside:
        return SetAside(self.fields[0].text)


def _pair(reference: str = "", date: str = "") -> list[Field]:
    return [Field("evidence_reference", reference), Field("evidence_date", date, read=read_date)]


_Asked = Literal["note", "evidence"] | None
_HEADINGS: dict[_Asked, str] = {None: "note_title", "note": "note_expected", "evidence": "evidence_expected"}


class NotePage(FormPage[Annotate]):
    """Note and evidence; one empty pair of fields always waits at the end."""

    def __init__(self, glyphs: Glyphs, view: QuestionView, asked: _Asked = None, asker: Option | None = None) -> None:
        """Begin the form; ``asked``: what it is opened for, unless the person opened it; ``asker``: the option that asks."""
        answer = view.answer
        self.asked = asked
        self.asker = asker
        self.heading = _HEADINGS[asked]
        fields = [Field("note", answer.note or "", multiline=True)]
        for evidence in answer.evidence:
            fields += _pair(evidence.reference, evidence.date or "")
        fields += _pair()
        super().__init__(glyphs, view, fields, len(fields) - 2 if asked == "evidence" else 0)
        self._pointed = (-1, "", 0)
        """The field and its text when something below it was pointed at, and which."""
        self.on |= {"back": lambda: self._back() if self.pointed is None else self._point(None)}

    def make_room(self, count: int) -> None:
        while len(self.fields) < min(count, 2 * MAX_EVIDENCE + 3):
            self.fields += _pair()

    def introduction(self) -> list[str]:
        hint_text = words(self.view.question.evidence_hint, self.lang)
        lines = [self.say("evidence_hint", hint=hint_text)] if hint_text else []
        if self.asked == "note" and self.asker:
            return [self.say("note_expected_for", option=self.asker.label[self.lang]), self.say("note_expected_how")]
        return [*lines, self.say("evidence_how" if self.asked else "note_how")]

    def fill(self, body: Body) -> None:
        """Add the form; a new pair of fields appears once the last one is used."""
        if self.fields[-2].text:
            self.fields += _pair()
        super().fill(body)

    def after_field(self, body: Body, number: int) -> None:
        """Offer evidence given before, show each date in words, and leave room after the note and after each pair."""
        if number == self.active:
            self._add_offers(body)
        if number % 2 == 0:
            if number:
                self.add_day(body, number)
            body.blank()

    # Evidence given before

    def offers(self) -> list[Evidence]:
        """Return what is offered below the reference that is empty, or begun: what has all its words."""
        typed = self.fields[self.active].text.casefold()
        if self.active % 2 == 0 or self.fields[self.active + 1].text:
            return []
        here = {each.text for each in self.fields[1::2]}
        found = (item for item in self.view.evidence_known if item.reference not in here)
        return [item for item in found if all(word in item.reference.casefold() for word in typed.split())][
            :MOST_OFFERED
        ]

    @property
    def pointed(self) -> int | None:
        """Which of the offers is pointed at; None once something else was done."""
        field, text, at = self._pointed
        return at if (field, text) == (self.active, self.buffer.text) else None

    def _point(self, at: int | None) -> None:
        self._pointed = (-1, "", 0) if at is None else (self.active, self.buffer.text, at)

    def _add_offers(self, body: Body) -> None:
        offers = self.offers()
        if offers:
            body.add(self.say("evidence_offered"), "said", first="  ")
        for number, item in enumerate(offers):
            here = number == self.pointed
            reference, date = evidence_parts(item)
            line = cut(reference, max(1, body.width - 4 - len(date)), self.glyphs) + date
            at = body.raw([("class:pointer" if here else "", f"  {sign(here)}{line}")])
            if here:
                body.cursor = (at, 0)

    def _take(self, item: Evidence) -> None:
        """Fill in evidence that was given before, and go to the next pair."""
        for each, text in zip(self.fields[self.active :], (item.reference, item.date or ""), strict=False):
            each.buffer.document = Document(text)
        if self.active + 2 == len(self.fields):
            self.fields += _pair()
        self.go_to(self.active + 2)

    def _move(self, step: int) -> None:
        """Go through the offers before the next field, and from the first one back to the field."""
        offers, at = self.offers(), self.pointed
        if at is None:
            if step > 0 and offers and not self.move_in_text(step):
                self._point(0)
            elif not offers or step < 0:
                super()._move(step)
        elif 0 <= at + step < len(offers):
            self._point(at + step)
        elif step < 0:
            self._point(None)
        else:
            super()._go(step)

    @property
    def ends(self) -> bool:
        """Whether Enter ends the form: an empty note or reference does."""
        return not self.fields[self.active].text and (self.active == 0 or self.active % 2 == 1)

    def hint(self, command: str, words: str | None = None) -> Hint:
        if command == "enter_next" and self.pointed is not None:
            words = "enter_take"
        elif command == "enter_next" and self.ends:
            words = "enter_on"
        return super().hint(command, words)

    def enter(self) -> None:
        """Take what is pointed at, or go to the next field; an empty note or reference ends the form."""
        offers, at = self.offers(), self.pointed
        if at is not None and at < len(offers):
            self._take(offers[at])
            return
        if self.ends:
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
        return self.result() if (self.changed or self.asked) and self.first_wrong is None else None
