"""Ids: each once, and none that is declared for nothing."""

from collections.abc import Iterable, Iterator
from typing import Any

from aiassess.errors import Problem, Word
from aiassess.questionnaire.checks.document import Document
from aiassess.questionnaire.yaml_source import Path_


def check_ids(doc: Document) -> Iterator[Problem]:
    """Yield the ids that stand twice, and what is declared and never used."""
    yield from _unique(doc)
    yield from _used(doc)


def _unique(doc: Document) -> Iterator[Problem]:
    lists: list[tuple[str, Iterable[tuple[Path_, dict[str, Any]]]]] = [
        ("question", [(path, question) for path, question, _ in doc.paths]),
        ("section", _items(doc.data["sections"], ("sections",))),
        ("rule", _items(doc.data.get("rules", []), ("rules",))),
        ("check", _items(doc.data.get("checks", []), ("checks",))),
        ("level", _items(doc.data["levels"], ("levels",))),
        ("source", _items(doc.data["provenance"].get("sources", []), ("provenance", "sources"))),
    ]
    lists += [
        ("tag", _items(doc.data.get("dimensions", {}).get(name, []), ("dimensions", name))) for name in doc.dimensions
    ]
    lists += [("option", _items(options, ("option_sets", name))) for name, options in doc.sets.items()]
    for path, question, _ in doc.paths:
        if isinstance(question.get("options"), list):
            lists.append(("option", _items(question["options"], (*path, "options"))))
        findings = [
            ((*path, "findings", i), {"id": finding.get("id", f"finding_{i + 1}")})
            for i, finding in enumerate(question.get("findings", []))
        ]
        lists.append(("finding", findings))
    for kind, items in lists:
        seen: dict[str, Path_] = {}
        for path, item in items:
            if item["id"] in seen:
                first = doc.source.spot(seen[item["id"]])
                line = first.line if first else 0
                yield doc.error("id_twice", path, kind=Word(f"kind_{kind}"), id=item["id"], first_line=line)
            seen.setdefault(item["id"], path)


def _used(doc: Document) -> Iterator[Problem]:
    tags = {name: {tag for _, question, _ in doc.paths for tag in question.get(name, [])} for name in doc.dimensions}
    controls = {tag for _, q, _ in doc.paths if q.get("score") == "control" for tag in q.get("principles", [])}
    for name, ids in doc.dimensions.items():
        for i, tag in enumerate(ids):
            path: Path_ = ("dimensions", name, i)
            if tag not in tags[name]:
                make = doc.warning if name == "phases" else doc.error
                yield make("tag_unused", path, id=tag)
            elif name == "principles" and tag not in controls:
                yield doc.warning("principle_not_measured", path, id=tag)
    named = {q["options"] for _, q, _ in doc.paths if isinstance(q.get("options"), str)}
    for name in doc.sets:
        if name not in named:
            yield doc.warning("option_set_unused", ("option_sets", name), id=name)
    cited = {item for _, question, _ in doc.paths for item in question.get("source", [])}
    for i, item in enumerate(doc.sources):
        if item not in cited:
            yield doc.warning("source_unused", ("provenance", "sources", i), id=item)


def _items(items: list[dict[str, Any]], path: Path_) -> list[tuple[Path_, dict[str, Any]]]:
    return [((*path, i), item) for i, item in enumerate(items)]
