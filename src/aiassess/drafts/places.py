"""Where drafts are: their folder, what is remembered of drafts elsewhere, and where to save one that its folder refuses.

For each draft that was begun or opened here, and that the folder for drafts does not tell all about, a small file among the
user's own data says where it is and which questionnaire it was begun with. What a draft itself says about that is not
trusted: it can come from anybody (docs/interview.md#drafts, docs/security.md).
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from aiassess.canonical import to_json
from aiassess.drafts.files import ENDING, read_object, remove
from aiassess.errors import AiassessError
from aiassess.files import folder_named, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.drafts.state import State
    from aiassess.drafts.store import Draft
    from aiassess.model.answers import AnswerSet

FORMAT = "aiassess.known-draft/1"
_MOST_KNOWN = 1000
_MOST_BYTES = 100_000


def user_folder() -> Path:
    """Return where the program keeps the user's own data: ``AIASSESS_DATA_DIR``, else the platform's folder for data."""
    import platformdirs  # noqa: PLC0415 - only an interview needs it

    named = folder_named("AIASSESS_DATA_DIR")
    return named or platformdirs.user_data_path("aiassess", appauthor=False)


def drafts_folder() -> Path:
    return user_folder() / "drafts"


def is_drafts_folder(folder: Path) -> bool:
    """Return whether a folder is the one where drafts are kept if no other is named."""
    return same_folder(folder, drafts_folder())


def same_folder(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def found_by_name(draft: Path) -> bool:
    """Return whether a draft is found by its name alone, from any folder."""
    named = folder_named("AIASSESS_DATA_DIR")
    return is_drafts_folder(draft.parent) and (named is None or named.is_absolute())


def remember(draft: Path, source: str) -> None:
    """Remember a draft and the name or path of its questionnaire; only an aid, so nothing is said if it fails."""
    file = _file_of(draft)
    with suppress(OSError, AiassessError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        data = {"format": FORMAT, "draft": os.path.realpath(draft), "source": source}
        write_file(file, to_json(data), private=True)


def forget(draft: Path) -> None:
    remove(_file_of(draft))


def source_of(draft: Path) -> str | None:
    """Return the name or path of the questionnaire that a draft was begun or opened with here; None if it was not."""
    found = _read(_file_of(draft))
    return found[1] if found and found[0] == os.path.realpath(draft) else None


def known_elsewhere(folder: Path) -> list[Path]:
    """Return the remembered drafts outside of a folder. What was removed is forgotten; a folder may be away for a while."""
    here = os.path.realpath(folder)
    known = []
    with suppress(OSError):
        for file in sorted(_known_folder().glob("*.json"))[:_MOST_KNOWN]:
            found = _read(file)
            if found is None or os.path.dirname(found[0]) == here:  # noqa: PTH120 - a text
                continue
            draft = Path(found[0])
            with suppress(OSError):
                if draft.is_file():
                    known.append(draft)
                elif draft.parent.is_dir():
                    file.unlink()
    return known


def _known_folder() -> Path:
    return user_folder() / "known"


def _file_of(draft: Path) -> Path:
    name = hashlib.sha256(os.path.normcase(os.path.realpath(draft)).encode("utf-8", "surrogateescape")).hexdigest()
    return _known_folder() / f"{name[:32]}.json"


def _read(file: Path) -> tuple[str, str] | None:
    data = read_object(file, _MOST_BYTES)
    draft, source = data.get("draft"), data.get("source")
    if data.get("format") != FORMAT or not isinstance(draft, str) or not isinstance(source, str):
        return None
    return (draft, source) if draft.endswith(ENDING) and "\0" not in draft else None


def other_folders(folder: Path) -> list[Path]:
    """Return folders that a person may know, other than ``folder``, the likeliest to hold a draft well first."""
    wanted = [drafts_folder(), Path(os.path.expanduser("~")), Path.cwd(), Path(tempfile.gettempdir())]  # noqa: PTH111 - never raises
    here = os.path.realpath(folder)
    found = {os.path.realpath(each): each for each in wanted}
    return [each for name, each in found.items() if name != here]


def rescue(draft: Draft, answers: AnswerSet, state: State) -> bool:
    """Save a draft in the first place that takes it, when there is no one to ask; return whether there was one."""
    for folder in _last_folders(draft):
        try:
            draft.save_elsewhere(folder, answers, state)
        except AiassessError:
            continue
        return True
    return False


def _last_folders(draft: Draft) -> Iterator[Path]:
    others = other_folders(draft.path.parent)
    yield from (folder for folder in others if folder == drafts_folder())
    with suppress(OSError):
        ours = Path(tempfile.mkdtemp(prefix="aiassess-"))  # others may write there too, so a folder of our own
        yield ours
        ours.rmdir()  # asked for the next place: this one took nothing
    yield from (folder for folder in others if folder != drafts_folder())
