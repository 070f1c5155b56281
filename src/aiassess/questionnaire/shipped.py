"""The questionnaires that go by a name: those shipped, and the user's own (docs/authors.md#editions).

``questionnaires/<id>.yaml`` is the current edition and goes by its id; ``questionnaires/editions/<id>-<version>/<id>.yaml`` is
the last one of an earlier major version. The user's own are in the folders that ``AIASSESS_QUESTIONNAIRES`` names, one file
for each id and major version. Each of them also goes by id and version: ``gpaisa@1.0.0``.
"""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from aiassess.errors import InvalidInput, Problem
from aiassess.files import open_found
from aiassess.resources import data_folder

OWN_FOLDERS = "AIASSESS_QUESTIONNAIRES"
DEFAULT = "gpaisa"
"""What is assessed with if nobody names a questionnaire."""
MAX_OWN_FILES = 1000
_HEAD = 100_000
"""Bytes of an own file in which its id and version are looked for."""
_NAME = re.compile(r"([a-z][a-z0-9_]*)(?:@([^/\\]*))?\Z")
_ID = re.compile(r"""^id:[ ]+["']?([a-z][a-z0-9_]{0,79})["']?[ ]*(?:[ ]#.*)?\r?$""", re.MULTILINE)
_VERSION = re.compile(r"""^version:[ ]+["']?([0-9]{1,9}(?:\.[0-9]{1,9}){2})["']?[ ]*(?:[ ]#.*)?\r?$""", re.MULTILINE)
_MOST_DIGITS = 9
Files = dict[str, dict[str, Path]]
"""By id and version."""


def name_and_version(name: str) -> tuple[str, str | None] | None:
    """Return the id and the version that a name says; None for what can only be a path."""
    match = _NAME.match(name)
    return (match.group(1), match.group(2)) if match else None


def known_names() -> list[str]:
    """Return the ids that are found by name: the default, the others that are shipped, then the user's own."""
    shipped = _shipped()
    return sorted(edition_files(), key=lambda name: (name not in shipped, name != DEFAULT, name))


def edition_names(name: str | None = None) -> list[str]:
    """Return the names of all editions, the latest of each questionnaire first; ``name``: of this one alone."""
    ids = known_names() if name is None else [name]
    return [
        f"{one}@{version}" for one in ids for version in sorted(edition_files()[one], key=version_key, reverse=True)
    ]


def is_known(name: str) -> bool:
    """Return whether a name, with a version or without, is that of a questionnaire that is found by it."""
    return named_file(name) is not None


def named_file(name: str) -> Path | None:
    """Return the file of a name, with a version or without, which means the latest; None if there isn't one."""
    found = name_and_version(name)
    editions = edition_files().get(found[0]) if found else None
    if not found or not editions:
        return None
    return editions.get(max(editions, key=version_key) if found[1] is None else found[1])


def is_shipped(name: str) -> bool:
    """Return whether an id is that of a shipped questionnaire."""
    return name in _shipped()


def refuse_ambiguous(name: str) -> None:
    """Raise InvalidInput if more than one file claims what a name means: nobody should have to guess which one counts."""
    found = name_and_version(name)
    if found and found[0] in (clashes := _known()[1]):
        raise InvalidInput(clashes[found[0]])


def shortest_name(name: str, version: str) -> str:
    """Return by what name an edition is found: the id alone if it is the latest."""
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
    """Return the name of the edition of a questionnaire that answers to the version ``answered`` go with."""
    return f"{name}@{edition_for(answered, edition_files()[name])}"


@cache
def _shipped() -> Files:
    folder = data_folder("questionnaires")
    found: Files = {}
    for file in (*folder.glob("*.yaml"), *folder.glob("editions/*/*.yaml")):
        found.setdefault(file.stem, {})[_named_in(file)[1]] = file
    return found


def edition_files() -> Files:
    """Return the files of all questionnaires that are found by name, by id and version."""
    return _known()[0]


def _known() -> tuple[Files, dict[str, list[Problem]]]:
    """Return the files that are found by name, and what is wrong with each id that several files claim."""
    return _found_in(os.environ.get(OWN_FOLDERS, ""))


@cache
def _found_in(folders: str) -> tuple[Files, dict[str, list[Problem]]]:
    """Return what is known, given what ``OWN_FOLDERS`` says; read once, as a run goes on with what it began with."""
    files = {name: dict(editions) for name, editions in _shipped().items()}
    clashes: dict[str, list[Problem]] = {}
    for file in _own_files(folders):
        name, version = _named_in(file)
        if not name or not version:
            continue  # a section, or something else
        editions = files.setdefault(name, {})
        same = next((one for one in editions if version_key(one)[0] == version_key(version)[0]), None)
        if is_shipped(name):
            clashes.setdefault(name, []).append(Problem("own_is_shipped", {"name": name}, file=str(file)))
        elif same is not None:
            values = {"name": name, "other": str(editions[same]), "versions": [same, version]}
            clashes.setdefault(name, []).append(Problem("own_twice", values, file=str(file)))
        else:
            editions[version] = file
    return files, clashes


def _own_files(folders: str) -> Iterator[Path]:
    """Yield the files that each folder holds itself: not those below it, and none that a link leads out to."""
    for named in filter(None, folders.split(os.pathsep)):
        folder = os.path.expanduser(named)  # noqa: PTH111 - never raises, unlike pathlib
        inside = os.path.realpath(folder)
        for file in sorted(islice(Path(folder).glob("*.yaml"), MAX_OWN_FILES)):
            if os.path.dirname(os.path.realpath(file)) == inside:  # noqa: PTH120 - as realpath gives it
                yield file


def _named_in(file: Path) -> tuple[str, str]:
    """Return the id and the version that a file states on lines of their own, without loading it; "" for what it doesn't."""
    try:
        with open_found(file) as stream:
            head = stream.read(_HEAD).decode("utf-8-sig", "replace")
    except OSError:  # a pipe, or gone: then it has no name
        return "", ""
    found = (pattern.search(head) for pattern in (_ID, _VERSION))
    return tuple(match.group(1) if match else "" for match in found)  # type: ignore[return-value]  # one each
