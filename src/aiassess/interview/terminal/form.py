"""Small forms of several fields: note and evidence, the reason for "not applicable", one risk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiassess.answers import formats
from aiassess.interview.terminal import edit, parse
from aiassess.interview.terminal.field import date_words, text_buffer
from aiassess.interview.terminal.keys import hint, labels, list_keys
from aiassess.interview.terminal.lines import Body
from aiassess.interview.terminal.page import Page
from aiassess.interview.terminal.question import words
from aiassess.model.answers import Evidence

if TYPE_CHECKING:
    from prompt_toolkit.buffer import Buffer

    from aiassess.interview.terminal.frame import Hint
    from aiassess.interview.terminal.look import Look
    from aiassess.interview.ui import QuestionView
    from aiassess.model.answers import Answer


@dataclass
class Field:
    """A labelled field of a form."""

    label: str
    buffer: Buffer

    @property
    def text(self) -> str:
        """What stands in it, without blanks around it."""
        return self.buffer.text.strip()


class FormPage(Page):
    """Fields one below the other. Ends with the method ``result``'s value, or None where it was given up."""

    keys: tuple[str, ...] = ("enter_next", "save", "fields", "give_up", "help", "leave")
    asks_before_giving_up = True

    def __init__(self, look: Look, view: QuestionView, title: str) -> None:
        super().__init__(look, view.language)
        self.view = view
        self.progress = view.progress
        self.heading = title
        self.fields: list[Field] = []
        self.active = 0
        self.help_open = False
        self._warned = False
        self._before: list[str] | None = None

    # What is shown

    def introduction(self) -> list[str]:
        """Return paragraphs that stand above the fields."""
        return []

    def after_field(self, body: Body, number: int) -> None:
        """Add what stands below a field."""

    def body(self, width: int) -> Body:
        """Return the form."""
        body = Body(width, self.look)
        body.add(self.heading, "heading")
        for text in self.introduction():
            body.add(text)
        if self.help_open:
            side = self.look.signs["side"]
            text = words(self.view.question.help, self.lang) or self.say("help_none")
            body.add(text, "help", first=side, rest=side)
        body.blank()
        for number, each in enumerate(self.fields):
            active = number == self.active
            start = body.add(each.label, "active" if active else "label")
            edit.draw(body, each.buffer, margin=self.margin if active else "  ", active=active)
            if active and body.focus:
                body.focus = (start, body.focus[1])
            self.after_field(body, number)
        if self.help_open:
            list_keys(body, self.lang, self.keys)
        return body

    def hints(self) -> list[Hint]:
        """Return the keys of a form."""
        shown = [hint(command, self.look, self.lang) for command in self.keys]
        if self.buffer.multiline():
            shown.insert(2, hint("newline", self.look, self.lang))
            shown.append(hint("editor", self.look, self.lang))
        return shown

    @property
    def buffer(self) -> Buffer:
        """The active field."""
        self.active = max(0, min(self.active, len(self.fields) - 1))
        return self.fields[self.active].buffer

    @property
    def changed(self) -> bool:
        """Whether anything was typed."""
        return [each.buffer.text for each in self.fields if each.buffer.text] != (self._before or [])

    def begun(self, active: int = 0) -> None:
        """Remember what the form begins with; called once its fields stand."""
        self._before = [each.buffer.text for each in self.fields if each.buffer.text]
        self.active = active

    # What is pressed

    def result(self) -> Any:
        """Return what the form gives; None where something is wrong: the message says what, the field is active."""
        raise NotImplementedError

    def salvage(self) -> Any:
        """Return what can be kept where the person leaves in the middle, without a look at what is wrong."""
        raise NotImplementedError

    def wrong(self, number: int, message: str) -> None:
        """Say what is wrong with a field, and go there."""
        self.active, self.message = number, message

    def on_save(self) -> None:
        """End the form with what stands in it."""
        result = self.result()
        if result is not None:
            self.finish(result)

    def on_enter(self) -> None:
        """Go to the next field; from the last one, or from an empty one that may be empty, save."""
        if self.active == len(self.fields) - 1:
            self.on_save()
        else:
            self.active += 1

    def on_note(self) -> None:
        """F2 saves, as it opened the form."""
        self.on_save()

    def on_skip(self) -> None:
        """Ctrl-S saves, as in other programs."""
        self.on_save()

    def on_back(self) -> None:
        """Close the help, or give the form up; what was typed is given up only at the second press."""
        if self.help_open:
            self.help_open = False
        elif self.changed and not self._warned:
            self._warned = True
            self.message = self.say("form_changed")
        else:
            self.finish(None)

    def takes(self, command: str) -> bool:
        """Left goes back only from the beginning of the first field."""
        if command == "left":
            return self.active == 0 and not self.buffer.text
        if command == "editor":
            return bool(self.buffer.multiline())
        return super().takes(command)

    def on_left(self) -> None:
        """Give the form up."""
        self.on_back()

    def on_help(self) -> None:
        """Open or close the question's help."""
        self.help_open = not self.help_open

    def on_newline(self) -> None:
        """Begin a new line in a field that has several."""
        if self.buffer.multiline():
            self.buffer.insert_text("\n")
        else:
            self.on_enter()

    def on_editor(self) -> None:
        """Open the field in the person's editor."""
        self.run_editor(self.buffer)

    def on_next_field(self) -> None:
        """Go to the next field."""
        self.active = min(self.active + 1, len(self.fields) - 1)

    def on_previous_field(self) -> None:
        """Go to the field before."""
        self.active = max(self.active - 1, 0)

    def on_down(self) -> None:
        """Move down in the field, then to the next."""
        if not self.move_in_text(1):
            self.on_next_field()

    def on_up(self) -> None:
        """Move up in the field, then to the one before."""
        if not self.move_in_text(-1):
            self.on_previous_field()


