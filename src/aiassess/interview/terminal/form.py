"""A small form of several fields, for note and evidence, the reason for "not applicable", and one risk."""

from collections.abc import Callable
from typing import Any

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from aiassess.answers.dates import is_unclear, likeliest
from aiassess.errors import Problem
from aiassess.interview.actions import Annotate
from aiassess.interview.dates import day_words, spoken
from aiassess.interview.protocol import QuestionView
from aiassess.interview.reading import fields_text, kept_text, read_fields
from aiassess.interview.terminal import text_area
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.keys import Command
from aiassess.interview.terminal.page import R, ResultPage
from aiassess.interview.terminal.question import help_text
from aiassess.interview.terminal.wrapping import Body, cut
from aiassess.interview.views import numbered

_OWN_WORDS = {"risk_rating": "rating_wrong"}
"""Problems that the full screen has words of its own for."""


class Field:
    """A field of a form; ``label`` names a message, which may count the fields of its kind (``{n}``)."""

    def __init__(
        self, label: str, text: str = "", *, multiline: bool = False, read: Callable[[str], object] = kept_text
    ) -> None:
        self.label = label
        self.buffer = text_area.TextBuffer(document=Document(text), multiline=multiline)
        self._read = read
        self._confirmed = ""
        """The text, if it is unclear, whose likeliest reading was confirmed."""
        self.left = False
        """The person has left it: from then on, what is wrong with it is said below it."""

    @property
    def text(self) -> str:
        return self.buffer.text.strip()

    def found(self) -> Any:
        """Return what its text says, or the Problem with it; None if it is blank."""
        found = self._read(self.text) if self.text else None
        return likeliest(found) if is_unclear(found) and self.text == self._confirmed else found

    def asks_back(self) -> bool:
        """Return whether Enter first asks what is meant; Enter below that question confirms how it is read."""
        if not is_unclear(self.found()):
            return False
        if self.left:
            self._confirmed = self.text
            return False
        self.left = True
        return True


