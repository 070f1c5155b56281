"""The line-by-line screen: for screen readers, pipes, dumb terminals and anyone who prefers it (docs/interview.md#plain)."""

from dataclasses import replace
from typing import TextIO

from aiassess.interview import actions, protocol
from aiassess.interview.actions import Action
from aiassess.interview.plain.checklist import Checking
from aiassess.interview.plain.commands import COMMON, Command
from aiassess.interview.plain.dialogue import Typing
from aiassess.interview.plain.kinds import ASKING
from aiassess.interview.plain.overview import Listing
from aiassess.interview.plain.show import command_lines, start_lines
from aiassess.interview.plain.streams import Gone, Lines
from aiassess.interview.protocol import Checklist, Overview, QuestionView, Start
from aiassess.interview.reading import number_up_to, yes_or_no
from aiassess.text import say


class PlainScreen:
    """Asks by lines of text on one stream and reads what is typed from another."""

    def __init__(self, input_: TextIO, output: TextIO) -> None:
        self._lines = Lines(input_, output)
        self.keep: protocol.Keep = protocol.keep_nothing
        self._goto = ""
        self._actor = ""
        """Whose questions the list showed last; "": everybody's."""
        self._introduced: set[str] = set()
        """The sections whose introduction was read."""
        self._page = ""
        """The page of answers taken over that was shown last."""

    def request_leave(self) -> None:
        self._lines.request_leave()

    def ask(self, view: QuestionView) -> Action:
        if not self._introduced:
            self._lines.write(say(view.language, "plain.introduction"))
        intro = None if view.progress.section in self._introduced else view.section_intro
        self._introduced.add(view.progress.section)
        asking = ASKING.of(view.question)(self._lines, replace(view, section_intro=intro), self.keep)
        action = asking.run()
        self._goto = asking.goto
        return action

    def overview(self, overview: Overview) -> Action:
        listing = Listing(Typing(self._lines, overview.language), overview, self._actor)
        if self._goto:
            wanted, self._goto = self._goto, ""
            return listing.jump(wanted) or actions.Do.BACK
        try:
            self._lines.check_leave()
            return listing.run()
        except Gone:
            return actions.Leave()
        finally:
            self._actor = listing.actor

    def checklist(self, checklist: Checklist) -> Action:
        try:
            self._lines.check_leave()
            brief = checklist.page == self._page == "promises"
            self._page = checklist.page
            return Checking(Typing(self._lines, checklist.language), checklist, brief=brief).run()
        except Gone:
            return actions.Leave()

    def confirm(self, text: str, *, language: str) -> bool:
        """Ask a yes/no question; the words of every language are understood."""
        typing = Typing(self._lines, language)
        typing.lines.write(text)
        try:
            while True:
                typing.tell("type_yes_no", default=say(language, "plain.no").split("|")[0])
                typed = typing.whole()
                found = yes_or_no(typed)
                if found or not typed:
                    return found == "yes"
        except Gone:
            return False

    def choose(self, choice: protocol.Choice) -> int | None:
        typing, options = Typing(self._lines, choice.language), choice.options
        more = ["", choice.more, ""] if choice.more else []
        typing.lines.write(choice.text, *more, *(f"  {number}. {option}" for number, option in enumerate(options, 1)))
        try:
            while True:
                typing.tell("type_pick", n=len(options))
                typed = typing.line()
                if isinstance(typed, str):
                    number = number_up_to(len(options), typed)
                    if number is not None:
                        return number - 1
                    typing.tell("no_such_number", found=typed)
                elif typed.name == "leave":
                    return None
                elif typed.name == "language" and choice.switch is not None:
                    return choice.switch
                else:
                    typing.tell("not_here")
        except Gone:
            return None

    def line(self, text: str, *, language: str) -> str:
        self._lines.write(text)
        try:
            return Typing(self._lines, language).whole()
        except Gone:
            return ""

    def start(self, start: Start) -> actions.SwitchLanguage | None:
        """Show the start page; at a terminal, wait for Enter, so that it can be read, and in another language."""
        self._lines.write(*start_lines(start))
        try:
            return None if self._lines.piped else self._begin(Typing(self._lines, start.language))
        except Gone:
            self._lines.leave_next()
            return None

    def _begin(self, typing: Typing) -> actions.SwitchLanguage | None:
        while True:
            typing.tell("start_prompt")
            typed = typing.line()
            action = typed.action if isinstance(typed, Command) else None
            if isinstance(action, actions.Leave):
                raise Gone
            if isinstance(action, actions.SwitchLanguage):
                return action
            if not typed:
                return None
            if isinstance(typed, Command) and typed.name == "help":
                typing.lines.write(*command_lines(COMMON, typing.lang))

    def show(self, text: str, *, language: str = "") -> None:  # noqa: ARG002 - the text is all there is
        self._lines.write(text)