class ReasonPage(FormPage):
    """Why the question does not apply; a reason is needed."""

    keys = ("enter_save", "give_up", "help", "leave")

    def __init__(self, look: Look, view: QuestionView) -> None:
        super().__init__(look, view, "")
        self.heading = self.say("reason_title")
        self.fields = [Field(self.say("reason"), text_buffer(view.answer.note or "", multiline=True))]
        self.begun()

    def introduction(self) -> list[str]:
        """Return the question."""
        return [words(self.view.question.text, self.lang)]

    def result(self) -> str | None:
        """Return the reason."""
        if not self.fields[0].text:
            self.wrong(0, self.say("reason_needed"))
            return None
        return too_long(self, 0) or self.fields[0].text

    def salvage(self) -> str:
        """Return what was typed."""
        return self.fields[0].text


def too_long(form: FormPage, number: int) -> None:
    """Say that a field holds more than is kept, where it does."""
    length = len(form.fields[number].text)
    if length > formats.MAX_TEXT:
        form.wrong(number, form.say("too_long", length=length, limit=formats.MAX_TEXT))


class NotePage(FormPage):
    """Note and evidence. Ends with (note or None, evidence); one empty pair of fields always waits at the end."""

    def __init__(self, look: Look, view: QuestionView, answer: Answer, *, expected: bool = False) -> None:
        super().__init__(look, view, "")
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

    def introduction(self) -> list[str]:
        """Return the hint about evidence."""
        hint_text = words(self.view.question.evidence_hint, self.lang)
        lines = [self.say("evidence_hint", hint=hint_text)] if hint_text else []
        return [*lines, self.say("note_how")]

    def body(self, width: int) -> Body:
        """Return the form; a new pair of fields appears once the last one is used."""
        if self.fields[-2].text:
            self._add_pair()
        return super().body(width)

    def after_field(self, body: Body, number: int) -> None:
        """Show how a date is understood, and leave room after each pair."""
        if number and number % 2 == 0:
            echo = date_words(self.fields[number].text, self.lang)
            if echo and self.fields[number].text not in echo.split():
                body.add(f"= {echo}", first="  ")
        if number % 2 == 0:
            body.blank()

    def on_enter(self) -> None:
        """Go to the next field; an empty note or reference ends the form."""
        if not self.fields[self.active].text and (self.active == 0 or self.active % 2 == 1):
            self.on_save()
        else:
            if self.active == len(self.fields) - 1:
                self._add_pair()
            self.active += 1

    def result(self) -> tuple[str | None, tuple[Evidence, ...]] | None:
        """Return note and evidence."""
        found: list[Evidence] = []
        for number in range(1, len(self.fields), 2):
            reference, typed = self.fields[number].text, self.fields[number + 1].text
            date = parse.iso_date(typed)
            if typed and date is None:
                self.wrong(number + 1, self.say("date_wrong", found=typed))
                return None
            if typed and not reference:
                self.wrong(number, self.say("evidence_needs_reference"))
                return None
            if reference:
                found.append(Evidence(reference, date))
        for number in range(len(self.fields)):
            too_long(self, number)
        if len(found) > formats.MAX_EVIDENCE:
            self.message = self.say("evidence_too_many", limit=formats.MAX_EVIDENCE)
        return None if self.message else (self.fields[0].text or None, tuple(found))

    def salvage(self) -> tuple[str | None, tuple[Evidence, ...]]:
        """Return everything typed; a date that is none stays beside its reference, as text."""
        found = []
        for number in range(1, len(self.fields), 2):
            reference, typed = self.fields[number].text, self.fields[number + 1].text
            date = parse.iso_date(typed)
            if reference or typed:
                text = reference if date or not typed else f"{reference} ({typed})".strip()
                found.append(Evidence((text or typed)[: formats.MAX_TEXT], date))
        return (self.fields[0].text[: formats.MAX_TEXT] or None, tuple(found[: formats.MAX_EVIDENCE]))
