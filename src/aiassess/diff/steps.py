"""The reports that a comparison looks at: the old one, the old answers rescored, and the new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar, cast

from aiassess.answers.types import EntryData
from aiassess.diff.matching import because, keyed, merged
from aiassess.diff.types import AddedRemoved, Changes, Question, Whose
from aiassess.report.saved import answer_entry
from aiassess.report.types import AnswerData, GivenData, InactiveData, Report, part

T = TypeVar("T")
E = TypeVar("E", bound=Mapping[str, object])
A = TypeVar("A")
C = TypeVar("C")
P = TypeVar("P")


@dataclass(frozen=True)
class View:
    """A report, with its questions by id."""

    report: Report

    @cached_property
    def applying(self) -> Mapping[str, AnswerData]:
        """Question id to entry, for the questions that apply."""
        return keyed(self.report["answers"], lambda item: item["question"])

    @cached_property
    def aside(self) -> Mapping[str, InactiveData]:
        """Question id to entry, for answers kept to questions that do not apply."""
        return keyed(self.report["inactive"], lambda item: item["question"])

    def item(self, name: str) -> InactiveData | None:
        return self.applying.get(name) or self.aside.get(name)

    def entry(self, name: str) -> EntryData:
        """Return an answer as the answers file has it; empty for a blank one."""
        item = self.item(name)
        return answer_entry(item) if item else {}

    def given(self, name: str) -> GivenData:
        """Return an answer without what else is said about it."""
        item = self.item(name)
        return part(GivenData, item) if item else {"status": "unanswered", "value": None, "label": None}


@dataclass(frozen=True)
class Steps:
    """Old report, old answers scored with the new questionnaire (None: not done, or it is the same one), new report."""

    old: View
    rescored: View | None
    new: View
    asked: tuple[str, ...] = ()
    """The new questionnaire's questions, in order, if it is at hand."""

    @cached_property
    def questions(self) -> list[str]:
        """Every question of either report, in the questionnaire's order as far as it is known."""
        reports = (self.new, self.old)
        applying = merged(self.old.applying, merged(self.new.applying, self.asked))
        aside = [name for view in reports for name in view.aside]
        known = {name for view in reports for name in (*view.applying, *view.aside)}
        return [name for name in merged(aside, applying) if name in known]

    def each(self, pick: Callable[[View], T]) -> tuple[T, T | None, T]:
        """Return the same of old, rescored (None if that was not done) and new."""
        return pick(self.old), pick(self.rescored) if self.rescored else None, pick(self.new)

    def whose(self, value: Callable[[View], object]) -> Whose:
        """Return whose change of a value it is; None if the old answers were not rescored."""
        old, rescored, new = self.each(value)
        return because(old, rescored, new) if self.rescored else None

    def named(self, name: str) -> Question:
        """Return how a question is named: id, ref, section and text, as the latest report that has it says."""
        item = self.new.item(name) or (self.rescored and self.rescored.item(name)) or self.old.item(name)
        assert item is not None  # noqa: S101 - names come from these reports
        section = next((view.applying[name]["section"] for view in (self.new, self.old) if name in view.applying), None)
        return {"question": name, "ref": item["ref"], "section": section, "text": item["text"]}

    def listed(self, entries: Callable[[Report], Iterable[E]], key: str, *values: str) -> Listed[E]:
        """Return what was added to a list, removed from it or changed in one of the ``values``, and whose change it is.

        ``key``: the field that tells the entries apart.
        """
        old, rescored, new = self.each(lambda view: keyed(entries(view.report), lambda item: item[key]))

        def said(item: E | None) -> list[object] | None:
            return None if item is None else [item.get(name) for name in values]

        def whose(name: object) -> Whose:
            return None if rescored is None else because(*(said(found.get(name)) for found in (old, rescored, new)))

        both = [name for name in new if name in old and said(old[name]) != said(new[name])]
        return Listed(
            key,
            [(item, whose(name)) for name, item in new.items() if name not in old],
            [(item, whose(name)) for name, item in old.items() if name not in new],
            [(old[name], new[name], whose(name)) for name in both],
        )


@dataclass(frozen=True, slots=True)
class Listed(Generic[E]):
    """What changed of a list, each with whose change it is."""

    key: str
    added: list[tuple[E, Whose]]
    removed: list[tuple[E, Whose]]
    changed: list[tuple[E, E, Whose]]

    def added_removed(self, kind: type[A]) -> AddedRemoved[A]:
        """Return what was added and removed as JSON has it; ``kind``: an entry with whose change it is."""
        added, removed = (
            [part(kind, {**item, "because": whose}) for item, whose in items] for items in (self.added, self.removed)
        )
        return {"added": added, "removed": removed}

    def changes(self, kind: type[A], plain: type[P]) -> Changes[A, C]:
        """Return all of it as JSON has it; ``plain``: an entry alone. ``C`` differs from list to list only in the key."""
        changed = [
            {self.key: new[self.key], "because": whose, "old": part(plain, old), "new": part(plain, new)}
            for old, new, whose in self.changed
        ]
        return {**self.added_removed(kind), "changed": cast("list[C]", changed)}
