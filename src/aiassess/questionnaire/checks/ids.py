"""Ids: each once, and none that is declared for nothing."""

from collections.abc import Iterable, Iterator
from typing import Any

from aiassess.errors import Problem, Word
from aiassess.questionnaire.checks.manuscript import Manuscript, by_language
from aiassess.questionnaire.yaml_source import Path_


def check_ids(doc: Manuscript) -> Iterator[Problem]:
    """Yield the ids, numbers and names that occur twice, and what is declared but never used."""
    yield from _unique(doc)
    yield from _unlike(doc)
    yield from _used(doc)


def _unique(doc: Manuscript) -> Iterator[Problem]:
    for kind, entries in _lists(doc):
        seen: dict[str, Path_] = {}
        for path, name in entries:
            if name in seen:
                first = doc.source.spot(seen[name])
                line = first.line if first else 0
                yield doc.error("id_twice", path, kind=Word(f"kind_{kind}"), id=name, first_line=line)
            seen.setdefault(name, path)


def _unlike(doc: Manuscript) -> Iterator[Problem]:
    """Yield numbers of questions that occur twice, and names that nobody can tell apart in a list."""
    numbers = [((*path, "ref"), question["ref"]) for path, question, _ in doc.paths if "ref" in question]
    yield from _again(doc, "ref_twice", numbers)
    actions = (
        (finding["action"], (*path, "findings", i, "action"))
        for path, question, _ in doc.paths
        for i, finding in enumerate(question.get("findings", []))
    )
    for texts in _each_language(actions):
        yield from _again(doc, "action_twice", texts)
    for kind, entries in _lists(doc):
        key = {"question": "text", "option": "label"}.get(kind, "title")
        if kind in ("source", "finding", "check"):
            continue  # laws have one title in several editions; findings and checks are told by their place
        for texts in _each_language((doc.at(path).get(key, {}), (*path, key)) for path, _ in entries):
            yield from _again(doc, "name_twice", texts, kind=Word(f"kind_{kind}"))


def _each_language(texts: Iterable[tuple[str | dict[str, str], Path_]]) -> Iterable[list[tuple[Path_, str]]]:
    """Return the place and words of texts, a list for each language."""
    found: dict[str, list[tuple[Path_, str]]] = {}
    for text, path in texts:
        for lang, words, place in by_language(text, path):
            found.setdefault(lang, []).append((place, words))
    return found.values()


def _again(doc: Manuscript, code: str, entries: list[tuple[Path_, str]], **values: object) -> Iterator[Problem]:
    first: dict[str, Path_] = {}
    for path, text in entries:
        words = text.casefold().split()
        before = first.setdefault(" ".join(words), path)
        if before != path and (not {"text", "action"} & {*path[-2:]} or len(words) > 3):  # "Why?" may be asked twice
            spot = doc.source.spot(before)
            yield doc.warning(code, path, text=text, first_line=spot.line if spot else 0, **values)


def _lists(doc: Manuscript) -> Iterator[tuple[str, list[tuple[Path_, str]]]]:
    """Yield each list whose entries have ids: what it lists, and the place and id of each entry."""

    def entries(items: list[dict[str, Any]], *path: str | int) -> list[tuple[Path_, str]]:
        return [((*path, i), item.get("id", f"finding_{i + 1}")) for i, item in enumerate(items)]

    yield "question", [(path, question["id"]) for path, question, _ in doc.paths]
    for kind in ("section", "rule", "check", "level", "framework"):
        yield kind, entries(doc.data.get(f"{kind}s", []), f"{kind}s")
    yield "source", entries(doc.data["provenance"].get("sources", []), "provenance", "sources")
    for name, tags in doc.data.get("dimensions", {}).items():
        yield "tag", entries(tags, "dimensions", name)
    for name, options in doc.sets.items():
        yield "option", entries(options, "option_sets", name)
    for path, question, _ in doc.paths:
        if isinstance(question.get("options"), list):
            yield "option", entries(question["options"], *path, "options")
        yield "finding", entries(question.get("findings", []), *path, "findings")


def _used(doc: Manuscript) -> Iterator[Problem]:
    tags = {name: {tag for _, question, _ in doc.paths for tag in question.get(name, [])} for name in doc.dimensions}
    controls = {tag for _, q, _ in doc.paths if q.get("score") == "control" for tag in q.get("principles", [])}
    for name, ids in doc.dimensions.items():
        for i, tag in enumerate(ids):
            path: Path_ = ("dimensions", name, i)
            if name == "phases" and "phase_question" in doc.data:
                continue  # its options are the phases: one may ask for what every phase asks
            if tag not in tags[name]:
                make = doc.warning if name == "phases" else doc.error
                yield make("tag_unused", path, id=tag)
            elif name == "principles" and tag not in controls:
                yield doc.warning("principle_not_measured", path, id=tag)
    named = {q["options"] for _, q, _ in doc.paths if isinstance(q.get("options"), str)}
    for name in doc.sets:
        if name not in named:
            yield doc.warning("option_set_unused", ("option_sets", name), id=name)
    mapped = {name for _, question, _ in doc.paths for name in question.get("maps_to", {})}
    for i, name in enumerate(doc.frameworks):
        if name not in mapped:
            yield doc.warning("framework_unused", ("frameworks", i), id=name)
    cited = {item for _, question, _ in doc.paths for item in question.get("source", [])}
    for i, item in enumerate(doc.sources):
        if item not in cited:
            yield doc.warning("source_unused", ("provenance", "sources", i), id=item)
