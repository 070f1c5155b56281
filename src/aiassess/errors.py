"""What can go wrong, as data: exceptions carry problems and never print (docs/errors.md)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from aiassess.alike import remark
from aiassess.commands import Command
from aiassess.safe import safe_line
from aiassess.text import say

MOST_ITEMS = 100
"""A message names no more items of a list than this."""
MAX_PROBLEMS = 1000
"""The search for errors in one document ends after this many."""

EXIT_NO = 1
EXIT_USAGE = 2
EXIT_INPUT = 3
EXIT_BUG = 4
EXIT_INTERRUPTED = 130


ProblemSeverity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what (``code`` and ``values``), and where.

    ``code`` names a message in ``aiassess.text.problems``; ``values`` fill it. ``line`` and ``column`` count from 1.
    ``path`` is the place in the document (``sections[3].questions[2].options``).
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    file: str | None = None
    line: int | None = None
    column: int | None = None
    path: str | None = None
    question: str | None = None
    severity: ProblemSeverity = "error"

    def place(self, lang: str) -> str:
        """Return where the problem is, as ``file:line:column: path (question id)``, as far as it is known."""
        return _joined(self._spot(), self._inside(lang))

    def _spot(self) -> str:
        file = safe_line(self.file, 300) if self.file else None
        return ":".join(str(part) for part in (file, self.line, self.column) if part is not None)

    def _inside(self, lang: str) -> str:
        path = safe_line(self.path, 200) if self.path else ""
        if not self.question:
            return path
        where = say(lang, "problems.at_question", question=safe_line(self.question, 80))
        return f"{path} ({where})" if path else where

    def message(self, lang: str) -> str:
        """Return what is wrong and what was expected, in the language given, safe for a terminal.

        Anything invisible in what somebody wrote, such as a space at the end, is mentioned after it.
        """
        values = {key: _shown(value, lang) for key, value in self.values.items()}
        return say(lang, f"problems.{self.code}", **values) + remark({"name": self.file, **self.values}, lang)

    def line_text(self, lang: str) -> str:
        return _joined(self._spot(), self.inner_text(lang))

    def report_line(self, lang: str) -> str:
        """Return ``file:line:column: error: path (question id): message``, a form that editors and CI understand."""
        return _joined(self._spot(), say(lang, f"cli.{self.severity}"), self.inner_text(lang))

    def inner_text(self, lang: str) -> str:
        """Return ``path (question id): message``, for those who show the file and line elsewhere."""
        return _joined(self._inside(lang), self.message(lang))


def _joined(*parts: str) -> str:
    return ": ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Word:
    """A value of a message that is itself said in the reader's language: a key of ``aiassess.text.problems``, with values."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


def nearest(name: str, known: Iterable[str], closeness: float = 0.6) -> str | None:
    """Return the known name that somebody who wrote ``name`` may have meant, or None; ``closeness``: from 0 to 1, for equal."""
    import difflib  # noqa: PLC0415 - for messages alone

    return next(iter(difflib.get_close_matches(name[:100], list(known), n=1, cutoff=closeness)), None)


def _shown(value: object, lang: str) -> object:
    if isinstance(value, float) and abs(value) == float("inf"):  # what JSON and YAML make of 1e999
        return say(lang, "problems.huge_number")
    if isinstance(value, Word):
        return say(lang, f"problems.{value.key}", **{key: _shown(item, lang) for key, item in value.values.items()})
    if isinstance(value, Command):
        return str(value)
    if isinstance(value, Mapping):  # a text of a questionnaire, by language
        return safe_line(str(value.get(lang) or next(iter(value.values()), "-")), 400)
    if isinstance(value, str):
        return safe_line(value, 400)
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else list(value)
        more = ["…"] if len(items) > MOST_ITEMS else []
        return ", ".join(safe_line(str(_shown(item, lang)), 80) for item in [*items[:MOST_ITEMS], *more]) or "-"
    return value


class AiassessError(Exception):
    """Anything that aiassess refuses, with the problems that it found and the exit code of docs/cli.md."""

    exit_code = EXIT_INPUT

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(problem.line_text("en") for problem in self.problems)

    def __reduce__(self) -> tuple[type["AiassessError"], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # so that it comes whole from another process


class InvalidInput(AiassessError):
    """An input could not be read, or is not valid."""


class WrongUsage(AiassessError):
    """The command was asked for something that cannot be done."""

    exit_code = EXIT_USAGE


def file_fault(file: str, error: Exception) -> InvalidInput:
    """Return the refusal of one file of several that a bug in the program keeps from being read."""
    return invalid("file_fault", file=file, what=f"{type(error).__name__}: {error}")


def invalid(code: str, *, file: str | None = None, **values: object) -> InvalidInput:
    """Return an ``InvalidInput`` with one problem that concerns a whole file."""
    return InvalidInput([Problem(code, values, file=file)])


class Complaints:
    """Collects problems of one document, as many as ``MAX_PROBLEMS``; then InvalidInput ends the search.

    Paths are written as ``answers.livelihood.value``.
    """

    def __init__(self, shown: str | None) -> None:
        self.shown = shown
        self.problems: list[Problem] = []

    def add(self, code: str, path: str, **values: object) -> None:
        """Add a problem at a path; ``values`` fill its message."""
        if len(self.problems) >= MAX_PROBLEMS:
            raise InvalidInput(self.problems)
        if "found" in values:
            values["found"] = _as_json(values["found"])
        self.problems.append(Problem(code, values, self.shown, path=path or None, question=question_at(path)))

    def wrong_type(self, path: str, value: object, kind: str) -> None:
        """Add that a value is not of a JSON type: object, array, string or number."""
        self.add(f"json_expected_{kind}", path, found=value)

    def unknown_keys(self, data: Mapping[str, object], known: Iterable[str], path: str) -> None:
        known = tuple(known)
        for name in data:
            if name not in known:
                self.add("json_unknown", f"{path}.{name}" if path else name, name=name, known=known)


def question_at(path: str) -> str | None:
    """Return the id of the question to whose answer a path leads, or None."""
    parts = path.split(".")
    return parts[1].partition("[")[0] if parts[0] == "answers" and len(parts) > 1 else None


def _as_json(value: object) -> object:
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, dict):
        return "{" + ", ".join(str(key) for key in list(value)[:5]) + ("…}" if len(value) > 5 else "}")
    if isinstance(value, list):
        return "[" + ", ".join(str(_as_json(item)) for item in value[:5]) + ("…]" if len(value) > 5 else "]")
    return value
