"""A questionnaire to begin with, from ``scaffold.yaml`` (docs/authors.md#begin)."""

import re
from collections.abc import Iterable
from pathlib import Path

_NAME = "new_questionnaire"
_COMMENT = re.compile(r"( *# )(?:en|ms): ")
_TEXT = re.compile(r" +(en|ms): ")


def scaffold(name: str, languages: Iterable[str], lang: str, schema: str | None = None) -> str:
    """Return a whole questionnaire that lints clean, as YAML with comments.

    ``languages``: those of its texts, of "en" and "ms", the first being its default; ``lang``: that of the comments;
    ``schema``: the file by which an editor completes, if there is one beside it.
    """
    languages = list(languages)
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    for line in Path(__file__).with_name("scaffold.yaml").read_text(encoding="utf-8").splitlines():
        comment, text = _COMMENT.match(line), _TEXT.match(line)
        if comment and line.startswith(f"{comment[1]}{lang}: "):
            lines.append(comment[1] + line[comment.end() :])
        elif not comment and (not text or text[1] in languages):
            lines.append(line)
    document = "\n".join(lines) + "\n"
    return document.replace(_NAME, name).replace("languages: [ms, en]", f"languages: [{', '.join(languages)}]")
