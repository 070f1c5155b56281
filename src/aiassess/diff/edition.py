"""What changed because the questionnaire did; and what neither it nor the answers explain."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from aiassess.answers.carry import Dropped
from aiassess.diff import types as t
from aiassess.diff.answers import same_answer
from aiassess.diff.steps import Steps, View
from aiassess.diff.wording import Texts, texts_of
from aiassess.model.questionnaire import Questionnaire
from aiassess.report.types import part

_KINDS: dict[str, t.TextKind] = {kind: kind for kind in get_args(t.TextKind)}
"""The texts that are compared by themselves; those of findings are compared with these."""


def removed_questions(steps: Steps, questionnaire: Questionnaire | None) -> list[t.Question]:
    """Return the old report's questions that the new questionnaire (None: not at hand) no longer has."""
    return [steps.named(name) for name in steps.questions if questionnaire and name not in questionnaire.by_id]


def added_questions(steps: Steps, before: Questionnaire | None) -> list[t.Question]:
    """Return the new report's questions that the old questionnaire did not have, as far as can be told."""

    def is_new(name: str) -> bool:
        if before is not None:
            return name not in before.by_id
        # It would be asked of the old answers as well, and yet the old report did not ask it.
        return steps.rescored is not None and name in steps.rescored.applying

    return [steps.named(name) for name in steps.questions if steps.old.item(name) is None and is_new(name)]


def wording_changes(old: View, new: View) -> Iterator[t.Wording]:
    """Yield the texts that differ of what both reports have.

    The reason of a rule names its level: it is compared without the titles of levels, which are compared by themselves.
    """
    before, after = (texts_of(view.report) | _rules(view) for view in (old, new))
    titles = [[title for (kind, *_), title in texts.items() if kind == "level"] for texts in (before, after)]
    for key, text in after.items():
        kind, earlier = _KINDS.get(key[0]), before.get(key)
        if kind is None or earlier is None or earlier == text:
            continue
        if kind == "rule" and _without(titles[0], earlier) == _without(titles[1], text):
            continue
        yield {
            "kind": kind,
            "id": key[1] if len(key) > 1 else None,
            "value": json.loads(key[2]) if len(key) > 2 else None,
            "old": earlier,
            "new": text,
        }


def _rules(view: View) -> Texts:
    return {("rule", item["rule"]): item["text"] for item in view.report["result"]["reasons"] if item["rule"]}


def _without(titles: Iterable[str], text: str) -> str:
    for title in titles:
        text = text.replace(title, "")
    return text


def recounted_answers(steps: Steps, later: View) -> Iterator[t.Recounted]:
    """Yield the answers that are the same and score differently."""
    for name, item in later.applying.items():
        before = steps.old.applying.get(name)
        if before is None or not same_answer(steps.old, later, name):
            continue
        if bool(before["evidence"]) != bool(item["evidence"]):
            continue  # that may be why it scores differently
        old, new = (part(t.Counted, entry) for entry in (before, item))
        if old != new:
            yield {**steps.named(name), "answer": later.given(name), "old": old, "new": new}


def dropped_answers(steps: Steps, dropped: Iterable[Dropped], lang: str) -> list[t.DroppedAnswer]:
    """Return the old answers that the new questionnaire no longer takes, each with the reasons in words."""
    return [
        {
            **steps.named(item.question),
            "answer": steps.old.given(item.question),
            "reasons": [problem.message(lang) for problem in item.problems],
        }
        for item in dropped
    ]


def unexplained(steps: Steps) -> list[t.Unexplained]:
    """Return what differs although questionnaire and answers don't: one report was edited, or made by another aiassess."""
    before, after = _facts(steps.old), _facts(steps.new)
    found = [(name, before[name], value) for name, value in after.items() if before.get(name, value) != value]
    for text in wording_changes(steps.old, steps.new):
        of = [text["kind"], text["id"], text["value"]]
        found.append((".".join(str(part) for part in of if part is not None), text["old"], text["new"]))
    for item in recounted_answers(steps, steps.new):
        counts = zip(item["old"].items(), item["new"].values(), strict=True)
        found += [(f"answers.{item['question']}.{name}", old, new) for (name, old), new in counts if old != new]
    return [{"place": place, "old": old, "new": new} for place, old, new in found]


def _facts(view: View) -> Mapping[str, object]:
    made = view.report["questionnaire"]
    sections = {f"answers.{name}.section": item["section"] for name, item in view.applying.items()}
    return {f"questionnaire.{name}": made[name] for name in ("version", "status")} | sections
