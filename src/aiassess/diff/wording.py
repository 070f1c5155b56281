"""Reports in one language, so that no text differs for its language alone (docs/diff-format.md#language)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.diff.types import TextKind

    Report = Any

Texts = dict[tuple["TextKind", *tuple[str, ...]], str]
"""What a text is of (kind, id, …) to the text."""


def canonical(value: Any) -> str:
    """Return a text that is the same for the same JSON data."""
    return json.dumps(value, sort_keys=True)


def texts_of(report: Report) -> Texts:
    """Return the questionnaire's texts in a report, but for findings, reasons and obligations."""
    made, result = report["questionnaire"], report["result"]
    texts: Texts = {("title",): made["title"], ("statement",): made["statement"]}
    texts |= {("section", item["id"]): item["title"] for item in report["sections"]}
    texts |= {("principle", item["id"]): item["title"] for item in report["dimensions"]["principles"]}
    texts |= {("actor", item["id"]): item["title"] for item in report["dimensions"]["actors"]}
    texts |= {("check", item["id"]): item["text"] for item in report["contradictions"]}
    for name, titles in _level_titles(result).items():
        texts["level", name] = " / ".join(titles)
    for item in [*report["inactive"], *report["answers"]]:
        name = item["question"]
        texts["question", name] = item["text"]
        texts["ref", name] = item["ref"] or ""
        texts |= {("label", name, value): label for value, label in _labels(item)}
    return texts


def _level_titles(result: dict[str, Any]) -> dict[str, list[str]]:
    """Return level to its title; to more than one where a report that was changed by hand does not agree with itself."""
    best = "best_level_by_controls"
    pairs = [
        *zip(result["level_range"], result["level_range_titles"], strict=True),
        (result[best], result[f"{best}_title"]),
    ]
    titles: dict[str, list[str]] = {}
    for name, title in [(result["level"], result["level_title"]), *pairs]:
        if title not in titles.setdefault(name, []):
            titles[name].append(title)
    return titles


def _labels(item: dict[str, Any]) -> Iterable[tuple[str, str]]:
    """Yield each part of an answer's value with its label; a value without one with nothing."""
    value, label = item["value"], item["label"]
    if isinstance(label, list) and isinstance(value, list) and len(label) == len(value):
        yield from zip((canonical(part) for part in value), label, strict=True)
    else:
        yield canonical(value), label if isinstance(label, str) else canonical(label) if label else ""


def reworded(report: Report, *donors: Report) -> Report:
    """Return a report with the texts that others have for the same things, the first of them before the next.

    For what none of them has, its own stay.
    """
    texts = _of_all(donors, texts_of)
    made, result, dimensions = report["questionnaire"], report["result"], report["dimensions"]
    return {
        **report,
        "questionnaire": {**made, "title": texts[("title",)], "statement": texts[("statement",)]},
        "result": _reworded_result(result, texts, donors),
        "dimensions": {
            "principles": _retitled(dimensions["principles"], "principle", texts),
            "actors": _retitled(dimensions["actors"], "actor", texts),
        },
        "sections": _retitled(report["sections"], "section", texts),
        "findings": _reworded_findings(report["findings"], donors),
        "obligations": _of_the_level(result["level"], donors, "obligations", report["obligations"]),
        **{part: [_reworded_answer(item, texts) for item in report[part]] for part in ("answers", "inactive")},
        **{
            part: [
                {
                    **item,
                    "text": texts.get(("question", item["question"]), item["text"]),
                    "section_title": texts.get(("section", item["section"]), item["section_title"]),
                }
                for item in report[part]
            ]
            for part in ("missing", "unconfirmed", "unevidenced")
        },
        "contradictions": [
            {**item, "text": texts.get(("check", item["id"]), item["text"])} for item in report["contradictions"]
        ],
    }


def _of_all(donors: Iterable[Report], read: Any) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for donor in donors:
        found = read(donor) | found
    return found


def _retitled(items: list[Any], kind: Literal["section", "principle", "actor"], texts: Texts) -> list[Any]:
    return [{**item, "title": texts.get((kind, item["id"]), item["title"])} for item in items]


def _reworded_answer(item: Any, texts: Texts) -> Any:
    name = item["question"]
    label = item["label"]
    labels = {value: texts.get(("label", name, value), text) for value, text in _labels(item)}
    if isinstance(label, str):
        label = labels[canonical(item["value"])]
    elif isinstance(label, list) and isinstance(item["value"], list) and len(label) == len(item["value"]):
        label = [labels[canonical(part)] for part in item["value"]]
    text = texts.get(("question", name), item["text"])
    return {**item, "text": text, "ref": texts.get(("ref", name), item["ref"] or "") or None, "label": label}


def _reworded_findings(items: list[Any], donors: Iterable[Report]) -> list[Any]:
    others = _of_all(donors, lambda donor: {item["id"]: item for item in donor["findings"]})
    found = []
    for item in items:
        other = others.get(item["id"])
        title = other["actor_title"] if other and other["actor"] == item["actor"] else item["actor_title"]
        words = {"text": other["text"], "action": other["action"], "actor_title": title} if other else {}
        found.append({**item, **words})
    return found


def _of_the_level(level: str, donors: Iterable[Report], name: str, own: Any) -> Any:
    for donor in donors:
        if donor["result"]["level"] == level:
            return donor[name] if name in donor else donor["result"][name]
    return own


def _reworded_result(result: dict[str, Any], texts: Texts, donors: tuple[Report, ...]) -> dict[str, Any]:
    rules = _of_all(donors, _reasons_of)
    left_open = _of_all(
        donors, lambda donor: {item["rule"]: item["text"] for item in donor["result"]["undetermined_by"]}
    )

    def title(name: str, own: str) -> str:
        return texts.get(("level", name), own)

    pairs = zip(result["level_range"], result["level_range_titles"], strict=True)
    best = "best_level_by_controls"
    return {
        **result,
        "level_title": title(result["level"], result["level_title"]),
        "level_range_titles": [title(name, own) for name, own in pairs],
        f"{best}_title": title(result[best], result[f"{best}_title"]),
        "reasons": [
            {**item, "text": rules.get((item["rule"], item["level"]), item["text"]) if item["rule"] else item["text"]}
            for item in result["reasons"]
        ],
        "undetermined_by": [
            {**item, "text": left_open.get(item["rule"], item["text"])} for item in result["undetermined_by"]
        ],
        "approval": _of_the_level(result["level"], donors, "approval", result["approval"]),
    }


def _reasons_of(report: Report) -> dict[tuple[str | None, str], str]:
    """Return (rule, level) to the reason's text; rule None: the points, whose text says a number of this report alone."""
    return {(item["rule"], item["level"]): item["text"] for item in report["result"]["reasons"]}
