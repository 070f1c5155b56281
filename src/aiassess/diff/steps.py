"""The reports that a comparison looks at: the old one, the old answers scored anew, and the new one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from aiassess.diff.matching import because, keyed, merged
from aiassess.report.saved import answer_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from aiassess.answers.types import EntryData
    from aiassess.diff.types import CameAndWent, Changes, Question, Whose
    from aiassess.model.answers import AnswerStatus, ValueData
    from aiassess.report.types import AnswerData, GivenData, InactiveData, Report

T = TypeVar("T")
A = TypeVar("A")
C = TypeVar("C")


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

    def given(self, name: str) -> tuple[AnswerStatus, ValueData]:
        """Return an answer's status and value, without what else is said about it."""
        item = self.item(name)
        return (item["status"], item["value"]) if item else ("unanswered", None)

    def described(self, name: str) -> GivenData:
        item = self.item(name)
        status, value = self.given(name)
        return {"status": status, "value": value, "label": item["label"] if item else None}


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

    def named(self, name: str) -> Question:
        """Return how a question is named: id, ref, section and text, as the latest report that has it says."""
        item = self.new.item(name) or (self.rescored and self.rescored.item(name)) or self.old.item(name)
        assert item is not None  # noqa: S101 - names come from these reports
        section = next((view.applying[name]["section"] for view in (self.new, self.old) if name in view.applying), None)
        return {"question": name, "ref": item["ref"], "section": section, "text": item["text"]}

    def listed(
        self,
        items: Callable[[View], Iterable[T]],
        key: Callable[[T], str | None],
        values: Callable[[T], object] = lambda _: (),
    ) -> Listed[T]:
        """Return which items came, went or changed in one of their ``values``, and whose change it is."""
        old, rescored, new = self.each(lambda view: keyed(items(view), key))

        def whose(name: str | None) -> Whose:
            if rescored is None:
                return None
            steps = (found.get(name) for found in (old, rescored, new))
            return because(*(None if item is None else values(item) for item in steps))

        return Listed(
            [(item, whose(name)) for name, item in new.items() if name not in old],
            [(item, whose(name)) for name, item in old.items() if name not in new],
            [
                (old[name], item, whose(name))
                for name, item in new.items()
                if name in old and values(old[name]) != values(item)
            ],
        )


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """What changed of a list, each with whose change it is."""

    added: list[tuple[T, Whose]]
    removed: list[tuple[T, Whose]]
    changed: list[tuple[T, T, Whose]]

    def came_and_went(self, one: Callable[[T, Whose], A]) -> CameAndWent[A]:
        """Return it as JSON has it, if nothing in it can change; ``one`` says an item."""
        return {"added": [one(*item) for item in self.added], "removed": [one(*item) for item in self.removed]}

    def changes(self, one: Callable[[T, Whose], A], both: Callable[[T, T, Whose], C]) -> Changes[A, C]:
        """Return it as JSON has it; ``one`` says an item, ``both`` an old and a new one."""
        return {**self.came_and_went(one), "changed": [both(*item) for item in self.changed]}
