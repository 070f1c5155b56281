"""Questions answered from a list: one option, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.interview.actions import Give
from aiassess.interview.terminal.page import Pointer
from aiassess.interview.terminal.question import QuestionPage, words
from aiassess.interview.terminal.text_area import note_change
from aiassess.safe import safe_line

if TYPE_CHECKING:
    from aiassess.interview.protocol import QuestionView
    from aiassess.interview.terminal.glyphs import Glyphs
    from aiassess.interview.terminal.wrapping import Body
    from aiassess.model.answers import Value
    from aiassess.model.questionnaire import Option


class _OptionsPage(QuestionPage):
    """A list of options with a pointer. Without an answer nothing is pointed at: Enter alone then gives nothing."""

    def __init__(self, glyphs: Glyphs, view: QuestionView, at: int | None) -> None:
        super().__init__(glyphs, view)
        self.options = view.question.options
        self.pointer = Pointer(lambda: len(self.options), at)
        self.on |= self.pointer.on()
        self.on |= {
            "first": lambda: self._point(0),
            "last": lambda: self._point(len(self.options) - 1),
            "left": self.on["back"],
            "delete": self.on["clear"],
            "enter": self.enter,
        }

    def _point(self, at: int) -> None:
        self.pointer.at = at

    @property
    def value(self) -> Value | None:
        """What Enter gives; None: nothing is chosen yet."""
        raise NotImplementedError

    def fill(self, body: Body) -> None:
        for number, option in enumerate(self.options):
            here = number == self.pointer.at
            mark = self.mark(option)
            first = f"{'>' if here else ' '} {mark} {number + 1}. "
            style = "pointer" if here else "chosen" if self.is_chosen(option) else ""
            start = body.add(words(option.label, self.lang), style, first=first, first_style=f"class:{style}")
            if option.help:
                body.add(words(option.help, self.lang), "help", first=" " * len(first))
            if here:
                # With the first option the question itself comes back into view, if there is room for both.
                body.point(start, None if number else self.question_line)

    def mark(self, option: Option) -> str:
        """Return the sign before an option."""
        raise NotImplementedError

    def is_chosen(self, option: Option) -> bool:
        raise NotImplementedError

    def char(self, char: str) -> None:
        """Point at an option, or open the help."""
        if char == "?":
            self.turn_help()
        else:
            self.pointer.char(char)

    def enter(self) -> None:
        """Give what is chosen; a prefilled answer without a value is confirmed as it is."""
        if self.value is not None:
            self.finish(Give(self.value))
        elif not self.confirm():
            self.message = self.say("choose_first")


class ChoicePage(_OptionsPage):
    """One option: the one pointed at."""

    own_keys = ("point", "enter")

    def __init__(self, glyphs: Glyphs, view: QuestionView, _: str | None = None, at: int | None = None) -> None:
        ids = [option.id for option in view.question.options]
        given = ids.index(str(view.answer.value)) if view.answer.value in ids else None
        super().__init__(glyphs, view, given if at is None else at)

    @property
    def value(self) -> Value | None:
        return None if self.pointer.at is None else self.options[self.pointer.at].id

    def instruction(self) -> str:
        return self.say("choose_one")

    def mark(self, option: Option) -> str:
        """Return the sign of a choice among others; it marks the answer so far, the pointer what Enter gives."""
        return self.glyphs.chosen if self.is_chosen(option) else "( )"

    def is_chosen(self, option: Option) -> bool:
        return self.view.answer.value == option.id

    def char(self, char: str) -> None:
        """Space chooses nothing here; say what does."""
        if char == " ":
            self.message = self.say("enter_gives" if self.pointer.at is not None else "choose_first")
        else:
            super().char(char)


class ChoicesPage(_OptionsPage):
    """Any number of options: those ticked."""

    own_keys = ("point", "tick", "enter")

    def __init__(self, glyphs: Glyphs, view: QuestionView, kept: str | None = None, at: int | None = None) -> None:
        known = [option.id for option in view.question.options]
        stored = view.answer.value if isinstance(view.answer.value, tuple) else ()
        self._stored = [name for name in known if name in stored]
        ticked = [name for name in known if name in kept.split()] if kept else self._stored
        self.ticked = set(ticked)
        self._before: list[set[str]] = []
        """What was ticked before each change, for undo."""
        self._undone: list[set[str]] = []
        super().__init__(glyphs, view, known.index(ticked[0]) if at is None and ticked else at)

    @property
    def value(self) -> Value | None:
        return tuple(option.id for option in self.options if option.id in self.ticked) or None

    def typed(self) -> str:
        now = [option.id for option in self.options if option.id in self.ticked]
        return "" if now == self._stored else " ".join(now)

    def instruction(self) -> str:
        return self.say("choose_many")

    def mark(self, option: Option) -> str:
        return "[x]" if self.is_chosen(option) else "[ ]"

    def is_chosen(self, option: Option) -> bool:
        return option.id in self.ticked

    def char(self, char: str) -> None:
        """Space ticks or unticks the option pointed at."""
        if char != " ":
            super().char(char)
        elif self.pointer.at is None:
            self.message = self.say("point_first")
        else:
            self._tick(self.options[self.pointer.at])

    def undo_typing(self) -> bool:
        return self._turn_back(self._before, self._undone)

    def redo_typing(self) -> bool:
        return self._turn_back(self._undone, self._before)

    def forget_typing(self) -> None:
        self._before.clear()
        self._undone.clear()

    def _turn_back(self, source: list[set[str]], target: list[set[str]]) -> bool:
        if not source:
            return False
        target.append(self.ticked)
        self.ticked = source.pop()
        return True

    def _tick(self, option: Option) -> None:
        """Tick or untick; what cannot be chosen together is unticked in sight, and said."""
        note_change(self._before, self._undone, set(self.ticked))
        if option.id in self.ticked:
            self.ticked.discard(option.id)
            return
        against = [other for other in self.options if other.id in self.ticked and (option.exclusive or other.exclusive)]
        self.ticked.difference_update(other.id for other in against)
        self.ticked.add(option.id)
        if against:
            names = ", ".join(safe_line(words(other.label, self.lang), 60) for other in against)
            self.message = self.say("unticked", options=names)

    def enter(self) -> None:
        if (
            not self.ticked
            and self.pointer.at is not None
            and self.view.answer.status not in ("unsure", "not_applicable")
        ):
            self.message = self.say("tick_first")
        else:
            super().enter()
