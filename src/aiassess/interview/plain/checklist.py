"""Answers that were taken over, line by line: what was promised, what changed, and the sections."""

from aiassess.interview import actions
from aiassess.interview.actions import Action
from aiassess.interview.plain.commands import Command, command_words
from aiassess.interview.plain.dialogue import Typing
from aiassess.interview.plain.overview import Paging, item_state
from aiassess.interview.plain.show import notice_lines, progress_lines
from aiassess.interview.protocol import Checklist
from aiassess.interview.reading import yes_or_no
from aiassess.safe import safe_line
from aiassess.text import count


class Checking(Paging):
    """Shows one page; promises are asked about one by one."""

    refused = ("unsure", "finish")

    def __init__(self, typing: Typing, view: Checklist, *, brief: bool) -> None:
        """``brief``: the list of promises was shown a moment ago."""
        own = ("confirm",) if view.page == "section" else ()
        commands = (*own, "skip", "back", "goto", "overview", "review")
        super().__init__(typing, view.items, commands)
        self.view = view
        self._brief = brief
        self._left = [*range(len(view.items))[view.at or 0 :]] if view.page == "promises" else []
        """The promises that can still be asked about."""

    def show(self) -> None:
        view, lang = self.view, self.lang
        lines = [*notice_lines(view, lang), ""]
        if not self._brief:
            lines += [view.title, *([view.text] if view.text else [])]
            for item in view.items:
                state = item.answer_text if view.page == "promises" else item_state(item, lang)
                lines += [f"  {item.number}. {safe_line(item.text)}", f"    - {safe_line(state, 200)}"]
            lines += ["", *progress_lines(view.progress, lang)]
        self._brief = False
        self.typing.lines.write(*lines)

    def prompt(self) -> list[str]:
        view, told = self.view, []
        self._left = [at for at in self._left if view.items[at].mark == "unconfirmed"]
        if self._left:
            item = view.items[self._left[0]]
            told = [f"{item.number}. {safe_line(item.text)}", safe_line(item.more), safe_line(item.answer_text)]
        page = "changes" if view.page == "promises" and not self._left else view.page
        return [*told, count(self.lang, f"carried.plain_{page}", len(view.waiting), cmd=command_words(self.lang))]

    def answer(self, typed: str) -> Action | None:
        view, decided = self.view, yes_or_no(typed)
        if not typed:
            del self._left[:1]  # on to the next promise or page; a section is neither confirmed nor left
            return None if self._left or view.page == "section" else actions.Do.SKIP
        if not decided or view.page == "changes":
            return self.jump(typed)
        if view.page == "section":
            if decided == "no" and view.waiting:
                return actions.Goto(view.waiting[0], view.waiting[1:])
            return actions.Confirm(view.waiting)
        if not self._left:
            return None
        name = view.items[self._left[0]].question_id
        return actions.Goto(name) if decided == "yes" else actions.Confirm((name,))

    def command(self, command: Command) -> Action | None:
        if command.name == "confirm" and self.view.page == "section":
            return actions.Confirm(self.view.waiting)
        return super().command(command)
