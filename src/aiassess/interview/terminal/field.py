"""Questions answered by typing: a text, a number, a date."""

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from aiassess.answers.numbers import read_number
from aiassess.errors import Problem
from aiassess.interview.actions import Do
from aiassess.interview.checking import given
from aiassess.interview.dates import AskedBack, bounds_words, day_words
from aiassess.interview.protocol import QuestionView
from aiassess.interview.terminal import text_area
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.question import QuestionPage, words
from aiassess.interview.terminal.wrapping import Body


class FieldPage(QuestionPage):
    """A question with one field; Enter gives its text once that is valid."""

    least_rows = 1

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view)
        self.stored = "" if view.answer.value is None else str(view.answer.value)
        self.entered.reset(Document(view.typed or self.stored))
        if view.typed and self.typed():
            self.message = self.say("typed_restored")
        self.on |= {"enter": self.enter, "up": lambda: self.move_in_text(-1), "down": lambda: self.move_in_text(1)}

    @property
    def buffer(self) -> Buffer:
        return self.entered

    def add_answer(self, body: Body) -> None:
        text_area.draw(body, self.entered, margin=self.margin, active=True, least=self.least_rows)
        echo = self.echo()
        if echo:
            body.add(f"= {echo}")
            if body.focus:
                body.focus = (body.focus[0], len(body.lines) - 1)

    def echo(self) -> str:
        """Return how the text typed is understood, if that is not plain to see."""
        return ""

    def read(self, text: str) -> str | int | float | Problem:
        """Return the text as plain data; a Problem if it isn't any."""
        return text

    def enter(self) -> None:
        """Give the text, or say in words what is wrong with it."""
        text = self.entered.text.strip()
        if not text:
            self._empty()
            return
        data = self.read(text)
        self.give(data if isinstance(data, Problem) else given(self.question, data))

    def _empty(self) -> None:
        if self.confirm():
            return
        if self.stored:
            self.message = self.say("empty_answered")
        elif self.question.required:
            self.message = self.say("empty_required")
        else:
            self.finish(Do.SKIP)


class TextPage(FieldPage):
    """A text of one or more lines."""

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view)
        self.on["editor"] = lambda: self.run_editor(self.entered)
        self.more_keys = ("editor",)
        if self.question.multiline:
            self.least_rows = 3

    def commands(self) -> list[str]:
        commands = super().commands()
        if self.question.multiline:
            commands.insert(commands.index("leave") + 1, "newline")
        return commands

    def instruction(self) -> str:
        return self.say("write_text")


class NumberPage(FieldPage):
    """A number, with its unit."""

    def instruction(self) -> str:
        low, high = self.question.minimum, self.question.maximum
        kind = self.say("write_whole" if self.question.whole else "write_number")
        if low is not None and high is not None:
            kind += self.say("between", low=f"{low:,}", high=f"{high:,}")
        elif low is not None:
            kind += self.say("from", low=f"{low:,}")
        elif high is not None:
            kind += self.say("up_to", high=f"{high:,}")
        unit = words(self.question.unit, self.lang)
        return kind + (f" ({unit})" if unit else "") + "."

    def read(self, text: str) -> str | int | float | Problem:
        return read_number(self.question, text)

    def echo(self) -> str:
        number = read_number(self.question, self.entered.text)
        unit = words(self.question.unit, self.lang)
        return "" if isinstance(number, Problem) else f"{number:,} {unit}".strip()


class DatePage(FieldPage):
    """A date; day, month and year in any usual order are understood and shown."""

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view)
        self._asked_back = AskedBack(echoed=True)

    def instruction(self) -> str:
        bounds = bounds_words(self.question.earliest, self.question.latest, self.lang)
        return self.say("write_date", bounds=bounds and f", {bounds}")

    def read(self, text: str) -> str | int | float | Problem:
        found = self._asked_back.read(text)
        if self._asked_back.waits:
            self.guard()
        return found

    def echo(self) -> str:
        """Return the date in words, so that day and month cannot be mixed up unseen."""
        return day_words(self.entered.text, self.lang)
