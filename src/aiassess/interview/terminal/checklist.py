"""Pages of answers that were taken over: what was promised, what changed, and the sections, each confirmed with one key."""

from collections.abc import Sequence
from dataclasses import replace

from aiassess.interview.actions import Action, Confirm, Do, Goto, SwitchLanguage
from aiassess.interview.protocol import Checklist, OverviewItem
from aiassess.interview.reading import yes_or_no
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.items import add_item
from aiassess.interview.terminal.keys import key_names
from aiassess.interview.terminal.layout import Hint
from aiassess.interview.terminal.page import ResultPage, ends_with
from aiassess.interview.terminal.pointer import Pointer
from aiassess.interview.terminal.wrapping import Body, cells
from aiassess.interview.views import state_words
from aiassess.text import count

_MOST_LINES = 3

Read = set[tuple[str, str]]
"""Questions and answers that were on a page that was read to its end."""


class ChecklistPage(ResultPage[Action]):
    """Yes confirms the section, once it was read, or opens the question that shows whether a promise was kept."""

    def __init__(self, glyphs: Glyphs, view: Checklist, read: Read) -> None:
        super().__init__(glyphs, view.language)
        self.view = view
        self.progress = view.progress
        self.title = view.title
        self._read = read
        self.pointer = Pointer(lambda: len(view.items), view.at, lambda at: view.items[at].number)
        self.on |= ends_with(self, "back", "skip", "overview", "review", "preview", "undo", "redo")
        self.on |= {
            "space": self.on["page_down"],
            "enter": self._enter,
            "language": self.ending(SwitchLanguage()),
        }

    def tell(self, key: str, n: int = 0, **values: object) -> str:
        return count(self.lang, f"carried.{key}", n, key=key_names(self.glyphs), **values)

    # What is shown

    def fill(self, body: Body) -> None:
        view = self.view
        self.add_notices(body, view)
        body.add(self.tell(f"{view.page}_how", len(view.waiting), no=self._no), "status")
        body.blank()
        body.add_lines(view.text)
        longest = max((cells(self._answer(item)) for item in view.items), default=0)
        for number, item in enumerate(view.items):
            here = number == self.pointer.at
            if view.page == "section":
                add_item(body, item, here, self._answer(item), longest, most=_MOST_LINES)
            else:  # in full once it is pointed at
                below = (item.more, self._answer(item)) if here else ()
                add_item(body, item, here, "", most=_MOST_LINES if here else 1, below=below)
            if here and not number and body.focus:
                body.focus = (0, body.focus[1])

    @property
    def _no(self) -> str:
        return self.say("yes_no_keys").rpartition("/")[2]

    def _answer(self, item: OverviewItem) -> str:
        waits = item.mark == "unconfirmed" and item.answer_text  # which is plain to see here
        return self.glyphs.clean(state_words(replace(item, mark="answered") if waits else item, self.lang))

    def commands(self) -> list[str]:
        on = ["enter_on"] if not self.view.items else ["walk", "enter_go"]
        return [*on, "skip", "back", "leave", "review", "language", "preview", "overview", "undo", "redo"]

    def hints(self) -> list[Hint]:
        page = self.view.page
        own = [] if page == "changes" else [(self.say("yes_no_keys"), self.tell(f"{page}_key"))]
        return [*own, self.hint("skip"), *super().hints()]

    def keys_told(self) -> list[str]:
        own = [] if self.view.page == "changes" else [f"yes_{self.view.page}", f"no_{self.view.page}"]
        return [*own, *super().keys_told()]

    def labels(self, command: str) -> tuple[str, ...]:
        own = {f"yes_{self.view.page}": "y", f"no_{self.view.page}": self._no}
        return (own[command],) if command in own else super().labels(command)

    # What is pressed

    def before_key(self) -> None:
        super().before_key()
        if self.scroll.ended:
            self._read.update(self._shown)

    @property
    def _shown(self) -> Read:
        return {(item.question_id, item.answer_text) for item in self.view.items if item.mark == "unconfirmed"}

    def _enter(self) -> None:
        at = self.pointer.at
        if not self.view.items:
            self.finish(Do.SKIP)
        elif at is None:
            self.message = self.tell(f"{self.view.page}_choose", no=self._no)
        elif self.view.page == "promises" and self.view.items[at].mark == "unconfirmed":
            self._one_by_one(self.view.items[at:])
        else:
            self._open(self.view.items[at])

    def _open(self, item: OverviewItem) -> None:
        if item.question_id:
            self.finish(Goto(item.question_id))
        else:
            self.message = self.tell("cannot_open")

    def _one_by_one(self, items: Sequence[OverviewItem]) -> None:
        waiting = [item.question_id for item in items if item.mark == "unconfirmed"]
        if waiting:
            self.finish(Goto(waiting[0], tuple(waiting[1:])))

    def char(self, char: str) -> None:
        """Take the first letter of yes or no."""
        view, decided = self.view, yes_or_no(char)
        if decided is None or view.page == "changes":
            super().char(char)
        elif view.page == "section":
            self._confirm_all() if decided == "yes" else self._one_by_one(view.items)
        elif self.pointer.at is None:
            self._enter()
        elif decided == "yes":
            self._open(view.items[self.pointer.at])
        else:
            self._not_yet(view.items[self.pointer.at])

    def _confirm_all(self) -> None:
        if self._shown <= self._read:
            self.finish(Confirm(self.view.waiting))
        else:
            self.message = self.tell("read_first")

    def _not_yet(self, item: OverviewItem) -> None:
        if item.mark == "unconfirmed":
            self.finish(Confirm((item.question_id,)))
        else:
            self.message = self.tell("decided")
