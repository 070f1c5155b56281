"""A small form of several fields, for note and evidence, the reason for "not applicable", and one risk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiassess.errors import Problem
from aiassess.interview.terminal import text_area
from aiassess.interview.terminal.keys import list_keys
from aiassess.interview.terminal.page import R, ResultPage
from aiassess.interview.terminal.question import words
from aiassess.interview.terminal.wrapping import Body, cut
from aiassess.interview.unfinished import fields_text, read_fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.buffer import Buffer

    from aiassess.interview.protocol import QuestionView
    from aiassess.interview.terminal.glyphs import Glyphs
    from aiassess.interview.terminal.keys import Command
    from aiassess.interview.terminal.layout import Hint


_OWN_WORDS = {"date_wrong": "date_wrong", "risk_rating": "rating_wrong"}
"""Problems that the full screen has words of its own for."""


@dataclass
class Field:
    """A labelled field of a form."""

    label: str
    buffer: Buffer

    @property
    def text(self) -> str:
        """Its text, without blanks around it."""
        return self.buffer.text.strip()


class FormPage(ResultPage[R | None]):
    """Fields one below the other. Ends with the method ``result``'s value, or None if it was given up."""

    keys: tuple[str, ...] = ("enter_next", "save", "fields", "give_up", "help", "leave", "undo", "redo")
    names_question = True

    def __init__(self, glyphs: Glyphs, view: QuestionView, title: str) -> None:
        super().__init__(glyphs, view.language)
        self.view = view
        self.progress = view.progress
        self.heading = title
        self.fields: list[Field] = []
        self.active = 0
        self._warned = False
        self._before: list[str] | None = None
        self.on |= {
            "enter": self.enter,
            "newline": lambda: self.buffer.insert_text("\n"),
            "note": self.save,  # F2 saves, as it opened the form
            "skip": self.save,  # Ctrl-S saves, as in other programs
            "back": self._back,
            "left": self._back,
            "help": self.turn_help,
            "editor": lambda: self.run_editor(self.buffer),
            "undo": self._undo,
            "redo": lambda: text_area.redo(self.buffer),
            "next_field": lambda: self._go(1),
            "previous_field": lambda: self._go(-1),
            "down": lambda: self._move(1),
            "up": lambda: self._move(-1),
        }

    # What is shown

    def introduction(self) -> list[str]:
        """Return paragraphs above the fields."""
        return []

    def after_field(self, body: Body, number: int) -> None:
        """Add what is below a field."""

    def body(self, width: int) -> Body:
        body = Body(width, self.glyphs)
        body.add(self.heading, "heading")
        if self.names_question:
            question = words(self.view.question.text, self.lang)
            ref = f"{self.view.question.ref}. " if self.view.question.ref else ""
            body.add(cut(self.glyphs.clean(f"{ref}{question}"), width * 2 - 4, self.glyphs.ellipsis))
        for text in self.introduction():
            body.add(text)
        if self.help_open:
            side = self.glyphs.side
            text = words(self.view.question.help, self.lang) or self.say("help_none")
            body.add(text, "help", first=side, rest=side)
        help_end = len(body.lines) - 1
        body.blank()
        for number, each in enumerate(self.fields):
            active = number == self.active
            start = body.add(each.label, "active" if active else "label")
            text_area.draw(body, each.buffer, margin=self.margin if active else "  ", active=active)
            if active and body.focus:
                body.focus = (start, body.focus[1])
            self.after_field(body, number)
        if self.help_open:
            list_keys(body, self.lang, self.keys)
            if self.help_turned_to:
                body.focus, body.cursor = (0, help_end), None
        return body

    def commands(self) -> list[str]:
        return [*self.keys]

    def hints(self) -> list[Hint]:
        shown = super().hints()
        if self.buffer.multiline():
            shown.insert(2, self.hint("newline"))
            shown.append(self.hint("editor"))
        return shown

    @property
    def buffer(self) -> Buffer:
        self.active = max(0, min(self.active, len(self.fields) - 1))
        return self.fields[self.active].buffer

    @property
    def changed(self) -> bool:
        return [each.buffer.text for each in self.fields if each.buffer.text] != (self._before or [])

    def kept(self) -> str:
        """Return what is in the fields, for ``restore``."""
        return fields_text([each.buffer.text for each in self.fields])

    def restore(self, kept: str) -> None:
        """Fill the fields with what ``kept`` returned in an earlier session; anything else is passed over."""
        texts = read_fields(kept)
        if not texts:
            return
        self.make_room(len(texts))
        for each, text in zip(self.fields, texts, strict=False):
            each.buffer.text = text
            each.buffer.cursor_position = len(text)
        self.message = self.say("form_restored")

    def make_room(self, count: int) -> None:
        """Have at least so many fields, if the form can grow."""

    def begun(self, active: int = 0) -> None:
        """Remember what the form begins with; called once its fields are there."""
        self._before = [each.buffer.text for each in self.fields if each.buffer.text]
        self.active = active

    # What is pressed

    def result(self) -> R | None:
        """Return what the form gives; None if something is wrong: the message says what, the field is active."""
        raise NotImplementedError

    def wrong(self, number: int, found: str | Problem) -> None:
        """Say what is wrong with a field, and go there."""
        if isinstance(found, Problem):
            own = _OWN_WORDS.get(found.code)
            found = self.say(own, **found.values) if own else found.message(self.lang)
        self.active, self.message = number, found

    def save(self) -> None:
        result = self.result()
        if result is not None:
            self.finish(result)

    def enter(self) -> None:
        """Go to the next field; from the last one, save."""
        if self.active == len(self.fields) - 1:
            self.save()
        else:
            self.active += 1

    def _back(self) -> None:
        """Close the help, or give the form up; what was typed is given up only at the second press."""
        if self.help_open:
            self.help_open = False
        elif self.changed and not self._warned:
            self._warned = True
            self.message = self.say("form_changed")
        else:
            self.finish(None)

    def handler(self, command: Command) -> Callable[[], object] | None:
        """Left goes back only from the first field, and while that is empty; one line needs no editor."""
        if command == "left" and (self.active or self.buffer.text):
            return None
        if command == "editor" and not self.buffer.multiline():
            return None
        return super().handler("enter" if command == "newline" and not self.buffer.multiline() else command)

    def _undo(self) -> None:
        if not text_area.undo(self.buffer):
            self.message = self.say("form_nothing_to_undo")

    def _move(self, step: int) -> None:
        if not self.move_in_text(step):
            self._go(step)

    def _go(self, step: int) -> None:
        self.active = max(0, min(self.active + step, len(self.fields) - 1))
