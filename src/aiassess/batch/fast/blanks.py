"""Submissions that say nothing here and there, as forms write them: the blanks are taken out, and the rest read again.

Whoever writes none is read once, as fast as ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from aiassess.answers import formats
from aiassess.answers.blank import without_blanks
from aiassess.batch.fast.seen import marks

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire

_decode, _encode = msgspec.json.Decoder().decode, msgspec.json.Encoder().encode


class Blanks:
    """Takes the blanks out of submissions to one questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._id = questionnaire.id.encode()
        self._major = questionnaire.version.partition(".")[0]

    def taken_out(self, raw: bytes) -> bytes | None:
        """Return a submission without its blanks; None where it has none, or where a key stands twice in an object.

        Nor is anything returned of a submission to another major version.

        Of two equal keys the decoder keeps the last, so what it gives holds fewer strings. Raises some exception where the
        bytes are no JSON.
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
