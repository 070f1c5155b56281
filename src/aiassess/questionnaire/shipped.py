"""The shipped questionnaires: the current one of each id, and the earlier editions that are kept (docs/authors.md#editions).

``questionnaires/<id>.yaml`` is the current edition and goes by its id; ``questionnaires/editions/<id>-<version>/<id>.yaml`` is
the last one of an earlier major version. Each of them also goes by id and version: ``gpaisa@1.0.0``.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from aiassess.resources import data_folder

_NAME = re.compile(r"([a-z][a-z0-9_]*)(?:@([^/\\]*))?\Z")
_VERSION = re.compile(r"^version: *([0-9]+\.[0-9]+\.[0-9]+) *$", re.MULTILINE)
_MOST_DIGITS = 9


def name_and_version(name: str) -> tuple[str, str | None] | None:
    """Return the id and the version that a built-in name says; None for what can only be a path."""
    match = _NAME.match(name)
    return (match.group(1), match.group(2)) if match else None


def builtin_names() -> list[str]:
    return sorted(edition_files())


def edition_names(name: str | None = None) -> list[str]:
    """Return the names of all shipped editions, the latest of each questionnaire first; ``name``: of this one alone."""
    ids = builtin_names() if name is None else [name]
    return [
        f"{one}@{version}" for one in ids for version in sorted(edition_files()[one], key=version_key, reverse=True)
    ]


def is_builtin(name: str) -> bool:
    """Return whether a name, with a version or without, is that of a shipped questionnaire."""
    return builtin_file(name) is not None


def builtin_file(name: str) -> Path | None:
    """Return the file of a built-in name, with a version or without; None if there isn't one."""
    found = name_and_version(name)
    editions = edition_files().get(found[0]) if found else None
    if not found or not editions:
        return None
    return editions.get(found[1]) if found[1] is not None else data_folder("questionnaires") / f"{found[0]}.yaml"


def shortest_name(name: str, version: str) -> str:
    """Return by what name a shipped edition is found: the id alone if it is the latest."""
    edition = f"{name}@{version}"
    return name if edition_names(name)[0] == edition else edition


def version_key(version: str) -> tuple[int, ...]:
    """Return MAJOR.MINOR.PATCH as numbers that sort."""
    return tuple(int(part) for part in version.split("."))


def edition_for(answered: object, versions: Iterable[str]) -> str:
    """Return which version of a questionnaire answers go with that say they were given to the version ``answered``.

    That version; without it the latest with the same major number; without any the latest. The one place that says so:
    whether an edition takes the answers is for their check to say.
    """
    known = sorted(versions, key=version_key)
    if answered in known:
        return str(answered)
    head = answered.partition(".")[0] if isinstance(answered, str) else ""
    major = int(head) if head.isdecimal() and len(head) <= _MOST_DIGITS else None
    return next((version for version in reversed(known) if version_key(version)[0] == major), known[-1])


def edition_named(name: str, answered: object) -> str:
    """Return the name of the shipped edition of a questionnaire that answers to the version ``answered`` go with."""
    return f"{name}@{edition_for(answered, edition_files()[name])}"


@cache
def edition_files() -> dict[str, dict[str, Path]]:
    """Return the files of the shipped questionnaires by id and version."""
    folder = data_folder("questionnaires")
    found = {file.stem: {_version_in(file): file} for file in folder.glob("*.yaml")}
    for file in folder.glob("editions/*/*.yaml"):
        found.setdefault(file.stem, {})[_version_in(file)] = file
    return found


def _version_in(file: Path) -> str:
    """Return the version that a shipped file states, without loading it."""
    match = _VERSION.search(file.read_text(encoding="utf-8"))
    return match.group(1) if match else "0.0.0"
