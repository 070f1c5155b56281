"""The list of all questions: to jump, and to look everything over before finishing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prompt_toolkit.buffer import Buffer

from aiassess.interview.actions import Action, Do, Goto, Leave, SwitchLanguage
from aiassess.interview.protocol import Overview, OverviewItem, OverviewSection
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.items import add_item
from aiassess.interview.terminal.page import ResultPage, ends_with
from aiassess.interview.terminal.pointer import Pointer
from aiassess.interview.terminal.text_area import TextBuffer
from aiassess.interview.terminal.wrapping import Body, cells
from aiassess.interview.views import state_words
from aiassess.text import say


class Place(NamedTuple):
    """What can be pointed at: a question in a section, a section that is folded into a line, or a line of its own."""

    section: str = ""
    question: str = ""
    line: str = ""
    """"finish" or "leave"."""


class OverviewPage(ResultPage[Action]):
    """All questions by section; what is typed filters them, and so does the actor chosen."""

    margin = ""
    takes_pasted_enter = False

    def __init__(self, glyphs: Glyphs, overview: Overview, earlier: OverviewPage | None = None) -> None:
        """``earlier``: the page shown before; what was filtered and unfolded there still is."""
        super().__init__(glyphs, overview.language)
        self.overview = overview
        self.progress = overview.progress
        self.title = say(self.lang, "interview.review_title") if overview.review else self.say("overview_title")
        self._titles = {actor.id: actor.title[self.lang] for actor in overview.actors}
        self.actor: str = earlier.actor if earlier and earlier.actor in self._titles else ""
        """The id of the one whose questions are shown; "": everybody's."""
        self._unfolded: set[str] = set(earlier._unfolded) if earlier else set()
        self._shown: list[tuple[OverviewSection, list[OverviewItem]]] = []
        self._places: list[Place] = []
        self._filter = TextBuffer(multiline=False, on_text_changed=lambda _: self._list_what_fits())
        self.pointer = Pointer(lambda: len(self._places))
        self._list_what_fits()
        if not overview.review:
            here = {item.question_id for section in overview.sections for item in section.items if item.current}
            self.pointer.at = next((at for at, place in enumerate(self._places) if place.question in here), None)
        self.on |= ends_with(self, "back", "preview", "undo", "redo", "overview", "review")
        self.on |= {
            "page_up": lambda: self.pointer.move(-self.scroll.page),
            "page_down": lambda: self.pointer.move(self.scroll.page),
            "next_field": lambda: self._turn_to_actor(1),
            "previous_field": lambda: self._turn_to_actor(-1),
            "enter": self._enter,
            "review" if overview.review else "overview": self.ending(Do.BACK),  # closed by the key that opened it
            "language": self.ending(SwitchLanguage()),
        }

    @property
    def buffer(self) -> Buffer:
        return self._filter

    # What is listed

    @property
    def at(self) -> Place:
        return Place() if self.pointer.at is None else self._places[self.pointer.at]

    def _is_folded(self, section: OverviewSection) -> bool:
        return bool(section.summary) and not self._filters and section.id not in self._unfolded

    @property
    def _filters(self) -> bool:
        return bool(self._filter.text or self.actor)

    def _list_what_fits(self) -> None:
        """List what the filters leave; typing leads to the first that fits."""
        at = self.at if self._places else Place()
        self._shown = [
            (section, found)
            for section in self.overview.sections
            if (found := [item for item in section.items if self._fits(section, item)])
        ]
        self._places = list(self._all_places())
        if self._filter.text:
            self.pointer.go(0)
        else:
            self.pointer.at = self._places.index(at) if at in self._places else None

    def _fits(self, section: OverviewSection, item: OverviewItem) -> bool:
        if self.actor and self.actor not in item.actors:
            return False
        actors = " ".join(self._titles[actor] for actor in item.actors)
        known = f"{item.number} {item.text} {state_words(item, self.lang)} {section.title} {actors}".casefold()
        return all(word in known for word in self._filter.text.casefold().split())

    def _all_places(self) -> Iterator[Place]:
        if self.overview.review and not self._filter.text:
            yield from (Place(line="finish"), Place(line="leave"))
        for section, items in self._shown:
            if section.summary and not self._filters:
                yield Place(section.id)
            if not self._is_folded(section):
                yield from (Place(section.id, item.question_id) for item in items)

    def _turn_to_actor(self, step: int) -> None:
        """Show the questions of the next one to ask, and after the last everybody's."""
        ids = ["", *self._titles]
        at = ids.index(self.actor) if self.actor in ids else 0
        self.actor = ids[(at + step) % len(ids)]
        self._list_what_fits()

    # What is shown

    def fill(self, body: Body) -> None:
        self.add_notices(body, self.overview)
        if not self.overview.review:
            body.add(self._counts(), "status")
        elif not self._filter.text:
            body.entry(self.say("finish"), self.at.line == "finish", below=self.overview.outcome)
            body.entry(self.say("save_and_leave"), self.at.line == "leave")
            body.blank()
        if self._titles:
            found = {item.question_id for _, items in self._shown for item in items}
            only = {"actor": self._titles.get(self.actor, ""), "n": len(found)}
            whom = say(self.lang, "interview.whom_only", **only) if self.actor else self.say("whom_all")
            body.add(whom, "status" if self.actor else "")
        if self._filter.text:
            body.add(self.say("filter", text=self._filter.text))
        open_ = [item for section, items in self._shown if not self._is_folded(section) for item in items]
        longest = max((cells(state_words(item, self.lang)) for item in open_), default=0)
        folded = False
        for section, items in self._shown:
            if not (folded and section.summary and not self._filters):
                body.blank()
            folded = self._is_folded(section)
            self._add_heading(body, section, items)
            lead = ""
            for item in [] if folded else items:
                if item.lead != lead:
                    body.add(item.lead, "status", first="  ")
                    lead = item.lead
                here = Place(section.id, item.question_id) == self.at
                add_item(body, item, here, state_words(item, self.lang), longest)
        if not self._shown:
            body.add(self.say("filter_none"))
        body.blank()
        body.add(self.say("marks", **{name: self.glyphs.mark(name) for name in ("answered", "red_flag")}))

    def _counts(self) -> str:
        parts = [self.say(f"count_{name}", n=n) for name, n in self.overview.open.items() if n]
        return "; ".join(parts) if parts else self.say("nothing_open")

    def _add_heading(self, body: Body, section: OverviewSection, items: list[OverviewItem]) -> None:
        if section.summary and not self._filters:
            fold = "+ " if self._is_folded(section) else "- "
            body.entry(f"{section.title}: {section.summary}", Place(section.id) == self.at, fold)
        else:
            body.add(section.heading(items), "heading")
        if section.advice:
            body.add(section.advice)

    def commands(self) -> list[str]:
        close, other = ("close_review", "overview") if self.overview.review else ("close", "review")
        whom = ["whom"] if self._titles else []
        return [
            "walk", "enter_go", "filter", close, "leave", *whom, "language", "preview", other, "ends", "undo", "redo",
        ]  # fmt: skip

    # What is pressed

    def _enter(self) -> None:
        match self.at:
            case Place(line="finish"):
                self.finish(Do.FINISH)
            case Place(line="leave"):
                self.finish(Leave())
            case Place(question=question) if question:
                self.finish(Goto(question))
            case Place(section=section) if section:
                self._unfolded ^= {section}
                self._list_what_fits()
            case _:
                self.message = self.say("overview_choose_first")
