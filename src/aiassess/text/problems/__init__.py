"""What can go wrong (docs/errors.md): a code is a key in the module of the room that raises it."""

from importlib import import_module

from aiassess.text import Messages

_ROOMS = (
    "errors", "files", "recognize", "cli", "questionnaire", "wording", "schema", "yaml_errors", "answers", "workbook",
    "json_errors", "kinds", "report", "diff", "edition", "explain", "prove", "drafts", "batch", "rounds", "imports",
)  # fmt: skip


def _of(room: str) -> Messages:
    messages: Messages = import_module(f"{__name__}.{room}").MESSAGES
    return messages


MESSAGES: Messages = {code: message for room in _ROOMS for code, message in _of(room).items()}
