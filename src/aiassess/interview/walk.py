"""Where an interview is among its questions, and where it goes from there."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal, get_args

from aiassess.drafts.state import State
from aiassess.model.questionnaire import Section
from aiassess.scoring.result import Mark

Marks = Mapping[str, Mark]
"""Question id to mark, for the questions that apply, in document order."""

Page = Literal["promises", "changes", "section"]
"""Pages on which answers that were taken over are looked over, in this order; the last one for each section."""
Place = Literal["question", "overview", "review", "finished", "left"] | Page
"""What is shown; "finished" and "left" end the interview."""
PAGES: tuple[Page, ...] = get_args(Page)


def is_blank(mark: Mark) -> bool:
    """Whether a question still lacks an answer; "not sure" was said on purpose."""
    return mark.answer.status == "unanswered" and mark.question.required


def is_open(mark: Mark) -> bool:
    """Whether a question still waits to be looked at."""
    return is_blank(mark) or not mark.answer.confirmed


class Walk:
    """The place, and the current question: the one shown, or the one that lists and review go back to.

    Answers that were taken over are looked over first: what was promised, then each section on a page of its own, followed by
    its blank questions.
    """

    def __init__(
        self,
        state: State,
        marks: Marks,
        sections: Mapping[str, Section],
        *,
        begun: bool,
        asks: Callable[[str], bool] | None = None,
    ) -> None:
        """Go to where ``state`` was; else to the first question or, if the interview was ``begun``, the first open one.

        ``asks``: whether to ask a question, by its id, or to pass it over; None: all are asked.
        """
        self._sections = sections
        self._asks = asks or (lambda _: True)
        self._begun_with = state
        self._only_open = state.only_open
        self._passed = list(state.passed)
        self._next: list[str] = []
        """Questions to be asked before anything else."""
        named = state.current
        self.current = named if named is not None and named in marks and self._asks(named) else None
        self.place: Place = next((page for page in PAGES if page == state.page and self.current), "question")
        self._home = self.place
        """What the lists go back to."""
        if self.current is None and self._page(marks):
            self.go_on(marks)
        elif self.current is None:
            waits = {"unsure"} if asks else set()
            self.current = next(
                (
                    name
                    for name, mark in marks.items()
                    if self._asks(name) and (not begun or is_open(mark) or mark.answer.status in waits)
                ),
                None,
            )
        if self.current is None or (state.review and state.current == self.current):
            self.place = "review"

    def state(self) -> State:
        return replace(
            self._begun_with,
            current=self.current,
            only_open=self._only_open,
            review=self.place == "review",
            page=self._home if self._home in PAGES else "",
            passed=tuple(self._passed),
        )

    def go_on(self, marks: Marks) -> int:
        """Go to the next page or question, past the last one once more to those still blank, then to the review.

        Returns how many are still blank, at the moment when it turns to them.
        """
        while self._next:
            name = self._next.pop(0)
            if name in marks and not marks[name].answer.confirmed:
                self.show(name)
                return 0
        if self.place == "section" and self.current is not None:
            self._pass(self._key(self.current))
            here = self._sections[self.current]
            if any(not marks[each.id].answer.confirmed for each in here.questions if each.id in marks):
                self._pass(self._left(self.current))
        elif self.place in PAGES:
            self._pass(self.place)
        page = self._page(marks)
        if page and page[0] != "section":
            self.show(self.current or page[1], page[0])
            return 0
        names, rest = list(marks), self._rest(marks, page)
        if page and not (rest and names.index(rest[0]) < self._first(names, page[1])):
            opened = self.current and self.place == "question" and self._key(self.current) == self._key(page[1])
            self.show(self.current if self.current and opened else page[1], "section")
            return 0
        if rest:
            self.show(rest[0])
            return 0
        still = [name for name in names if name != self.current and self._asks(name) and is_blank(marks[name])]
        if self.current is None or self._only_open or not still:
            self.place = "review"
            self._passed = [key for key in self._passed if key in PAGES]
            return 0
        self._only_open = True
        self.show(still[0])
        return len(still)

    def _rest(self, marks: Marks, page: tuple[Page, str] | None) -> list[str]:
        """Return the questions to go on with; once anything was taken over, only the blank ones.

        Those of a section whose page is done with begin with its first one.
        """
        names = list(marks)
        taken_over = page is not None or any(key not in PAGES for key in self._passed)
        at = 0 if self.current is None else names.index(self.current) + 1
        if self.place in ("promises", "changes"):
            at = 0
        elif self.current and taken_over and not (page and self._key(page[1]) == self._key(self.current)):
            if self.place == "section" or self._key(self.current) not in self._passed:
                at = self._first(names, self.current)
            self._pass(self._key(self.current))
        rest = [name for name in names[at:] if self._asks(name)]
        rest = [name for name in rest if self.place != "question" or name != self.current]
        return [name for name in rest if is_blank(marks[name])] if taken_over or self._only_open else rest

    def _page(self, marks: Marks) -> tuple[Page, str] | None:
        """Return the first page that is not done with, and its first question that waits to be confirmed."""
        waiting = [name for name, mark in marks.items() if self._asks(name) and not mark.answer.confirmed]
        promised = [item.question for item in self._begun_with.promises if item.question in waiting]
        if promised and "promises" not in self._passed:
            return "promises", promised[0]
        if self._begun_with.changes and "changes" not in self._passed:
            return "changes", next(iter(marks))
        return next((("section", name) for name in waiting if self._left(name) not in self._passed), None)

    def _key(self, name: str) -> str:
        """Return what says that the page of a question's section is done with; ``_left``: with answers left unconfirmed."""
        return f":{self._sections[name].id}"

    def _left(self, name: str) -> str:
        return f"?{self._sections[name].id}"

    def _first(self, names: list[str], name: str) -> int:
        """Return the place of the first question of a question's section."""
        return next(at for at, each in enumerate(names) if self._key(each) == self._key(name))

    def _pass(self, key: str) -> None:
        if key not in self._passed:
            self._passed.append(key)

    def confirmed(self, name: str, marks: Marks) -> None:
        """Go on from a page when answers on it were confirmed, ``name`` the last; stay if more promises wait."""
        page = self._page(marks)
        if self.place == "promises" and page and page[0] == "promises":
            self.show(name, "promises")
        else:
            self.go_on(marks)

    def go_back(self, marks: Marks) -> bool:
        """Go to the page or question before, or from a list to where it was opened; False at the start."""
        self._next.clear()
        if self.current is None:
            self.place = "review"
            return True
        names = [name for name in marks if self._asks(name) or name == self.current]
        if self.place in ("overview", "review"):
            self.place = self._home
            return True
        page = self._page(marks)
        earlier: list[Page] = ["promises"] if self._begun_with.promises and self.place != "promises" else []
        at = 0
        if self.place == "question":
            at = names.index(self.current)
            here = page and (page[0] != "section" or self._key(page[1]) == self._key(self.current))
            earlier = [page[0]] if page and here else []
        elif self.place == "section":
            at = self._first(names, self.current)
            earlier += ["changes"] if self._begun_with.changes else []
            earlier = [] if at else earlier
        if earlier:
            self.show(self.current, earlier[-1])
        elif at:
            self.show(names[at - 1])
        return bool(earlier or at)

    def jump(self, name: str, *more: str) -> None:
        """Go to a question by its name: from the review to put it right, from the list to walk on from there.

        From a page it goes back there, after ``more`` questions that wait to be confirmed.
        """
        if self.place not in PAGES:
            self._only_open = self.place == "review"
        self.show(name)
        self._next = list(more)

    def show(self, name: str, place: Place = "question") -> None:
        """Show a question, or a page with it, and walk on from there as before."""
        self.current, self.place, self._home = name, place, place
        if place in PAGES:
            self._next.clear()
            keys = (self._key(name), self._left(name)) if place == "section" else (place,)
            self._passed = [each for each in self._passed if each not in keys]
