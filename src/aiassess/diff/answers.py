"""Answers, notes and evidence that were added, removed or changed, and answers left to somebody else."""

from collections.abc import Mapping
from fractions import Fraction

from aiassess.answers.types import EvidenceData
from aiassess.diff import types as t
from aiassess.diff.matching import added_removed, direction, effect
from aiassess.diff.steps import Steps, View
from aiassess.diff.wording import canonical
from aiassess.report import types as r


def answer_changes(steps: Steps) -> list[t.AnswerChange]:
    """Return every question of which anything that is answered changed, in order."""
    return [change for name in steps.questions if (change := _change(steps, name)) is not None]


def _change(steps: Steps, name: str) -> t.AnswerChange | None:
    entries = steps.old.entry(name), steps.new.entry(name)
    kind = _kind(steps.old, steps.new, name)
    note = _note(*(entry.get("note") for entry in entries))
    evidence = added_removed(entries[0].get("evidence", []), entries[1].get("evidence", []), _proof)
    confirmed = _confirmed(*entries)
    waits_for = _waits_for(steps, name)
    if kind is None and note is None and confirmed is None and waits_for is None and not any(evidence.values()):
        return None
    counted = None if kind else _counted(steps, name)
    old, new = steps.old.given(name), steps.new.given(name)
    return {
        **steps.named(name),
        "change": kind,
        "old": old if kind else None,
        "new": new if kind else None,
        "options": _options(old, new) if kind else None,
        "because": steps.whose(lambda view: _comparable(view.given(name))) if kind else None,
        "effect": _effect(steps, name) if kind or counted else None,
        "note": note,
        "evidence": evidence,
        "counted": counted,
        "confirmed": confirmed,
        "waits_for": waits_for,
    }


def same_answer(one: View, other: View, name: str) -> bool:
    """Return whether two reports have the same status and value; order within an answer doesn't count."""
    return _comparable(one.given(name)) == _comparable(other.given(name))


def _comparable(given: r.GivenData) -> tuple[object, ...]:
    value = given["value"]
    return given["status"], sorted(map(canonical, value)) if isinstance(value, list) else value


def _kind(old: View, new: View, name: str) -> t.Way | None:
    if same_answer(old, new, name):
        return None
    if old.given(name)["status"] == "unanswered":
        return "added"
    return "removed" if new.given(name)["status"] == "unanswered" else "changed"


def _note(old: str | None, new: str | None) -> t.NoteChange | None:
    if old == new:
        return None
    return {"change": "added" if old is None else "removed" if new is None else "changed", "old": old, "new": new}


def _confirmed(*entries: Mapping[str, object]) -> t.Change[bool | None] | None:
    """Return whether each answer is confirmed (None: there is none), if one isn't and the other differs."""
    old, new = (entry.get("confirmed", True) is True if {"value", "status"} & set(entry) else None for entry in entries)
    return {"old": old, "new": new} if old != new and False in (old, new) else None


def _waits_for(steps: Steps, name: str) -> t.Change[r.Named | None] | None:
    """Return whom the answer was and is left to, if they differ."""
    ids = [view.entry(name).get("for") for view in (steps.old, steps.new)]
    titles = {tag["id"]: tag["title"] for view in (steps.old, steps.new) for tag in view.report["dimensions"]["actors"]}
    old, new = (r.Named(id=actor, title=titles.get(actor, actor)) if actor else None for actor in ids)
    return {"old": old, "new": new} if ids[0] != ids[1] else None


def _counted(steps: Steps, name: str) -> t.CountedChange | None:
    """Return the points, by the new questionnaire, of an answer that only its evidence makes score differently."""
    old, new = (view.applying.get(name) for view in (steps.rescored or steps.old, steps.new))
    if old is None or new is None or old["points"] == new["points"] or bool(old["evidence"]) == bool(new["evidence"]):
        return None
    return {"old": old["points"], "new": new["points"], "maximum": new["maximum"]}


def _proof(item: EvidenceData) -> tuple[str, str | None]:
    return item["reference"], item.get("date")


def _options(old: r.GivenData, new: r.GivenData) -> t.AddedRemoved[t.Option] | None:
    """Return which of several options were added and removed; None for other questions."""
    before, after = _chosen(old), _chosen(new)
    if before is None or after is None:
        return None
    return added_removed(before.values(), after.values(), lambda option: option["id"])


def _chosen(answer: r.GivenData) -> dict[str, t.Option] | None:
    value, label = answer["value"], answer["label"]
    if not isinstance(value, list) or not isinstance(label, list) or len(value) != len(label):
        return None
    names = [name if isinstance(name, str) else canonical(name) for name in value]
    return {name: {"id": name, "label": text} for name, text in zip(names, label, strict=True)}


def _effect(steps: Steps, name: str) -> t.Effect:
    """Return whether the points that an answer counts are better or worse now; None if that can't be said.

    Both are counted by the new questionnaire, so that a change of its weights is not taken for one of the answer.
    """
    old = (steps.rescored or steps.old).applying.get(name)
    new = steps.new.applying.get(name)
    if old is None or new is None or old["score"] is None or old["score"] != new["score"]:
        return None
    if "not_applicable" in (old["status"], new["status"]) or not (old["maximum"] and new["maximum"]):
        return None
    shares = (Fraction(item["points"], item["maximum"]) for item in (old, new))
    return effect(direction(*shares), up_is_better=new["score"] == "control")
