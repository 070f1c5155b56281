"""Where an interview is among its questions, and where it goes from there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from aiassess.drafts.state import State

if TYPE_CHECKING:
    from aiassess.scoring.result import Mark

    Marks = Mapping[str, Mark]
    """Question id to mark, for the questions that apply, in document order."""

Place = Literal["question", "overview", "review", "finished", "left"]
"""What is shown; "finished" and "left" end the interview."""


def is_open(mark: Mark) -> bool:
    """Whether a question still waits to be looked at; "not sure" was said on purpose."""
    answer = mark.answer
    return not answer.confirmed or (answer.status == "unanswered" and mark.question.required)


class Walk:
    """The place, and the current question: the one shown, or the one that lists and review go back to."""

    def __init__(self, state: State, marks: Marks, *, begun: bool) -> None:
        """Go to where ``state`` was; else to the first question or, if the interview was ``begun``, the first open one."""
        self.current: str | None
        if state.current in marks:
            self.current = state.current
        else:
            self.current = next((name for name, mark in marks.items() if not begun or is_open(mark)), None)
        in_review = self.current is None or (state.review and state.current == self.current)
        self.place: Place = "review" if in_review else "question"
        self._only_open = state.only_open
        self._left_review = False

    def state(self) -> State:
        review = self.place == "review" or (self.place == "left" and self._left_review)
        return State(current=self.current, only_open=self._only_open, review=review)

    def go_on(self, marks: Marks) -> int:
        """Go to the next question, past the last one once more to those still open, then to the review.

        Returns how many are still open, at the moment when it turns to them.
        """
        names = list(marks)
        rest = names[names.index(self.current) + 1 :] if self.current is not None else []
        if self._only_open:
            rest = [name for name in rest if is_open(marks[name])]
        if rest:
            self.show(rest[0])
            return 0
        still = [name for name in names if name != self.current and is_open(marks[name])]
        if self.current is None or self._only_open or not still:
            self.place = "review"
            return 0
        self._only_open = True
        self.show(still[0])
        return len(still)

    def go_back(self, marks: Marks) -> bool:
        """Go to the question before, or from a list to the current one; False at the first question."""
        if self.current is None:
            self.place = "review"
            return True
        at = list(marks).index(self.current)
        if self.place != "question":
            self.place = "question"
        elif at:
            self.current = list(marks)[at - 1]
        else:
            return False
        return True

    def jump(self, name: str) -> None:
        """Go to a question by its name: from the review to put it right, from the list to walk on from there."""
        self._only_open = self.place == "review"
        self.show(name)

    def leave(self) -> None:
        self._left_review = self.place == "review"
        self.place = "left"

    def stay(self) -> None:
        """Cancel leaving: show again what was shown."""
        if self.place == "left":
            self.place = "review" if self._left_review or self.current is None else "question"

    def show(self, name: str) -> None:
        """Show a question, and walk on from it as before."""
        self.current, self.place = name, "question"
