"""The reports that a comparison looks at: the old one, the old answers scored anew, and the new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from aiassess.diff.matching import keyed, merged
from aiassess.report.saved import answer_entry

if TYPE_CHECKING:
    Report = Any


@dataclass(frozen=True)
class View:
    """A report, with its questions by id."""

    report: Report

    @cached_property
    def applying(self) -> Mapping[str, dict[str, Any]]:
        """Question id to entry, for the questions that apply."""
        return keyed(self.report["answers"], "question")

    @cached_property
    def aside(self) -> Mapping[str, dict[str, Any]]:
        """Question id to entry, for answers kept to questions that do not apply."""
        return keyed(self.report["inactive"], "question")

    def item(self, name: str) -> Any:
        """Return a question's entry, whether it applies or not."""
        return self.applying.get(name) or self.aside.get(name)

    def entry(self, name: str) -> dict[str, Any]:
        """Return an answer as the answers file has it; empty where there is none."""
        item = self.item(name)
        return dict(answer_entry(item)) if item else {}

    def given(self, name: str) -> tuple[str, Any]:
        """Return an answer's status and value, without what else is said about it."""
        item = self.item(name)
        return (item["status"], item["value"]) if item else ("unanswered", None)

    def described(self, name: str) -> dict[str, Any]:
        """Return an answer as a comparison shows it."""
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
    """The new questionnaire's questions, in order, where it is at hand."""

    @cached_property
    def questions(self) -> list[str]:
        """Every question of either report, in the questionnaire's order as far as it is known."""
        reports = (self.new, self.old)
        applying = merged(self.old.applying, merged(self.new.applying, self.asked))
        aside = [name for view in reports for name in view.aside]
        known = {name for view in reports for name in (*view.applying, *view.aside)}
        return [name for name in merged(aside, applying) if name in known]

    def each(self, pick: Callable[[View], Any]) -> tuple[Any, Any, Any]:
        """Return the same of old, rescored (None where that was not done) and new."""
        return pick(self.old), pick(self.rescored) if self.rescored else None, pick(self.new)

    def named(self, name: str) -> dict[str, Any]:
        """Return how a question is named: id, ref, section and text, as the latest report that has it says."""
        item = self.new.item(name) or (self.rescored and self.rescored.item(name)) or self.old.item(name)
        assert item is not None  # noqa: S101 - names come from these reports
        section = next((view.applying[name]["section"] for view in (self.new, self.old) if name in view.applying), None)
        return {"question": name, "ref": item["ref"], "section": section, "text": item["text"]}
