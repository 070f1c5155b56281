"""What an edition changes, as problems in its file, for ``questionnaire lint --baseline`` (docs/authors.md)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from aiassess.edition.listing import Listing
from aiassess.edition.outline import EditionWords
from aiassess.errors import Word
from aiassess.questionnaire.freeze import build_questionnaire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.edition.types import ChangeData
    from aiassess.errors import Problem
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.questionnaire.yaml_source import Path_, Source


def baseline_problems(old: Questionnaire, source: Source, lang: str) -> Iterator[Problem]:
    """Yield what a document without errors changes. What refuses saved answers is an error unless the version says so."""
    listing = Listing(old, build_questionnaire(source.data), lang)
    bump, words = listing.bump, EditionWords(lang)
    if not bump["enough"]:
        values = {"digit": Word(f"edition_{bump['needs']}"), "old": old.version, "suggested": bump["suggested"]}
        yield source.problem("edition_version", ("version",), **values)
    for change, item in zip(listing.found, listing.changes, strict=True):
        told = source.problem("edition_change", _path(source.data, change.place), what=words.sentence(item))
        yield replace(told, severity=_severity(item, refusing=bump["stated"] != "major"))


def _severity(item: ChangeData, *, refusing: bool) -> Literal["error", "warning", "note"]:
    if item["needs"] == "major":
        return "error" if refusing else "note"
    return "warning" if item["fix"] else "note"


def _path(data: Any, place: tuple[str, ...]) -> Path_:
    """Return the way to a place in the document, or to the nearest part around it that is there."""
    path: list[str | int] = []
    for step in place:
        key: str | int = step
        try:
            if isinstance(data, list):
                key = [item.get("id", f"finding_{n}") for n, item in enumerate(data, 1)].index(step)
            data = data[key]
        except (LookupError, TypeError, ValueError, AttributeError):
            break
        path.append(key)
    return tuple(path)
