"""Questionnaires by name or path: found, read with their section files, checked, built."""

import hashlib
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiassess.errors import InvalidInput, Problem, invalid, nearest
from aiassess.files import MAX_QUESTIONNAIRE_BYTES, beside, decode_text, read_text
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.cache import Cache
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.questionnaire.shipped import (
    DEFAULT,
    edition_names,
    is_shipped,
    known_names,
    name_and_version,
    named_file,
    refuse_ambiguous,
)
from aiassess.recognize import kind_of, kind_of_text, wrong_file
from aiassess.resources import data_folder

if TYPE_CHECKING:
    from aiassess.questionnaire.yaml_source import Source

MAX_SECTION_FILES = 200
_HALVES = re.compile(r"(?<!\\)((?:\\\\)*)((?:\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2})+)", re.ASCII)
"""Characters beyond \\uffff as JSON escapes them: YAML knows no halves."""
_NAMED = re.compile(r"""\binclude:\s*["']?([\w./-]+\.ya?ml)""")
"""Files that a text includes, be it valid YAML or not."""
_LEVELS_UP = 3
"""Folders above a section file that are looked through for its questionnaire."""
_INCLUDE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*\.ya?ml")


def find_questionnaire(name: str) -> tuple[Path, str]:
    """Return the file of a known name or a path, and the name under which messages show it.

    Raises InvalidInput for a name that is neither, or that several files claim.
    """
    named = name_and_version(name)
    if named:
        refuse_ambiguous(name)
        file = named_file(name)
        if file is not None and is_shipped(named[0]):
            return file, f"questionnaires/{file.relative_to(data_folder('questionnaires')).as_posix()}"
        if file is not None:
            return file, str(file)
        if not os.path.exists(name):  # noqa: PTH110 - Path.exists() fails on a name too long for the system
            if named[0] in known_names():
                raise invalid("unknown_edition", name=named[0], version=named[1], known=edition_names(named[0]))
            raise invalid("unknown_questionnaire", name=name, known=known_names())
    return Path(name), name


def load_questionnaire(source: str | Path | bytes | Mapping[str, Any] = DEFAULT) -> Questionnaire:
    """Return the questionnaire of a known name or a path, or the one that is given whole.

    Whole, as ``questionnaire show --format json`` prints it, it is bytes or a dict, and includes no files. Raises InvalidInput
    with every error in it; warnings are for ``lint_questionnaire``.
    """
    if isinstance(source, (str, Path)):
        return _load(_Files(*find_questionnaire(str(source))))
    if isinstance(source, (bytes, bytearray)):
        return _load(_Whole(bytes(source), "<bytes>"))
    if isinstance(source, dict):
        return _load(
            _Whole(json.dumps(source, ensure_ascii=False, allow_nan=False).encode("utf-8", "surrogatepass"), "<dict>")
        )
    what = type(source).__name__
    raise TypeError(f"load_questionnaire takes a name, a path, a file's content as bytes, or a dict; not {what}")


def _load(files: "_Files") -> Questionnaire:
    cache = Cache(hashlib.sha256(files.read(files.file.name).encode()).hexdigest())
    kept = cache.load(files.read_named)
    if kept is not None:
        return kept
    source, problems = _read_and_check(files)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise InvalidInput(errors)
    questionnaire = build_questionnaire(source.data)
    cache.save(source.data, questionnaire.digest, files.texts)
    return questionnaire


def lint_questionnaire(name: str) -> list[Problem]:
    """Return every error and warning in a questionnaire; raises InvalidInput only if its top file cannot be read."""
    return checked_source(name)[1]


def checked_source(name: str) -> tuple["Source | None", list[Problem]]:
    """Return the document of a questionnaire, None if it is not YAML, and every error and warning in it.

    Raises InvalidInput only if its top file cannot be read.
    """
    file, shown = find_questionnaire(name)
    files = _Files(file, shown)
    files.read(file.name)
    try:
        return _read_and_check(files)
    except InvalidInput as error:
        return None, list(error.problems)


