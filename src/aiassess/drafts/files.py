"""The files of a draft: their names, and what to sweep (docs/interview.md#drafts).

A draft ``gpaisa-1`` is the answers file ``gpaisa-1.draft.json``. Beside it are ``.gpaisa-1.state.json`` (where the session
was; may be lost), ``.gpaisa-1.lock`` (held while a session is open; never the draft itself, because saving replaces that
file), on a share without locks ``.gpaisa-1.held`` (who holds it), and only after a change of the questionnaire
``gpaisa-1.dropped.json`` (answers that it no longer takes).
"""

from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from aiassess.answers.strict_json import parse_json
from aiassess.drafts.state import FORMAT
from aiassess.errors import AiassessError
from aiassess.files import MAX_ANSWERS_BYTES, read_text

ENDING, DROPPED_ENDING = ".draft.json", ".dropped.json"
_BESIDE = {"state": ".{}.state.json", "lock": ".{}.lock", "held": ".{}.held", "dropped": "{}" + DROPPED_ENDING}


def name_of(draft: Path) -> str:
    return draft.name.removesuffix(ENDING)


def side_file(draft: Path, kind: Literal["state", "lock", "held", "dropped"]) -> Path:
    return draft.with_name(_BESIDE[kind].format(name_of(draft)))


def read_object(file: Path, limit: int = MAX_ANSWERS_BYTES) -> dict[str, Any]:
    """Return the JSON object in a file of ours; an empty one, whatever is wrong with it."""
    with suppress(AiassessError):
        data = parse_json(read_text(file, "", limit), "")
        if isinstance(data, dict):
            return data
    return {}


def read_state_file(draft: Path) -> dict[str, dict[str, Any]]:
    """Return the objects in the state's file by name; an empty one for each that is missing or damaged."""
    data = read_object(side_file(draft, "state"))
    known = data.items() if data.get("format") == FORMAT else ()
    return defaultdict(dict, {name: part for name, part in known if isinstance(part, dict)})


def remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink()


def sweep(draft: Path) -> None:
    """Remove what saves that were cut off left behind; only under the draft's lock."""
    prefixes = tuple(f".{file.name[:40]}." for file in (draft, side_file(draft, "state"), side_file(draft, "dropped")))
    with suppress(OSError):
        for orphan in draft.parent.glob(".*.tmp"):
            if orphan.name.startswith(prefixes):
                remove(orphan)


def remove_files(draft: Path, *, dropped: bool) -> None:
    """Remove a draft and the files beside it except the lock; ``dropped``: the answers that were put aside too."""
    sweep(draft)
    for file in (draft, side_file(draft, "state"), *([side_file(draft, "dropped")] if dropped else [])):
        remove(file)
