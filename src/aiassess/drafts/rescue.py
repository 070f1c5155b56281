"""Other places for a draft whose own folder takes it no more (docs/interview.md#drafts)."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from aiassess.drafts.places import drafts_folder
from aiassess.errors import AiassessError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.drafts.state import State
    from aiassess.drafts.store import Draft
    from aiassess.model.answers import AnswerSet


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
        ours = Path(tempfile.mkdtemp(prefix="aiassess-"))  # where everybody may write, a folder for us alone
        yield ours
        ours.rmdir()  # asked for the next place: this one took nothing
    yield from (folder for folder in others if folder != drafts_folder())
