"""What changed because the questionnaire did; and what neither it nor the answers explain."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiassess.diff.answers import same_answer
from aiassess.diff.wording import Texts, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aiassess.answers.carry import Dropped
    from aiassess.diff.steps import Steps, View
    from aiassess.model.questionnaire import Questionnaire

_MADE = ("version", "digest", "status")


def edition_change(
    steps: Steps, exact: tuple[Questionnaire | None, Questionnaire | None], worded: tuple[View, View] | None
) -> dict[str, Any]:
    """Return how the questionnaires of two reports differ, as far as the reports and what is at hand show it.

    ``exact``: the questionnaires with the digests of the old and the new report, where they are at hand.
    ``worded``: the reports whose texts can be compared.
    """
    later = steps.rescored or steps.new
    made = [view.report["questionnaire"] for view in (steps.old, steps.new)]
    return {
        **{side: {name: item[name] for name in _MADE} for side, item in zip(("old", "new"), made, strict=True)},
        "questions_added": [steps.named(name) for name in _added(steps, exact[0])],
        "questions_removed": [steps.named(name) for name in removed_questions(steps, exact[1])],
        "wording": list(_wording(*worded)) if worded else [],
        "points": list(_points(steps, later)),
    }


def removed_questions(steps: Steps, questionnaire: Questionnaire | None) -> list[str]:
    """Return the old report's questions that the new questionnaire (None: not at hand) has no more."""
    if questionnaire is None:
        return []
    return [name for name in steps.questions if name not in questionnaire.by_id]


def _added(steps: Steps, before: Questionnaire | None) -> Iterator[str]:
    """Yield the new report's questions that the old questionnaire did not have, as far as that can be told."""
    for name in steps.questions:
        if steps.old.item(name) is not None:
            continue
        if before is not None:
            is_new = name not in before.by_id
        else:
            # It would be asked of the old answers as well, and yet the old report did not ask it.
            is_new = steps.rescored is not None and name in steps.rescored.applying
        if is_new:
            yield name


def _wording(old: View, new: View) -> Iterator[dict[str, Any]]:
    """Yield the texts that differ of what both reports have.

    The reason of a rule names its level: it is compared without the titles of levels, which are compared by themselves.
    """
    before, after = (texts_of(view.report) for view in (old, new))
    titles = [[title for (kind, *_), title in texts.items() if kind == "level"] for texts in (before, after)]
    rules = _rules(old), _rules(new)
    for key, text in (after | rules[1]).items():
        kind, *of = key
        earlier = rules[0].get(key) if kind == "rule" else before.get(key)
        if earlier is None or earlier == text:
            continue
        if kind == "rule" and _without(titles[0], earlier) == _without(titles[1], text):
            continue
        yield {
            "kind": kind,
            "id": of[0] if of else None,
            "value": json.loads(of[1]) if len(of) > 1 else None,
            "old": earlier,
            "new": text,
        }


def _rules(view: View) -> Texts:
    return {("rule", item["rule"]): item["text"] for item in view.report["result"]["reasons"] if item["rule"]}


def _without(titles: Iterable[str], text: str) -> str:
    for title in titles:
        text = text.replace(title, "")
    return text


def _points(steps: Steps, later: View) -> Iterator[dict[str, Any]]:
    """Yield the answers that count otherwise although they are the same."""
    for name, item in later.applying.items():
        before = steps.old.applying.get(name)
        if before is None or not same_answer(steps.old, later, name):
            continue
        if bool(before["evidence"]) != bool(item["evidence"]):
            continue  # that may be why it counts otherwise
        counts = [{part: entry[part] for part in ("score", "points", "maximum")} for entry in (before, item)]
        if counts[0] != counts[1]:
            yield {**steps.named(name), "answer": later.described(name), "old": counts[0], "new": counts[1]}


def dropped_answers(steps: Steps, dropped: Iterable[Dropped], lang: str) -> list[dict[str, Any]]:
    """Return the old answers that the new questionnaire no longer takes, each with the reasons in words."""
    return [
        {
            **steps.named(item.question),
            "answer": steps.old.described(item.question),
            "reasons": [problem.message(lang) for problem in item.problems],
        }
        for item in dropped
    ]


def unexplained(steps: Steps) -> list[dict[str, Any]]:
    """Return what differs where questionnaire and answers are the same: it was changed by hand, or made by another aiassess."""
    before, after = _facts(steps.old), _facts(steps.new)
    found = [(name, before[name], value) for name, value in after.items() if before.get(name, value) != value]
    for item in _wording(steps.old, steps.new):
        of = [item["kind"], item["id"], item["value"]]
        found.append((".".join(str(part) for part in of if part is not None), item["old"], item["new"]))
    for item in _points(steps, steps.new):
        found += [
            (f"answers.{item['question']}.{name}", old, item["new"][name])
            for name, old in item["old"].items()
            if old != item["new"][name]
        ]
    return [{"place": place, "old": old, "new": new} for place, old, new in found]


def _facts(view: View) -> dict[str, Any]:
    made = view.report["questionnaire"]
    sections = {f"answers.{name}.section": item["section"] for name, item in view.applying.items()}
    return {f"questionnaire.{name}": made[name] for name in ("version", "status")} | sections
