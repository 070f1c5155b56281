"""A report's texts, and reports in one language, so that texts differ only in what they say (docs/diff-format.md#language)."""

import json
from collections.abc import Callable, Iterable
from typing import TypeVar

from aiassess.report import types as r
from aiassess.report.types import Report

Say = Callable[["Key", str], str]
"""What gives the text to write, from what it is of and the text that is there."""

Key = tuple[str, *tuple[str, ...]]
"""What a text is of: kind, id, …"""
Texts = dict[Key, str]

Titled = TypeVar("Titled", r.TagData, r.SectionData)
Asked = TypeVar("Asked", r.MissingData, r.UnconfirmedData, r.UnevidencedData)
Answered = TypeVar("Answered", r.AnswerData, r.InactiveData)


def canonical(value: object) -> str:
    """Return a text that is the same for the same JSON data."""
    return json.dumps(value, sort_keys=True)


def texts_of(report: Report) -> Texts:
    """Return the texts in a report except obligations and approval.

    If it has several for one thing, which no report of ours does, the first is taken; of a level's titles, all.
    """
    found: dict[Key, list[str]] = {}

    def keep(key: Key, text: str) -> str:
        if text not in found.setdefault(key, []):
            found[key].append(text)
        return text

    with_texts(report, keep)
    return {key: " / ".join(texts) if key[0] == "level" else texts[0] for key, texts in found.items()}


def reworded(report: Report, *donors: Report) -> Report:
    """Return a report with the texts that others have for the same things, the first of them before the next.

    Where none of them has one, its own stays.
    """
    texts: Texts = {}
    for donor in donors:
        texts = texts_of(donor) | texts
    level = report["result"]["level"]
    same_level = next((donor for donor in donors if donor["result"]["level"] == level), report)
    found = with_texts(report, texts.get)
    approval = same_level["result"]["approval"]
    return {**found, "result": {**found["result"], "approval": approval}, "obligations": same_level["obligations"]}


def with_texts(report: Report, say: Say) -> Report:
    """Return a report with other texts; obligations and approval stay."""
    made, dimensions = report["questionnaire"], report["dimensions"]
    return {
        **report,
        "questionnaire": {
            **made,
            "title": say(("title",), made["title"]),
            "statement": say(("statement",), made["statement"]),
        },
        "sections": _titled("section", report["sections"], say),
        "dimensions": {
            "principles": _titled("principle", dimensions["principles"], say),
            "actors": _titled("actor", dimensions["actors"], say),
        },
        "contradictions": [
            {**item, "text": say(("check", item["id"]), item["text"])} for item in report["contradictions"]
        ],
        "result": _result(report["result"], say),
        "inactive": [_answered(item, say) for item in report["inactive"]],
        "answers": [_answered(item, say) for item in report["answers"]],
        "missing": _asked(report["missing"], say),
        "unconfirmed": _asked(report["unconfirmed"], say),
        "unevidenced": _asked(report["unevidenced"], say),
        "findings": [_finding(item, say) for item in report["findings"]],
    }


def _titled(kind: str, items: Iterable[Titled], say: Say) -> list[Titled]:
    return [{**item, "title": say((kind, item["id"]), item["title"])} for item in items]


def _asked(items: Iterable[Asked], say: Say) -> list[Asked]:
    return [
        {
            **item,
            "text": say(("question", item["question"]), item["text"]),
            "section_title": say(("section", item["section"]), item["section_title"]),
        }
        for item in items
    ]


def _answered(item: Answered, say: Say) -> Answered:
    """Return an answer with other texts: of each part of its value the label, "" if it has none."""
    name, value, label = item["question"], item["value"], item["label"]
    text, ref = say(("question", name), item["text"]), say(("ref", name), item["ref"] or "")
    if isinstance(label, list) and isinstance(value, list) and len(label) == len(value):
        pairs = zip(value, label, strict=True)
        label = [say(("label", name, canonical(part)), own) for part, own in pairs]
    else:
        own = label if isinstance(label, str) else canonical(label) if label else ""
        other = say(("label", name, canonical(value)), own)
        label = other if isinstance(label, str) else label
    return {**item, "text": text, "ref": ref or None, "label": label}


def _finding(item: r.FindingData, say: Say) -> r.FindingData:
    name = item["id"]
    return {
        **item,
        "text": say(("finding", name), item["text"]),
        "action": say(("action", name), item["action"]),
        "actor_title": say(("finding_actor", name, item["actor"] or ""), item["actor_title"] or "") or None,
    }


def _result(result: r.ResultData, say: Say) -> r.ResultData:
    def level(name: str, own: str) -> str:
        return say(("level", name), own)

    return {
        **result,
        "level_title": level(result["level"], result["level_title"]),
        "level_range_titles": [*map(level, result["level_range"], result["level_range_titles"])],
        "best_level_by_controls_title": level(result["best_level_by_controls"], result["best_level_by_controls_title"]),
        "reasons": [
            # The reason by points names a number of this very report.
            {
                **item,
                "text": say(("reason", item["rule"], item["level"]), item["text"]) if item["rule"] else item["text"],
            }
            for item in result["reasons"]
        ],
        "undetermined_by": [
            {**item, "text": say(("open", item["rule"]), item["text"])} for item in result["undetermined_by"]
        ],
    }
