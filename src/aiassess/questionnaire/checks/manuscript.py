"""A document that the schema accepts, with what checks look up in it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from operator import getitem
from typing import Any

from aiassess.errors import Problem
from aiassess.questionnaire.yaml_source import Path_, Source


def by_language(text: str | dict[str, str], path: Path_) -> Iterator[tuple[str, str, Path_]]:
    """Yield a text in each of its languages, with its place; the language is "" for a text for all of them."""
    if isinstance(text, dict):
        yield from ((lang, words, (*path, lang)) for lang, words in text.items())
    else:
        yield "", text, path


class Manuscript:
    """``paths``: the questions in order, each with its place in the document and its number.

    ``numbers``: what texts may cite questions by.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.data = source.data
        self.sets: dict[str, list[dict[str, Any]]] = self.data.get("option_sets", {})
        self.questions: dict[str, dict[str, Any]] = {}
        self.order: dict[str, int] = {}
        self.option_ids: dict[str, list[str]] = {}
        self.paths: list[tuple[Path_, dict[str, Any], int]] = []
        place = 0
        for s, section in enumerate(self.data["sections"]):
            for q, question in enumerate(section["questions"]):
                self.paths.append((("sections", s, "questions", q), question, place))
                self.questions.setdefault(question["id"], question)
                self.order.setdefault(question["id"], place)
                place += 1
        self.levels = [level["id"] for level in self.data["levels"]]
        self.dimensions = {
            name: [tag["id"] for tag in self.data.get("dimensions", {}).get(name, [])]
            for name in ("principles", "actors", "phases")
        }
        refs = [question["ref"] for _, question, _ in self.paths if "ref" in question]
        self.numbers = set(refs) or {str(place + 1) for _, _, place in self.paths}
        self.sources = [item["id"] for item in self.data["provenance"].get("sources", [])]
        self.frameworks = {item["id"]: item.get("references") for item in self.data.get("frameworks", [])}
        """Framework id to all its references; None: they are not listed."""

    def error(self, code: str, path: Path_, **values: object) -> Problem:
        """Return what makes the questionnaire unusable."""
        return self.source.problem(code, path, **values)

    def warning(self, code: str, path: Path_, **values: object) -> Problem:
        """Return what its author should look at."""
        return replace(self.source.problem(code, path, **values), severity="warning")

    def note(self, code: str, path: Path_, **values: object) -> Problem:
        """Return a hint: what may be meant as it is."""
        return replace(self.source.problem(code, path, **values), severity="note")

    def at(self, path: Path_) -> Any:
        """Return the value at a path."""
        return reduce(getitem, path, self.data)

    def options_of(self, question: dict[str, Any]) -> list[dict[str, Any]]:
        """Return a question's options, its own or of the set that it names."""
        options = question.get("options", [])
        return self.sets.get(options, []) if isinstance(options, str) else options

    def ids_of_options(self, question: dict[str, Any]) -> list[str]:
        if question["id"] not in self.option_ids:
            self.option_ids[question["id"]] = [option["id"] for option in self.options_of(question)]
        return self.option_ids[question["id"]]
