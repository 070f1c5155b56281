"""What was done in an interview, so that each step can be undone and redone (docs/interview.md#undo)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiassess.interview.walk import Place
    from aiassess.model.answers import Answer


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One question at one moment: its answer, and what is typed there and not given."""

    answer: Answer
    typed: Mapping[str, str]


Snapshots = Mapping[str, Snapshot]
"""By question."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change, at one question or more; ``what`` names a message; ``undoing``: it undid such a change.

    ``place``: where it was done, and is shown again: at the question, or on a page of several.
    """

    what: str
    before: Snapshots
    after: Snapshots
    place: Place = "question"
    undoing: bool = False

    @property
    def question(self) -> str:
        return next(iter(self.before))

    @property
    def reverse(self) -> Edit:
        return replace(self, before=self.after, after=self.before, undoing=not self.undoing)


@dataclass(slots=True)
class History:
    """The edits of this sitting, the newest last. Nothing is ever removed: undoing is an edit that can itself be undone."""

    _done: list[Edit] = field(default_factory=list)
    _undone: list[Edit] = field(default_factory=list)

    def add(self, edit: Edit) -> None:
        """Add what was done. What was undone before stays reachable: behind it, as done and undone."""
        self._done += [*reversed(self._undone), *(undone.reverse for undone in self._undone), edit]
        self._undone.clear()

    def last(self) -> Edit | None:
        """Return the edit that ``undo`` would take back."""
        return self._done[-1] if self._done else None

    def next(self) -> Edit | None:
        """Return the edit that ``redo`` would do again."""
        return self._undone[-1] if self._undone else None

    def undo(self, now: Snapshots) -> None:
        """Note that the last edit was undone; ``now``: its questions as they were until then."""
        self._undone.append(replace(self._done.pop(), after=now))

    def redo(self, now: Snapshots) -> None:
        """Note that the next edit was done again; ``now``: its questions as they were until then."""
        self._done.append(replace(self._undone.pop(), before=now))
