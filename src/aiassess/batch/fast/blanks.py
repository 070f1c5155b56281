"""Submissions with blank values, as forms write them: the blanks are removed and the rest is read again.

Submissions without blanks are read only once.
"""

import msgspec

from aiassess.answers import formats
from aiassess.answers.blank import without_blanks
from aiassess.batch.fast.seen import marks
from aiassess.model.questionnaire import Questionnaire

_decode, _encode = msgspec.json.Decoder().decode, msgspec.json.Encoder().encode


class Blanks:
    """Removes the blanks from submissions to one questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._id = questionnaire.id.encode()
        self._major = questionnaire.version.partition(".")[0]

    def taken_out(self, raw: bytes) -> bytes | None:
        """Return a submission without its blanks; None if it has none, repeats a key, or is for another major version.

        The decoder keeps the last of two equal keys, so its result then holds fewer strings. Raises some exception if the
        bytes are not JSON.
        """
        if self._id not in raw or len(raw) > formats.MAX_VALUES:  # so it cannot have more values
            return None
        document = _decode(raw)
        if document["questionnaire"]["version"].partition(".")[0] != self._major:
            return None
        if marks(_encode(document)) != marks(raw):
            return None
        kept = without_blanks(document, self._questionnaire)
        return None if kept == document else _encode(kept)
