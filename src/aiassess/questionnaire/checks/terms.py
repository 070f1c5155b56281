"""One word for each concept: terms that an author lists, and those of docs/malay-terms.md (docs/authors.md#keep-to-terms)."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from aiassess.errors import Problem, invalid
from aiassess.files import read_text
from aiassess.questionnaire.yaml_source import Path_, Source
from aiassess.resources import data_folder

PROJECTS = "malay"
_MOST_BYTES = 1_000_000
_HEADINGS = ("Everywhere", "In the questionnaire")
"""The tables of the page that hold for questionnaires."""


class Term(NamedTuple):
    """What to say for a concept, by language; ``avoid`` finds what not to say in Malay, except in a phrase of ``right``."""

    say: dict[str, str]
    avoid: re.Pattern[str]
    right: re.Pattern[str]
    own: bool
    """Whether an author gave it, so that it must be said; the project's own is a hint."""


def terms_of(file: str) -> list[Term]:
    """Return the terms of a file, or the project's own for its name, ``malay``; raises InvalidInput as ``own_terms`` does."""
    return project_terms() if file == PROJECTS else own_terms(file)


def own_terms(file: str) -> list[Term]:
    """Return the terms of a CSV file: a column for each language, and ``not`` for words to avoid, parted by ";".

    Raises InvalidInput if it cannot be read or names fewer than two languages.
    """
    lines = read_text(Path(file), file, _MOST_BYTES, named=True).splitlines()
    found = []
    for row in csv.DictReader(lines):
        say = {
            key.strip(): text for key, text in row.items() if key and text and re.fullmatch("[a-z]{2,3}", key.strip())
        }
        avoid = say.pop("not", "")
        if len(say) > 1:
            found.append(Term(say, _phrases(avoid.split(";")), _phrases([]), own=True))
    if not found:
        raise invalid("terms_columns", file=file)
    return found


def project_terms() -> list[Term]:
    """Return the words that the project's page of Malay terms says not to use, with what to say."""
    page = (data_folder("docs") / "malay-terms.md").read_text(encoding="utf-8")
    parts = dict(part.split("\n", 1) for part in page.split("\n## ")[1:])
    rows = [
        line.strip("|").split("|") for name in _HEADINGS for line in parts[name].splitlines() if line.startswith("| ")
    ]
    return [
        Term({"ms": say.strip(), "en": concept.strip()}, _phrases(_quoted(wrong)), _phrases(_quoted(right)), own=False)
        for concept, say, wrong, right, *_ in rows
        if _quoted(wrong)
    ]


def check_terms(source: Source, terms: Iterable[Term]) -> Iterator[Problem]:
    """Yield the texts that say a concept by another word than its term, or do not say it in one of their languages."""
    terms = list(terms)
    for path, texts in _texts(source.data, frozenset(source.data["languages"]), ()):
        for term in terms:
            plain = term.right.sub("X", " ".join(texts.get("ms", "").split()))
            if found := term.avoid.search(plain):
                values = {"found": found[0], "say": term.say.get("ms", "")}
                problem = source.problem("term_avoided", (*path, "ms"), **values)
                yield replace(problem, severity="warning" if term.own else "note")
            elif term.own:
                yield from _unsaid(source, path, texts, term)


def _unsaid(source: Source, path: Path_, texts: dict[str, str], term: Term) -> Iterator[Problem]:
    """Yield the languages in which a text does not say a term that it says in the first language of the list."""
    first, *others = term.say
    said = _alternatives(term.say[first]).search(" ".join(texts.get(first, "").split()))
    for lang in others:
        if said and lang in texts and not _alternatives(term.say[lang]).search(" ".join(texts[lang].split())):
            values = {"said": said[0], "first": first, "say": term.say[lang], "language": lang}
            yield replace(source.problem("term_unsaid", (*path, lang), **values), severity="warning")


def _texts(node: Any, languages: frozenset[str], path: Path_) -> Iterator[tuple[Path_, dict[str, str]]]:
    if isinstance(node, dict) and node and node.keys() <= languages:
        yield path, node
    elif isinstance(node, (dict, list)):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _texts(value, languages, (*path, key))


@cache
def _alternatives(words: str) -> re.Pattern[str]:
    return _phrases(words.split(";"))


def _quoted(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some phrases as whole words, in small or capital letters; ``*`` stands for any letters."""
    escaped = [re.escape(" ".join(phrase.split())).replace(r"\*", r"\w*") for phrase in phrases if phrase.strip()]
    whole = [rf"(?<![\w-]){text}(?!\w)" if text[0].isalnum() else text for text in escaped]
    return re.compile("|".join(whole) or "(?!)", re.IGNORECASE)
