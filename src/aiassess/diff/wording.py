"""Reports in one language, so that no text differs for its language alone (docs/diff-format.md#language)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from aiassess.diff.types import TextKind
    from aiassess.report.types import FindingData, InactiveData, ListedData, Report, ResultData

K = TypeVar("K")
V = TypeVar("V")

Texts = dict[tuple["TextKind", *tuple[str, ...]], str]
"""What a text is of (kind, id, …) to the text."""


def canonical(value: object) -> str:
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


def _level_titles(result: ResultData) -> dict[str, list[str]]:
    """Return level to its title; to more than one if a report that was changed by hand does not agree with itself."""
    pairs = [
        (result["level"], result["level_title"]),
        *zip(result["level_range"], result["level_range_titles"], strict=True),
        (result["best_level_by_controls"], result["best_level_by_controls_title"]),
    ]
    titles: dict[str, list[str]] = {}
    for name, title in pairs:
        if title not in titles.setdefault(name, []):
            titles[name].append(title)
    return titles


def _labels(item: InactiveData) -> Iterable[tuple[str, str]]:
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
    level, dimensions = report["result"]["level"], report["dimensions"]
    same_level = next((donor for donor in donors if donor["result"]["level"] == level), report)
    return {
        **report,
        "questionnaire": {**report["questionnaire"], "title": texts[("title",)], "statement": texts[("statement",)]},
        "result": {**_reworded_result(report["result"], texts, donors), "approval": same_level["result"]["approval"]},
        "dimensions": {
            "principles": [
                {**item, "title": texts.get(("principle", item["id"]), item["title"])}
                for item in dimensions["principles"]
            ],
            "actors": [
                {**item, "title": texts.get(("actor", item["id"]), item["title"])} for item in dimensions["actors"]
            ],
        },
        "sections": [
            {**item, "title": texts.get(("section", item["id"]), item["title"])} for item in report["sections"]
        ],
        "findings": _reworded_findings(report["findings"], donors),
        "obligations": same_level["obligations"],
        "answers": [{**item, **_reworded_answer(item, texts)} for item in report["answers"]],
        "inactive": [{**item, **_reworded_answer(item, texts)} for item in report["inactive"]],
        "missing": [{**item, **_reworded_entry(item, texts)} for item in report["missing"]],
        "unconfirmed": [{**item, **_reworded_entry(item, texts)} for item in report["unconfirmed"]],
        "unevidenced": [{**item, **_reworded_entry(item, texts)} for item in report["unevidenced"]],
        "contradictions": [
            {**item, "text": texts.get(("check", item["id"]), item["text"])} for item in report["contradictions"]
        ],
    }


def _of_all(donors: Iterable[Report], read: Callable[[Report], dict[K, V]]) -> dict[K, V]:
    found: dict[K, V] = {}
    for donor in donors:
        found = read(donor) | found
    return found


def _reworded_entry(item: ListedData, texts: Texts) -> ListedData:
    return {
        **item,
        "text": texts.get(("question", item["question"]), item["text"]),
        "section_title": texts.get(("section", item["section"]), item["section_title"]),
    }


def _reworded_answer(item: InactiveData, texts: Texts) -> InactiveData:
    name, value, label = item["question"], item["value"], item["label"]
    labels = {part: texts.get(("label", name, part), text) for part, text in _labels(item)}
    if isinstance(label, str):
        label = labels[canonical(value)]
    elif isinstance(label, list) and isinstance(value, list) and len(label) == len(value):
        label = [labels[canonical(part)] for part in value]
    return {
        **item,
        "text": texts.get(("question", name), item["text"]),
        "ref": texts.get(("ref", name), item["ref"] or "") or None,
        "label": label,
    }


def _reworded_findings(items: list[FindingData], donors: Iterable[Report]) -> list[FindingData]:
    others = _of_all(donors, lambda donor: {item["id"]: item for item in donor["findings"]})
    found: list[FindingData] = []
    for item in items:
        other = others.get(item["id"], item)
        title = other["actor_title"] if other["actor"] == item["actor"] else item["actor_title"]
        found.append({**item, "text": other["text"], "action": other["action"], "actor_title": title})
    return found


def _reworded_result(result: ResultData, texts: Texts, donors: Iterable[Report]) -> ResultData:
    rules = _of_all(donors, _reasons_of)
    left_open = _of_all(
        donors, lambda donor: {item["rule"]: item["text"] for item in donor["result"]["undetermined_by"]}
    )

    def title(name: str, own: str) -> str:
        return texts.get(("level", name), own)

    pairs = zip(result["level_range"], result["level_range_titles"], strict=True)
    return {
        **result,
        "level_title": title(result["level"], result["level_title"]),
        "level_range_titles": [title(name, own) for name, own in pairs],
        "best_level_by_controls_title": title(result["best_level_by_controls"], result["best_level_by_controls_title"]),
        "reasons": [
            {**item, "text": rules.get((item["rule"], item["level"]), item["text"]) if item["rule"] else item["text"]}
            for item in result["reasons"]
        ],
        "undetermined_by": [
            {**item, "text": left_open.get(item["rule"], item["text"])} for item in result["undetermined_by"]
        ],
    }


def _reasons_of(report: Report) -> dict[tuple[str | None, str], str]:
    """Return (rule, level) to the reason's text; rule None: the points, whose text says a number of this report alone."""
    return {(item["rule"], item["level"]): item["text"] for item in report["result"]["reasons"]}
