"""What was added to a report's lists, removed from them and changed: of each, its entries and what tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from aiassess.diff import types as t
from aiassess.diff.matching import direction, effect, fields_changed, keyed
from aiassess.figures import exact
from aiassess.model.questionnaire import SEVERITIES
from aiassess.report import types as r
from aiassess.report.shares import percent_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.diff.steps import Steps
    from aiassess.report.types import Report

_FINDING = ("severity", "text", "action", "actor")


def finding_changes(steps: Steps) -> t.Opened[t.FindingItem, t.FindingChange]:
    """Return the findings opened, closed and changed, each list in its action plan's order.

    The points that a fix would win are left out: any answer changes them for many findings.
    """
    listed = steps.listed(lambda report: report["findings"], "id", *_FINDING)
    found = listed.added_removed(t.FindingItem)
    return {
        "opened": found["added"],
        "closed": found["removed"],
        "changed": [_changed_finding(*item) for item in listed.changed],
    }


def _changed_finding(old: r.FindingData, new: r.FindingData, whose: t.Whose) -> t.FindingChange:
    way = direction(*(-SEVERITIES.index(item["severity"]) for item in (old, new)))
    names = (*_FINDING, "actor_title") if old["actor"] != new["actor"] else _FINDING
    return {
        **r.part(r.FindingFacts, new),
        "because": whose,
        "effect": effect(way, up_is_better=False),
        "changes": fields_changed(names, old, new),
    }


def reason_changes(steps: Steps) -> t.Changes[t.ReasonItem, t.ReasonChange]:
    listed = steps.listed(lambda report: report["result"]["reasons"], "rule", "level", "decided", "certain")
    return listed.changes(t.ReasonItem, t.Reason)


def open_rule_changes(steps: Steps) -> t.Changes[t.OpenRuleItem, t.OpenRuleChange]:
    listed = steps.listed(lambda report: report["result"]["undetermined_by"], "rule", "questions")
    return listed.changes(t.OpenRuleItem, r.OpenRuleData)


def shortfall_changes(steps: Steps) -> t.Changes[t.ShortfallItem, t.ShortfallChange]:
    return steps.listed(_shortfalls, "principle", "asked_percent", "reached_percent").changes(
        t.ShortfallItem, t.Shortfall
    )


def _shortfalls(report: Report) -> Iterable[t.Shortfall]:
    principles = keyed(report["dimensions"]["principles"], lambda item: item["id"])
    for item in report["result"]["shortfalls"]:
        tag = principles.get(item["principle"] or "")
        reached = str(item["reached_percent"])
        score = report["result"]["controls"] if item["principle"] is None else tag
        if (
            score and score["percent"] == item["reached_percent"]
        ):  # otherwise the report was changed: show what it states
            told = percent_of(score, [exact(item["asked_percent"])])
            reached = told.removesuffix("%") if told else reached
        yield {
            "principle": item["principle"],
            "title": tag["title"] if tag else None,
            "asked_percent": item["asked_percent"],
            "reached_percent": item["reached_percent"],
            "reached_shown": reached,
        }


def missing_changes(steps: Steps) -> t.Changes[t.MissingItem, t.MissingChange]:
    listed = steps.listed(lambda report: report["missing"], "question", "status")
    return listed.changes(t.MissingItem, t.Missing)


def contradiction_changes(steps: Steps) -> t.AddedRemoved[t.ContradictionItem]:
    return steps.listed(lambda report: report["contradictions"], "id").added_removed(t.ContradictionItem)


def question_changes(steps: Steps, name: Literal["unconfirmed", "unevidenced"]) -> t.AddedRemoved[t.QuestionItem]:
    """Return the questions added to one of the report's lists, and those removed from it."""
    return steps.listed(lambda report: report[name], "question").added_removed(t.QuestionItem)
