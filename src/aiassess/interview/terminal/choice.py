"""Questions answered from a list: one option, or several."""

from collections.abc import Collection

from prompt_toolkit.document import Document

from aiassess.interview.actions import Give
from aiassess.interview.protocol import QuestionView
from aiassess.interview.reading import asks_yes_no, yes_or_no
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.page import Detail
from aiassess.interview.terminal.pointer import Pointer
from aiassess.interview.terminal.question import QuestionPage
from aiassess.interview.terminal.wrapping import Body, sign
from aiassess.model.answers import Value
from aiassess.safe import safe_line

MOST_BY_DIGIT = 9
"""Up to how many options a digit chooses one; with more of them it may be the beginning of a number, and only points."""
_DIGITS = "123456789"


class _OptionsPage(QuestionPage):
    """A list of options with a pointer. Without an answer nothing is pointed at: Enter alone then gives nothing."""

    clear_key = "clear"
    more_keys: tuple[str, ...] = ("ends",)
    digit_key = ""
    """The name of what a digit does, if there are few enough options for it to do more than point."""
    marks = ("[x]", "[ ]")
    """The signs of an option that is chosen, and of one that is not."""

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view)
        self.options = view.question.options
        self.by_digit = len(self.options) <= MOST_BY_DIGIT
        """Whether each option has a digit of its own."""
        if self.by_digit:
            self.own_keys, self.more_keys = (self.digit_key, "enter"), (*self.own_keys, *self.more_keys)
        self.pointer = Pointer(lambda: len(self.options))
        self.on |= {"space": self.space, "enter": self.enter}

    def go_on_from(self, earlier: QuestionPage) -> None:
        super().go_on_from(earlier)
        if earlier.pointer.at is not None:
            self.pointer.at = earlier.pointer.at

    def point_at_chosen(self) -> None:
        numbers = (number for number, option in enumerate(self.options) if option.id in self.chosen)
        self.pointer.at = next(numbers, None)

    @property
    def chosen(self) -> Collection[object]:
        raise NotImplementedError

    @property
    def value(self) -> Value | None:
        """What Enter gives; None: nothing is chosen yet."""
        raise NotImplementedError

    def space(self) -> None:
        raise NotImplementedError

    def char(self, char: str) -> None:
        """Take the digit of an option for its choice; any other character as in every list."""
        if self.by_digit and char in _DIGITS[: len(self.options)]:
            self.pointer.at = _DIGITS.index(char)
            self.take()
        else:
            super().char(char)

    def labels(self, command: str) -> tuple[str, ...]:
        if command == self.digit_key:
            return (f"1-{len(self.options)}",)
        return super().labels(command)[: 1 if self.by_digit and command == "point" else None]

    def take(self) -> None:
        """Choose the option pointed at, whose digit was pressed."""
        raise NotImplementedError

    def add_answer(self, body: Body) -> None:
        for number, option in enumerate(self.options):
            here, chosen = number == self.pointer.at, option.id in self.chosen
            first = f"{sign(here)}{self.marks[0 if chosen else 1]} {number + 1}. "
            style = "pointer" if here else "chosen" if chosen else ""
            start = body.add(option.label[self.lang], style, first=first, first_style=style)
            if option.help and (here or self.detail >= Detail.OPTIONS):
                body.add(option.help[self.lang], first=" " * len(first))
            if here:
                # With the first option the question itself comes back into view, if there is room for both.
                body.point(start, None if number else self.question_line)

    def enter(self) -> None:
        """Give what is chosen; a prefilled answer without a value is confirmed as it is."""
        if self.value is not None:
            self.finish(Give(self.value))
        elif not self.confirm():
            self.message = self.say("choose_first")


class ChoicePage(_OptionsPage):
    """One option: the one pointed at."""

    own_keys = ("point", "enter")
    digit_key = "digit"

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view)
        self.marks = (glyphs.chosen, "( )")
        self.by_letter = asks_yes_no(view.question)
        self.point_at_chosen()

    @property
    def chosen(self) -> Collection[object]:
        """The answer so far: it keeps its mark while the pointer, which is what Enter gives, moves."""
        return self.view.answer.chosen

    @property
    def value(self) -> Value | None:
        return None if self.pointer.at is None else self.options[self.pointer.at].id

    def instruction(self) -> str:
        if self.by_digit and self.detail in (Detail.BARE, Detail.BRIEF, Detail.HELP):
            return ""  # the key line says it
        if self.by_letter:
            return self.say("choose_yes_no")
        return self.say("choose_digit" if self.by_digit else "choose_one")

    def char(self, char: str) -> None:
        """Give yes or no by its first letter in any language, if that is the question."""
        option = yes_or_no(char) if self.by_letter else None
        if option is None:
            super().char(char)
        else:
            self.finish(Give(option))

    def take(self) -> None:
        self.enter()

    def space(self) -> None:
        """Choose nothing; say what does."""
        self.message = self.say("choose_first" if self.pointer.at is None else "enter_gives")


class ChoicesPage(_OptionsPage):
    """Any number of options: those ticked, whose ids are the text entered."""

    own_keys = ("point", "tick", "enter")
    digit_key = "digit_tick"

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view)
        self.stored = self._text_of(view.answer.chosen)
        self.entered.reset(Document(self._text_of(view.typed.split()) if view.typed else self.stored))
        self.point_at_chosen()

    @property
    def chosen(self) -> Collection[object]:
        return self.ticked

    @property
    def ticked(self) -> list[str]:
        return self.entered.text.split()

    def _text_of(self, ids: Collection[object]) -> str:
        return " ".join(option.id for option in self.options if option.id in ids)

    @property
    def value(self) -> Value | None:
        return tuple(self.ticked) or None

    def instruction(self) -> str:
        at_once = [str(n) for n, option in enumerate(self.options, 1) if option.exclusive and not self.ticked]
        if self.by_digit and at_once:
            return self.say("choose_many_digit_or", n=", ".join(at_once))
        return self.say("choose_many_digit" if self.by_digit else "choose_many")

    def take(self) -> None:
        """Tick or untick it; nothing else goes with an exclusive option, so if it is the only one ticked, give it."""
        alone = not self.ticked
        self.space()
        if alone and self.pointer.at is not None and self.options[self.pointer.at].exclusive:
            self.enter()

    def space(self) -> None:
        """Tick or untick the option pointed at; what cannot be chosen together is unticked in sight, and said."""
        if self.pointer.at is None:
            self.message = self.say("point_first")
            return
        self.pointer.go(self.pointer.at)
        option, ticked = self.options[self.pointer.at], {*self.ticked}
        against = [other for other in self.options if other.id in ticked and (option.exclusive or other.exclusive)]
        if option.id in ticked:
            ticked.remove(option.id)
        else:
            ticked -= {other.id for other in against}
            ticked.add(option.id)
            if against:
                names = ", ".join(safe_line(other.label[self.lang], 60) for other in against)
                self.message = self.say("unticked", options=names)
        self.entered.save_to_undo_stack()
        self.entered.text = self._text_of(ticked)

    def enter(self) -> None:
        if (
            not self.ticked
            and self.pointer.at is not None
            and self.view.answer.status not in ("unsure", "not_applicable")
        ):
            self.message = self.say("tick_first")
        else:
            super().enter()