class FormPage(ResultPage[R | None]):
    """Fields one below the other. Ends with the method ``result``'s value, or None if it was given up."""

    keys: tuple[str, ...] = ("enter_next", "save", "give_up", "leave", "fields", "undo", "redo")
    heading: str
    """The name of a message."""
    names_question = True

    def __init__(self, glyphs: Glyphs, view: QuestionView, fields: list[Field], active: int = 0) -> None:
        super().__init__(glyphs, view.language)
        self.view = view
        self.progress = view.progress
        self.has_help = bool(help_text(view.question, self.lang))
        self.fields = fields
        self.active = active
        self._before = self._texts()
        self._warned = False
        self.on |= {
            "enter": self._enter,
            "note": self.save,  # F2 saves, as it opened the form
            "skip": self.save,  # Ctrl-S saves, as in other programs
            "back": self._back,
            "editor": lambda: self.run_editor(self.buffer),
            "undo": self._undo,
            "redo": lambda: text_area.changes(self.buffer, self.buffer.redo),
            "next_field": self.next_field,
            "previous_field": lambda: self._go(-1),
            "down": lambda: self._move(1),
            "up": lambda: self._move(-1),
        }

    # What is shown

    def introduction(self) -> list[str]:
        return []

    def after_field(self, body: Body, number: int) -> None:
        """Add what is below a field."""

    def add_day(self, body: Body, number: int) -> None:
        """Add the day in a field with its month by name, if it is one."""
        echo = day_words(self.fields[number].text, self.lang)
        if echo:
            body.add(f"= {echo}", first="  ")

    def label(self, number: int) -> str:
        return self.say(self.fields[number].label, n=(number + 1) // 2)

    def fill(self, body: Body) -> None:
        body.add(self.say(self.heading), "heading")
        if self.names_question:
            body.add(cut(numbered(self.view.question, self.lang), body.width * 2 - 4, self.glyphs))
        for text in self.introduction():
            body.add(text)
        if self.help_open:
            side = self.glyphs.side
            body.add(help_text(self.view.question, self.lang), first=side, rest=side)
        body.help = (0, len(body.lines) - 1)
        body.blank()
        for number, each in enumerate(self.fields):
            active = number == self.active
            start = body.add(self.label(number), "active" if active else "")
            text_area.draw(body, each.buffer, margin=self.margin if active else "  ", active=active)
            whole = body.focus is not None and body.focus[1] == len(body.lines) - 1
            wrong = self.wrong(number) if each.left else ""
            if wrong:
                body.add(wrong, "problem", first="! ", first_style="problem")
            self.after_field(body, number)
            if active and body.focus:
                body.focus = (start, len(body.lines) - 1 if whole else body.focus[1])

    def commands(self) -> list[str]:
        return [*self.keys, *(("newline", "editor") if self.buffer.multiline() else ())]

    @property
    def buffer(self) -> Buffer:
        self.active = max(0, min(self.active, len(self.fields) - 1))
        return self.fields[self.active].buffer

    def _texts(self) -> list[str]:
        return [each.buffer.text for each in self.fields if each.buffer.text]

    @property
    def changed(self) -> bool:
        return self._texts() != self._before

    def unsaved(self) -> str:
        """Return what is in the fields, for ``restore``; "" if it is what the form began with."""
        return fields_text([each.buffer.text for each in self.fields]) if self.changed else ""

    def restore(self, kept: str) -> None:
        """Fill the fields with what ``unsaved`` returned in an earlier session; anything else is passed over."""
        texts = read_fields(kept)
        if not texts:
            return
        self.make_room(len(texts))
        for each, text in zip(self.fields, texts, strict=False):
            each.buffer.document = Document(text)
        self.message = self.say("form_restored")

    def make_room(self, count: int) -> None:
        """Have at least so many fields, if the form can grow."""

    # What is pressed

    def result(self) -> R:
        """Return what the form gives, once nothing is wrong with it."""
        raise NotImplementedError

    def salvage(self) -> Annotate | None:
        """Return what can be saved if the person leaves in the middle; None: what is typed is only kept."""
        return None

    def check(self, number: int) -> str | Problem | None:
        """Return what is wrong with a field as it is now; None if nothing is."""
        found = self.fields[number].found()
        return found if isinstance(found, Problem) else None

    def wrong(self, number: int) -> str:
        """Return in words what is wrong with a field; "" if nothing is."""
        said = self.check(number)
        if isinstance(said, Problem):
            own = _OWN_WORDS.get(said.code)
            return self.say(own, **said.values) if own else spoken(said, self.lang)
        return said or ""

    @property
    def first_wrong(self) -> int | None:
        """The first field with which something is wrong."""
        return next((number for number in range(len(self.fields)) if self.check(number)), None)

    def save(self) -> None:
        """End with the result, or go to the first field with which something is wrong."""
        wrong = self.first_wrong
        if wrong is None:
            self.finish(self.result())
        else:
            self.go_to(wrong)
            self.fields[wrong].left = True
            self.message = self.say("form_not_saved")

    def _enter(self) -> None:
        if self.fields[self.active].asks_back():
            self.guard()
        else:
            self.enter()

    def enter(self) -> None:
        """Go to the next field; from the last one, save."""
        if self.active == len(self.fields) - 1:
            self.save()
        else:
            self.go_to(self.active + 1)

    def next_field(self) -> None:
        self._go(1)

    def _back(self) -> None:
        """Give the form up; if something was typed, only at the second press."""
        if self.changed and not self._warned:
            self._warned = True
            self.guard()
            self.message = self.say("form_changed")
        else:
            self.finish(None)

    def handler(self, command: Command) -> Callable[[], object] | None:
        """Return what a command does; one line needs no editor."""
        if command == "editor" and not self.buffer.multiline():
            return None
        return super().handler(command)

    def _undo(self) -> None:
        if not text_area.changes(self.buffer, self.buffer.undo):
            self.message = self.say("form_nothing_to_undo")

    def _move(self, step: int) -> None:
        if not self.move_in_text(step):
            self._go(step)

    def _go(self, step: int) -> None:
        self.go_to(max(0, min(self.active + step, len(self.fields) - 1)))

    def go_to(self, number: int) -> None:
        """Go to a field; the one that is left is checked from now on."""
        self.fields[self.active].left = number != self.active or self.fields[self.active].left
        self.active = number
