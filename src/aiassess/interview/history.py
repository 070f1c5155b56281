"""What was done in an interview, so that each of it can be undone and done again (docs/interview.md#undo)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiassess.model.answers import Answer


@dataclass(frozen=True, slots=True)
class Standing:
    """One question as it is: its answer, and what is typed there and not given."""

    answer: Answer
    typed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done at one question; ``what`` names a message, ``undoing``: it was the undoing of that."""

    question: str
    what: str
    before: Standing
    after: Standing
    undoing: bool = False

    @property
    def reverse(self) -> Step:
        """The step that takes this one back."""
        return replace(self, before=self.after, after=self.before, undoing=not self.undoing)


@dataclass(slots=True)
class History:
    """The steps of this sitting, the newest last. Nothing ever leaves it: undoing is a step that can be undone as well."""

    _done: list[Step] = field(default_factory=list)
    _undone: list[Step] = field(default_factory=list)

    def add(self, step: Step) -> None:
        """Add what was done. What was undone before stays reachable: behind it, as done and undone."""
        self._done += [*reversed(self._undone), *(undone.reverse for undone in self._undone), step]
        self._undone.clear()

    def last(self) -> Step | None:
        """Return the step that ``undo`` would take back."""
        return self._done[-1] if self._done else None

    def next(self) -> Step | None:
        """Return the step that ``redo`` would do again."""
        return self._undone[-1] if self._undone else None

    def undo(self, now: Standing) -> None:
        """Note that the last step was undone; ``now``: its question as it was until then."""
        self._undone.append(replace(self._done.pop(), after=now))

    def redo(self, now: Standing) -> None:
        """Note that the next step was done again; ``now``: its question as it was until then."""
        self._done.append(replace(self._undone.pop(), before=now))
