"""The list of all questions: to jump, and to look everything over before finishing."""

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter

from prompt_toolkit.buffer import Buffer

from aiassess.interview.actions import Action, Do, Goto, Leave, SwitchLanguage
from aiassess.interview.protocol import Overview, OverviewItem, told
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.keys import Command, list_keys
from aiassess.interview.terminal.layout import Hint
from aiassess.interview.terminal.page import Pointer, ResultPage
from aiassess.interview.terminal.text_area import TextBuffer
from aiassess.interview.terminal.wrapping import Body, cells, cut
from aiassess.text import say

TWO_COLUMNS = 60
"""Columns from which question and answer are side by side."""

_OPEN = ("missing", "unsure", "unconfirmed")


class OverviewPage(ResultPage[Action]):
    """All questions by section; what is typed filters them."""

    margin = ""
    takes_pasted_enter = False

    def __init__(self, glyphs: Glyphs, overview: Overview) -> None:
        super().__init__(glyphs, overview.language)
        self.overview = overview
        self.progress = overview.progress
        self.title = say(self.lang, "interview.review_title") if overview.review else self.say("overview_title")
        self._rows = [(section, item, self._state(item)) for section in overview.sections for item in section.items]
        self._shown = self._rows
        self._places: list[str] = []
        """What can be pointed at, from top to bottom: ids of questions, "finish" and "leave"."""
        self._filter = TextBuffer(multiline=False, on_text_changed=lambda _: self._list_what_fits())
        self.pointer = Pointer(lambda: len(self._places))
        self._list_what_fits()
        if not overview.review:
            self.pointer.at = next((at for at, (_, item, _) in enumerate(self._rows) if item.current), None)
        self.on |= {
            "first": lambda: self.pointer.go(0),
            "last": lambda: self.pointer.go(-1),
            "page_up": lambda: self.pointer.move(-self.scroll.page),
            "page_down": lambda: self.pointer.move(self.scroll.page),
            "enter": self._enter,
            "back": lambda: self.finish(Do.BACK),
            "overview": lambda: self.finish(Do.BACK),  # F6 closes the list, as it opened it
            "undo": lambda: self.finish(Do.UNDO),
            "redo": lambda: self.finish(Do.REDO),
            "language": lambda: self.finish(SwitchLanguage()),
            "help": self.turn_help,
        }

    @property
    def buffer(self) -> Buffer:
        return self._filter

    # What is listed

    @property
    def at(self) -> str | None:
        return None if self.pointer.at is None else self._places[self.pointer.at]

    def _list_what_fits(self) -> None:
        """List what the filter leaves; typing leads to the first that fits."""
        at, filtered = self.at, self._filter.text.casefold()
        self._shown = [
            (section, item, state)
            for section, item, state in self._rows
            if all(word in f"{item.number} {item.text} {state} {section.title}".casefold() for word in filtered.split())
        ]
        first = ["finish", "leave"] if self.overview.review and not filtered else []
        self._places = first + [item.question_id for _, item, _ in self._shown]
        if filtered:
            self.pointer.go(0)
        else:
            self.pointer.at = self._places.index(at) if at in self._places else None

    def _state(self, item: OverviewItem) -> str:
        word = "" if item.mark in ("answered", "red_flag") else self.say(f"mark_{item.mark}")
        if item.mark in ("unsure", "not_applicable") and item.answer_text:
            word = ""  # the answer says so itself
        parts = [self.say("mark_red_flag") if item.red_flag else "", word, item.answer_text]
        return ": ".join(part for part in parts if part)

    # What is shown

    def fill(self, body: Body) -> None:
        for notice in told(self.overview, self.say("undo_this")):
            body.add(notice, "notice", first=self.glyphs.notice, first_style="notice")
        if self.help_open:
            list_keys(body, self.lang, self.commands())
            body.blank()
        body.help = (0, len(body.lines) - 1)
        if self.overview.review:
            self._add_review(body)
        else:
            body.add(self._counts(), "status")
        marks = {name: self.glyphs.mark(name) for name in ("answered", "red_flag")}
        body.add(self.say("marks", **marks))
        if self._filter.text:
            body.blank()
            body.add(self.say("filter", text=self._filter.text))
        longest = max((cells(state) for _, _, state in self._shown), default=0)
        for section, rows in groupby(self._shown, itemgetter(0)):
            body.blank()
            body.add(section.title, "heading")
            for _, item, state in rows:
                self._add_item(body, item, state, min(longest, body.width * 2 // 5))
        if not self._shown:
            body.add(self.say("filter_none"))

    def _counts(self) -> str:
        view = self.overview
        counts = (("missing", view.missing), ("unsure", view.unsure), ("unconfirmed", view.unconfirmed))
        parts = [self.say(f"count_{name}", n=n) for name, n in counts if n]
        return "; ".join(parts) if parts else self.say("nothing_open")

    def _add_review(self, body: Body) -> None:
        view = self.overview
        body.add(self._counts(), "status")
        flags = sum(item.red_flag for _, item, _ in self._rows)
        if flags:
            body.add(self.say("review_flags", n=flags, mark=self.glyphs.mark("red_flag")), "flag")
        for text in view.contradictions:
            body.add(text, "flag")
        body.blank()
        if self._filter.text:
            return
        finish = "finish_open" if view.missing or view.unsure else "finish"
        for place, key in (("finish", finish), ("leave", "save_and_leave")):
            body.entry(self.say(key), place == self.at)

    def _add_item(self, body: Body, item: OverviewItem, state: str, right: int) -> None:
        """Add a question; ``right``: the cells that answers take, when they are beside the questions."""
        here = item.question_id == self.at
        style = (
            "class:pointer" if here else "class:flag" if item.red_flag else "class:open" if item.mark in _OPEN else ""
        )
        sign = self.glyphs.mark("red_flag" if item.red_flag else item.mark)
        number = "" if item.number == item.question_id else item.number  # one points here; an id need not be typed
        first = f"{'>' if here else ' '} {sign} {number:>3} "
        ellipsis = self.glyphs.ellipsis
        text, state = self.glyphs.clean(item.text), self.glyphs.clean(state)
        start = len(body.lines)
        room = body.width - cells(first)
        if body.width >= TWO_COLUMNS:
            left = room - right - 1
            question = cut(text, left, ellipsis)
            line = first + question + " " * (left - cells(question) + 1) + cut(state, right, ellipsis)
            body.raw([(style, line)])
        else:
            body.raw([(style, first + cut(text, max(1, room), ellipsis))])
            body.raw([(style, " " * len(first) + cut(state, max(1, room), ellipsis))])
        if here:
            body.point(start)

    def commands(self) -> list[str]:
        close = "close_review" if self.overview.review else "close"
        return ["walk", "enter_go", "filter", close, "language", "help", "leave", "undo", "redo"]

    def hint(self, command: str, words: str | None = None) -> Hint:
        return super().hint(command, "keys" if command == "help" else words)

    # What is pressed

    def _enter(self) -> None:
        if self.at is None:
            self.message = self.say("overview_choose_first")
        elif self.at == "finish" and self.overview.review:
            self.finish(Do.FINISH)
        elif self.at == "leave" and self.overview.review:
            self.finish(Leave())
        else:
            self.finish(Goto(self.at))

    def handler(self, command: Command) -> Callable[[], object] | None:
        """Left moves in the filter while there is one."""
        return None if command == "left" and self._filter.text else super().handler(command)
