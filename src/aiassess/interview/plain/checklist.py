"""Answers that were taken over, line by line: what was promised, what changed, and the sections."""

from aiassess.interview import actions
from aiassess.interview.actions import Action
from aiassess.interview.plain.commands import EVERYWHERE, Command, command_word
from aiassess.interview.plain.dialogue import Typing
from aiassess.interview.plain.overview import item_state, jump
from aiassess.interview.plain.show import command_lines, notice_lines, progress_lines
from aiassess.interview.protocol import Checklist
from aiassess.interview.reading import yes_or_no
from aiassess.safe import safe_line
from aiassess.text import count

_COMMANDS = ("help", "again", "skip", "back", "goto", "overview", "review", *EVERYWHERE)


class Checking:
    """Shows one page and asks until there is an action; promises are asked about one by one."""

    def __init__(self, typing: Typing, view: Checklist, *, brief: bool) -> None:
        """``brief``: the list of promises was shown a moment ago."""
        self.typing = typing
        self.view = view
        self._brief = brief
        self._left = [*range(len(view.items))[view.at or 0 :]] if view.page == "promises" else []
        """The promises that can still be asked about."""

    def run(self) -> Action:
        if self._brief:
            self.typing.lines.write(*notice_lines(self.view, self.typing.lang), "")
        else:
            self._show()
        while True:
            self._ask()
            typed = self.typing.line()
            action = self._command(typed) if isinstance(typed, Command) else self._answer(typed)
            if action is not None:
                return action

    def _say(self, key: str, n: int = 0, **values: object) -> str:
        words = {name: command_word(name, self.typing.lang) for name in ("confirm", "skip")}
        return count(self.typing.lang, f"carried.{key}", n, **words, **values)

    def _show(self) -> None:
        view, lang = self.view, self.typing.lang
        lines = [*notice_lines(view, lang), "", view.title, *([view.text] if view.text else [])]
        for item in view.items:
            state = item.answer_text if view.page == "promises" else item_state(item, lang)
            lines += [f"  {item.number}. {safe_line(item.text)}", f"    - {safe_line(state, 200)}"]
        self.typing.lines.write(*lines, "", *progress_lines(view.progress, lang))

    def _ask(self) -> None:
        view = self.view
        self._left = [at for at in self._left if view.items[at].mark == "unconfirmed"]
        if self._left:
            item = view.items[self._left[0]]
            told = (item.more, item.answer_text)
            self.typing.lines.write(f"{item.number}. {safe_line(item.text)}", *map(safe_line, told))
        key = "changes" if view.page == "promises" and not self._left else view.page
        self.typing.lines.write(self._say(f"plain_{key}", len(view.waiting)))

    def _answer(self, typed: str) -> Action | None:
        """Return what was meant by a line that is not a command."""
        view, decided = self.view, yes_or_no(typed)
        if not typed:
            return self._enter()
        if not decided or view.page == "changes":
            return jump(self.view.items, typed, self.typing)
        if view.page == "section":
            if decided == "no" and view.waiting:
                return actions.Goto(view.waiting[0], view.waiting[1:])
            return actions.Confirm(view.waiting)
        if not self._left:
            return None
        name = view.items[self._left[0]].question_id
        return actions.Goto(name) if decided == "yes" else actions.Confirm((name,))

    def _enter(self) -> Action | None:
        """Take an empty line: it goes on, to the next promise or page; a section it neither confirms nor leaves."""
        del self._left[:1]
        return None if self._left or self.view.page == "section" else actions.Do.SKIP

    def _command(self, command: Command) -> Action | None:
        match command.name:
            case "help":
                own = ("confirm",) if self.view.page == "section" else ()
                self.typing.lines.write(*command_lines((*own, *_COMMANDS), self.typing.lang))
                return None
            case "again":
                self._show()
                return None
            case "goto":
                return jump(self.view.items, command.rest, self.typing)
            case "confirm" if self.view.page == "section":
                return actions.Confirm(self.view.waiting)
        action = command.action if command.name in _COMMANDS else None
        if action is None:
            self.typing.tell("not_here")
        return action
