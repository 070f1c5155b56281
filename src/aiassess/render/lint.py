"""What lint found: lines for people, and what editors, GitHub and code scanning take (docs/ci.md#formats)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from aiassess import __version__
from aiassess.canonical import digest_of, to_json
from aiassess.errors import Problem
from aiassess.render.verification import problem_data
from aiassess.safe import safe_text
from aiassess.text.problems import MESSAGES

LINT_FORMATS = ("text", "json", "sarif", "github", "gitlab")
_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}
_GITLAB = {"error": "major", "warning": "minor", "note": "info"}
_FIELD = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class Linted:
    """One questionnaire as it was named, and what is wrong with it; ``more`` is added to its entry in JSON."""

    name: str
    problems: tuple[Problem, ...]
    readable: bool = True
    more: Mapping[str, object] = field(default_factory=dict)

    def count(self, severity: str) -> int:
        return sum(problem.severity == severity for problem in self.problems)

    def counts(self) -> dict[str, int]:
        return {f"{severity}s": self.count(severity) for severity in ("error", "warning", "note")}


def render_lint(found: list[Linted], format_: str, lang: str) -> str:
    """Return what was found in a format of ``LINT_FORMATS``; in text that is a line a problem, without sums."""
    problems = [problem for one in found for problem in one.problems]
    if format_ == "json":
        return to_json({"format": "aiassess.lint/1", "questionnaires": [_entry(one, lang) for one in found]})
    if format_ == "sarif":
        return to_json(_sarif(problems, lang))
    if format_ == "gitlab":
        return to_json([_quality(problem, lang) for problem in problems])
    lines = _github(problems, lang) if format_ == "github" else (problem.report_line(lang) for problem in problems)
    return "".join(f"{line}\n" for line in lines)


def _entry(one: Linted, lang: str) -> dict[str, object]:
    problems = [
        {"severity": problem.severity, "file": safe_text(problem.file or ""), **problem_data(problem, lang)}
        for problem in one.problems
    ]
    return {"name": safe_text(one.name), "readable": one.readable, **one.counts(), "problems": problems, **one.more}


def _github(problems: Iterable[Problem], lang: str) -> Iterator[str]:
    """Yield workflow commands, which GitHub shows beside the line that they name."""
    for problem in problems:
        where = {"file": problem.file, "line": problem.line, "col": problem.column, "title": f"aiassess {problem.code}"}
        told = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in where.items() if value is not None)
        yield f"::{_GITHUB[problem.severity]} {told}::{_escaped(problem.inner_text(lang), '')}"


def _escaped(text: str, others: str) -> str:
    return "".join(f"%{ord(sign):02X}" if sign in "%\r\n" + others else sign for sign in safe_text(text))


def _quality(problem: Problem, lang: str) -> dict[str, object]:
    """Return an entry of GitLab's code quality report; its fingerprint stays when the problem only moves to another line."""
    told = [problem.code, problem.file, problem.path, problem.message("en")]
    return {
        "description": problem.inner_text(lang),
        "check_name": problem.code,
        "fingerprint": digest_of(told).removeprefix("sha256:"),
        "severity": _GITLAB[problem.severity],
        "location": {"path": safe_text(problem.file or "-"), "lines": {"begin": problem.line or 1}},
    }


def _sarif(problems: list[Problem], lang: str) -> dict[str, object]:
    """Return SARIF 2.1.0, as code scanning takes it: rules with their message, results with their places."""
    codes = sorted({problem.code for problem in problems})
    rules = [
        {"id": code, **dict.fromkeys(("shortDescription", "fullDescription"), _rule(code, lang))} for code in codes
    ]
    driver = {"name": "aiassess", "version": __version__, "language": lang, "rules": rules}
    results = [_result(problem, codes.index(problem.code), lang) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}


def _rule(code: str, lang: str) -> dict[str, str]:
    text = MESSAGES.get(code, {}).get(lang, code)
    return {"text": _FIELD.sub("…", text).replace("{{", "{").replace("}}", "}")}


def _result(problem: Problem, rule: int, lang: str) -> dict[str, object]:
    place: dict[str, object] = {}
    if problem.file:
        region = {"region": {"startLine": problem.line, "startColumn": problem.column or 1}} if problem.line else {}
        place["physicalLocation"] = {"artifactLocation": {"uri": _uri(problem.file)}, **region}
    if problem.path:
        place["logicalLocations"] = [{"fullyQualifiedName": problem.path}]
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": problem.message(lang)},
        "locations": [place] if place else [],
    }


def _uri(file: str) -> str:
    """Return a file's address: relative as it was named, or below the working folder; absolute otherwise."""
    path = Path(file)
    if path.is_absolute():
        if not path.is_relative_to(Path.cwd()):
            return path.as_uri()
        path = path.relative_to(Path.cwd())
    return quote(path.as_posix(), errors="surrogatepass")
