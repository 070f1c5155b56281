"""Texts: there in every language, and nothing in them that cannot be seen."""

from collections.abc import Iterator
from typing import Any

from aiassess.errors import Problem
from aiassess.questionnaire.checks.manuscript import Manuscript, by_language
from aiassess.questionnaire.checks.wording import check_words
from aiassess.questionnaire.yaml_source import Path_
from aiassess.safe import safe_text
from aiassess.visible import is_blank

_TEXT_KEYS = {
    "title",
    "statement",
    "intro",
    "text",
    "why",
    "help",
    "label",
    "unit",
    "evidence_hint",
    "action",
    "reason",
    "approval",
    "one",
    "many",
}
_LISTS_OF_TEXTS = {
    "obligations": ("levels", None),
    "preparation": (),
    "likelihood": ("sections", None, "questions", None, "scale"),
    "consequence": ("sections", None, "questions", None, "scale"),
}
"""Keys of lists of texts, and where they are keys of ours rather than names that an author gave; None: any place in a list."""
WHY_LIMIT = 100
"""The most characters of the line that says why a question is asked."""


def check_texts(doc: Manuscript, node: Any, path: Path_ = ()) -> Iterator[Problem]:
    if isinstance(node, dict):
        for key, value in node.items():
            here = (*path, key)
            if key in _TEXT_KEYS and isinstance(value, (str, dict)):
                yield from _text(doc, value, here)
                if key == "why":
                    yield from _one_line(doc, value, here)
            elif _LISTS_OF_TEXTS.get(key) == tuple(None if isinstance(step, int) else step for step in path):
                for i, item in enumerate(value):
                    yield from _text(doc, item, (*here, i))
            else:
                yield from check_texts(doc, value, here)
    elif isinstance(node, list):
        for i, item in enumerate(node):
            yield from check_texts(doc, item, (*path, i))
    elif isinstance(node, str) and safe_text(node) != node:  # a publisher, an address: shown like any text
        yield doc.error("text_control", path, text=node)


def _text(doc: Manuscript, value: str | dict[str, str], path: Path_) -> Iterator[Problem]:
    declared = doc.data["languages"]
    if isinstance(value, dict):
        for lang in declared:
            if lang not in value:
                yield doc.error("text_missing_language", path, language=lang)
        for lang in value:
            if lang not in declared:
                yield doc.error("text_extra_language", (*path, lang), language=lang, declared=declared)
    for _, text, here in by_language(value, path):
        if is_blank(text):
            yield doc.error("schema_blank_text", here)
        elif safe_text(text) != text:
            yield doc.error("text_control", here, text=text)
        if here in doc.source.cut:
            yield doc.warning("text_cut", here, rest=doc.source.cut[here])
    yield from check_words(doc, value, path)


def _one_line(doc: Manuscript, value: str | dict[str, str], path: Path_) -> Iterator[Problem]:
    for _, text, here in by_language(value, path):
        length, lines = len(text.strip()), len(text.strip().splitlines())
        if length > WHY_LIMIT or lines > 1:
            yield doc.warning("why_long", here, limit=WHY_LIMIT, length=length, lines=lines)
