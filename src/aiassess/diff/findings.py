"""Findings that were opened, closed and changed."""

from aiassess.diff import types as t
from aiassess.diff.matching import direction, effect, fields_changed
from aiassess.diff.steps import Steps
from aiassess.model.questionnaire import SEVERITIES
from aiassess.report import types as r

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
