"""Questions outside the questionnaire: yes or no, one of several lines, and text to be read."""

from collections.abc import Sequence

from aiassess.interview.actions import SwitchLanguage
from aiassess.interview.protocol import Choice, Progress, Start
from aiassess.interview.reading import yes_or_no
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.keys import EVERYWHERE
from aiassess.interview.terminal.layout import Hint
from aiassess.interview.terminal.page import Detail, ResultPage
from aiassess.interview.terminal.pointer import Pointer
from aiassess.interview.terminal.text_area import TextBuffer, draw
from aiassess.interview.terminal.wrapping import Body, cells
from aiassess.text import say


class ListPage(ResultPage[int | None]):
    """A text and lines to choose from. Ends with the number of the line; Esc only says which line leaves, if one does."""

    keys: tuple[str, ...] = ("point", "enter_choose", "leave")

    def __init__(self, glyphs: Glyphs, choice: Choice, at: int | None = None) -> None:
        super().__init__(glyphs, choice.language)
        self.choice = choice
        self.options = choice.options
        self.pointer = Pointer(lambda: len(self.options), at)
        self.on |= {"enter": self._choose, "back": self._say_what_leaves}
        if choice.switch is not None:
            self.on["language"] = self.ending(choice.switch)
            self.keys = ("point", "enter_choose", "language", "leave")

    def details(self) -> Sequence[Detail]:
        return [Detail.ALL, Detail.BARE]

    def fill(self, body: Body) -> None:
        """Add the text and the options; if there is no room for both, the options follow the first line of the text."""
        whole = self.choice.text
        first, _, rest = whole.partition("\n")
        text, after = (whole, "") if self.detail is Detail.ALL else (first, rest)
        body.add_lines(text, "question")
        body.blank()
        start = len(body.lines)
        for number, option in enumerate(self.options):
            body.entry(option, number == self.pointer.at, f"{number + 1}. ")
        body.needed = len(body.lines)
        if self.message and body.focus is None:  # it takes room, and is about the lines
            body.focus = (start, body.needed - 1)
        for more in filter(None, (after, self.choice.more)):
            body.blank()
            body.add_lines(more)

    def hint(self, command: str, words: str | None = None) -> Hint:
        own = {"leave": "no_choice", "point": "move"}
        key, said = super().hint(command, own.get(command, words))
        return (", ".join(self.labels(command)) if command == "point" else key), said

    def labels(self, command: str) -> tuple[str, ...]:
        arrows, *digits = super().labels(command)
        return (arrows, f"1-{min(len(self.options), 9)}") if command == "point" else (arrows, *digits)

    def _say_what_leaves(self) -> None:
        leave = self.choice.leave
        if leave is None:
            self.message = self.say("esc_chooses_nothing")
        else:
            self.message = self.say("esc_does_not_leave", n=leave + 1, line=self.options[leave])

    def _choose(self) -> None:
        if self.pointer.at is None:
            self.message = self.say("choose_first_line")
        else:
            self.finish(self.pointer.at)


class BackPage(ListPage):
    """A list that Esc closes. Ends with None then."""

    keys = ("point", "enter_choose", "give_up")

    def __init__(self, glyphs: Glyphs, choice: Choice, at: int | None = None) -> None:
        super().__init__(glyphs, choice, at)
        self.on["back"] = self.ending(None)


class ConfirmPage(BackPage):
    """Yes or no. Ends with 0 for yes, 1 for no, None for Esc."""

    def __init__(self, glyphs: Glyphs, lang: str, text: str, *, progress: Progress | None = None) -> None:
        super().__init__(
            glyphs, Choice(text, [say(lang, f"screen.{word}") for word in ("yes", "no")], language=lang), 1
        )
        self.progress = progress

    def details(self) -> Sequence[Detail]:
        return [Detail.ALL]  # what is asked comes last

    def hints(self) -> list[Hint]:
        return [(self.say("yes_no_keys"), say(self.lang, "keys.short_yes_no")), *super().hints()]

    def char(self, char: str) -> None:
        """Take the first letter of yes or no in any language."""
        found = yes_or_no(char)
        if found is None:
            super().char(char)
        else:
            self.finish(0 if found == "yes" else 1)


class LinePage(ResultPage[str]):
    """A line to be typed. Ends with it, or "" if the person goes back."""

    keys = ("enter_on", "give_up", "leave")

    def __init__(self, glyphs: Glyphs, lang: str, text: str) -> None:
        super().__init__(glyphs, lang)
        self.text = text
        self._typed = TextBuffer(multiline=False)
        self.on |= {
            "enter": lambda: self.finish(self._typed.text.strip()),
            "back": self.ending(""),
            "undo": self._typed.undo,
            "redo": self._typed.redo,
        }

    @property
    def buffer(self) -> TextBuffer:
        return self._typed

    def fill(self, body: Body) -> None:
        body.add(self.text, "question")
        body.blank()
        draw(body, self._typed, margin=self.margin, active=True)


class ReadPage(ResultPage[SwitchLanguage | None]):
    """Text to be read before going on, or in another language."""

    keys = ("enter_on", "leave")

    def __init__(self, glyphs: Glyphs, lang: str, text: str) -> None:
        super().__init__(glyphs, lang)
        self.text = text
        self.on |= {
            "space": self.on["page_down"],
            "enter": self.ending(None),
            "back": self.ending(None),  # there is nothing before
            "preview": self.ending(None),  # closes what it opened
        }

    def fill(self, body: Body) -> None:
        body.add_lines(self.text, "heading")


class StartPage(ReadPage):
    """The page before the first question; it also tells the keys that work at every question."""

    def __init__(self, glyphs: Glyphs, start: Start) -> None:
        super().__init__(glyphs, start.language, "")
        self.start = start
        del self.on["preview"]  # nothing opened this page
        if start.other:
            self.on["language"] = self.ending(SwitchLanguage())

    def commands(self) -> list[str]:
        return ["enter_on", *(["language"] if self.start.other else []), "leave"]

    def keys_told(self) -> list[str]:
        return [*EVERYWHERE]

    def fill(self, body: Body) -> None:
        start = self.start
        body.add(start.title, "heading")
        body.add(start.statement)
        if start.news:
            body.blank()
        for line in start.news:
            body.add(line, "notice")
        body.blank()
        room = max((cells(name) for name, _ in start.facts), default=0) + 2
        for name, text in start.facts:
            body.add(text, first=name.ljust(room), first_style="key")