class _Files:
    """Reads a questionnaire's own files, each once; nothing outside its folder."""

    def __init__(self, file: Path, shown: str) -> None:
        self.file = file
        self.shown = shown
        self.texts: dict[str, str] = {}

    def show(self, name: str) -> str:
        return self.shown if name == self.file.name else beside(self.shown, name)

    def read(self, name: str) -> str:
        if name not in self.texts:
            file, named = self.file.parent / name, name == self.file.name
            self.texts[name] = read_text(file, self.show(name), MAX_QUESTIONNAIRE_BYTES, named=named)
        return self.texts[name]

    def refusal(self, name: str) -> str | None:
        """Return the code of the problem that keeps a name from being included, or None."""
        if not _INCLUDE.fullmatch(name):
            return "include_path"
        folder = self.file.parent
        # realpath, not Path.resolve(): before Python 3.13 that raises RuntimeError for circular links.
        inside = Path(os.path.realpath(folder / name)).is_relative_to(os.path.realpath(folder))
        return None if inside else "include_outside"

    def read_named(self, name: str) -> str:
        """Return the text of a file that a cache entry names; raises InvalidInput if it may not be included."""
        code = None if name == self.file.name else self.refusal(name)
        if code:
            raise invalid(code, file=self.shown, found=name)
        return self.read(name)


class _Whole(_Files):
    """A questionnaire that is given as the content of one file."""

    def __init__(self, raw: bytes, shown: str) -> None:
        super().__init__(Path(shown), shown)
        text = decode_text(raw, shown, MAX_QUESTIONNAIRE_BYTES)
        self.texts[shown] = _HALVES.sub(lambda found: found[1] + json.loads(f'"{found[2]}"'), text)

    def refusal(self, name: str) -> str | None:  # noqa: ARG002 - it has no folder to look in
        return "include_outside"


def _read_and_check(files: _Files) -> tuple["Source", list[Problem]]:
    from aiassess.questionnaire.checks import check_questionnaire  # noqa: PLC0415 - not needed on a cached read
    from aiassess.questionnaire.schema import by_place, schema_problems  # noqa: PLC0415 - the same
    from aiassess.resources import load_schema  # noqa: PLC0415 - the same

    schema = load_schema("questionnaire")
    try:
        source, unread = _read_source(files)
    except InvalidInput as error:
        section = {"$defs": schema["$defs"], **schema["$defs"]["section"]}
        more = [problem for part in _named_sections(files) for problem in _alone(files, part, section)]
        raise InvalidInput([*error.problems, *more]) from error
    problems = _format_problems(source)
    if problems:
        return source, problems
    gaps = {f"sections[{place}]": found for place, found in unread.items()}
    problems = [p for p in schema_problems(source, schema) if not str(p.path).startswith(tuple(gaps) or "-")]
    if problems or gaps:
        from aiassess.questionnaire.partial import check_what_is_sound  # noqa: PLC0415 - only if something is wrong

        said = [problem for found in gaps.values() for problem in found]
        return source, by_place([*said, *problems, *check_what_is_sound(source, problems, gaps)])
    return source, check_questionnaire(source)


def _format_problems(source: "Source") -> list[Problem]:
    data = source.data
    kind = kind_of(data)
    if kind is not None and kind != "questionnaire":
        problem = wrong_file(kind, "questionnaire")
        return [source.problem(problem.code, (), **problem.values)]
    if not isinstance(data, dict):
        return [source.problem("not_a_questionnaire", ())]
    number = data.get("format")
    if isinstance(number, int) and not isinstance(number, bool) and number > 1:
        return [source.problem("newer_format", ("format",), found=str(number), known="1")]
    return []


def _named_sections(files: _Files) -> list[str]:
    """Return the section files that a questionnaire names which is no YAML: their errors can be said all the same."""
    names = _NAMED.findall(files.read(files.file.name))[:MAX_SECTION_FILES]
    return [name for name in dict.fromkeys(names) if files.refusal(name) is None]


def _alone(files: _Files, name: str, schema: dict[str, Any]) -> list[Problem]:
    """Return what is wrong with a section file by itself; nothing if it is not there, since its name may be half written."""
    from aiassess.questionnaire.schema import schema_problems  # noqa: PLC0415 - only if something is wrong
    from aiassess.questionnaire.yaml_source import parse_yaml  # noqa: PLC0415 - the same

    if not (files.file.parent / name).is_file():
        return []
    try:
        return schema_problems(parse_yaml(files.read(name), files.show(name)), schema)
    except InvalidInput as error:
        return list(error.problems)


def whole_of(name: str) -> str:
    """Return the questionnaire beside a section file or above it that includes it; the name itself if there is none."""
    file = Path(name)
    try:
        if name_and_version(name) or kind_of_text(read_text(file, name, MAX_QUESTIONNAIRE_BYTES)) != "section":
            return name
        for folder in list(file.absolute().parents)[:_LEVELS_UP]:
            part = file.absolute().relative_to(folder).as_posix()
            for other in sorted(folder.glob("*.y*ml"))[:MAX_SECTION_FILES]:
                if part in _NAMED.findall(read_text(other, str(other), MAX_QUESTIONNAIRE_BYTES)):
                    return os.path.relpath(other) if not file.is_absolute() else str(other)
    except (InvalidInput, OSError):
        pass  # it is said where the file itself is read
    return name


def _read_source(files: _Files) -> tuple["Source", dict[int, list[Problem]]]:
    """Return the whole document, section files in place, and for each section that cannot be read what is wrong with its file.

    Raises InvalidInput if that is the top file.
    """
    from aiassess.questionnaire.yaml_source import parse_yaml  # noqa: PLC0415 - not needed on a cached read

    text = files.read(files.file.name)
    try:
        top = parse_yaml(text, files.shown)
    except InvalidInput:
        _refuse_other(text, files.shown)
        raise
    if not isinstance(top.data, (dict, list)):
        _refuse_other(text, files.shown)
    found = top.data.get("sections") if isinstance(top.data, dict) else None
    sections: list[Any] = found if isinstance(found, list) else []
    unread: dict[int, list[Problem]] = {}
    for i, item in enumerate(sections):
        if not (isinstance(item, dict) and set(item) == {"include"}):
            continue
        path = ("sections", i)
        problem = _include_problem(top, i, item["include"], files)
        if problem:
            unread[i] = [problem]
            continue
        try:
            part = parse_yaml(files.read(item["include"]), files.show(item["include"]), top.values)
        except InvalidInput as error:
            missing = [p for p in error.problems if p.code == "missing_file"]
            unread[i] = [_missing(top, path, item["include"], files)] if missing else list(error.problems)
            continue
        sections[i] = part.data
        top.graft(path, part)
        if isinstance(part.data, dict) and "include" in part.data:
            unread[i] = [top.problem("include_nested", (*path, "include"))]
    return top, unread


def _missing(top: "Source", path: tuple[str | int, ...], name: str, files: _Files) -> Problem:
    place = Path(name).parent
    near = nearest(Path(name).name, sorted(file.name for file in (files.file.parent / place).glob("*.y*ml")), 0.7)
    code, values = ("include_missing_near", {"near": (place / near).as_posix()}) if near else ("include_missing", {})
    return top.problem(code, (*path, "include"), name=name, **values)


def _refuse_other(text: str, shown: str) -> None:
    """Raise InvalidInput if a text isn't YAML but another file of ours."""
    comment = text.lstrip().startswith("#") and not shown.lower().endswith((".md", ".markdown"))
    kind = None if comment else kind_of_text(text)
    if kind is not None and kind not in ("questionnaire", "section"):
        raise InvalidInput([wrong_file(kind, "questionnaire", shown)])


def _include_problem(top: "Source", i: int, name: Any, files: _Files) -> Problem | None:
    from aiassess.questionnaire.schema import shown  # noqa: PLC0415 - not needed on a cached read

    path = ("sections", i, "include")
    if i >= MAX_SECTION_FILES:
        return top.problem("include_many", path, limit=MAX_SECTION_FILES)
    code = files.refusal(name) if isinstance(name, str) else "include_path"
    return top.problem(code, path, found=shown(name)) if code else None
