"""One submission to the numbers of its answers' states, and the checks of values that types cannot make.

The first half of the fast judge, run for every submission; ``outcome.py`` does the rest for many at once.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec.structs import astuple

from aiassess.answers import formats
from aiassess.batch.fast.decode import KINDS, NO_ANSWER, Decoder
from aiassess.batch.fast.seen import FRAME, about_fields, marks_of, rating, references
from aiassess.batch.fast.states import ANSWERED, ASIDE, BLANK, HIDDEN, UNSURE, Chosen, Doubt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aiassess.batch.fast.states import Tables
    from aiassess.batch.fast.words import Array
    from aiassess.model.questionnaire import Question, Questionnaire

_LOOK = HIDDEN
"""Stands for an answer without a value until it is looked at; read alone, no question is hidden."""
_VERSION = re.compile(formats.VERSION_PATTERN).search
_DATE = re.compile(formats.DATE_PATTERN).search


Reading = tuple[bytes, list[Any], int, str, str | None]
"""What is kept of a submission.

The numbers of its answers' states, packed (``Reader.unpacked``); what was answered to numbers, risk registers (the highest
rating) and texts, None where nothing was; how many quotation marks its bytes have if every string in them was looked at
(``seen.py``); the version; when it was completed.
"""


class Reader:
    """Reads submissions to one questionnaire.

    ``questions``: in the order of a reading; the first ``ones`` are those of one choice.
    """

    def __init__(self, questionnaire: Questionnaire, tables: Tables) -> None:
        decoder = Decoder(questionnaire)
        self._decode, self._long, self._long_typed = decoder.decode, decoder.long, decoder.long_typed
        self._version = questionnaire.version
        self.questions = decoder.questions
        of: dict[str, list[Question]] = {kind: [q for q in self.questions if q.type == kind] for kind in KINDS}
        self.ones = len(of["choice"])
        self.valued = [*of["number"], *of["risks"], *of["text"]]
        """The questions whose values a reading has."""
        self._ends = list(accumulate(len(of[kind]) for kind in KINDS))
        self._chosen = [Chosen(tables.of[question.id]) for question in of["choices"]]
        self._numbers = [_Number(question) for question in of["number"]]
        codes: dict[str | None, int] = {option: ANSWERED + n for n, option in enumerate(tables.options)}
        self._code = (codes | {NO_ANSWER: BLANK, None: _LOOK}).__getitem__
        few = len(codes) + ANSWERED <= 256
        self._pack: Callable[[list[int]], Any] = bytearray if few else partial(array, "H")
        self._packed = np.uint8 if few else np.uint16

    def begin(self) -> None:
        """Begin a block: numbers of states stay the same until the next one begins."""
        for chosen in self._chosen:
            chosen.begin()

    def unpacked(self, packed: Sequence[bytes]) -> Array:
        """Return the numbers of states of some readings, questions by submissions."""
        numbers = np.frombuffer(b"".join(packed), self._packed).reshape(len(packed), -1).T.astype(np.uint16, order="C")
        several = slice(self.ones, self.ones + len(self._chosen))
        numbers[several] += numbers[len(self.questions) :] << 8
        return numbers[: len(self.questions)]

    def read(self, raw: bytes) -> Reading:
        """Return what is kept of a submission; raises some exception where the fast way cannot tell what it gives.

        An answer has a string for its name and, in the long form, one for each key; a text is counted with its key. An empty
        note or list is not counted, and so found out.
        """
        document = self._decode(raw)
        version = document.questionnaire.version
        if version != self._version:
            self._check_version(version)
        entries = astuple(document.answers)
        one, risks = self.ones, self._ends[3]
        forms: Sequence[Any] = entries[:risks]
        typed_forms: Sequence[Any] = entries[risks:]
        strings = FRAME
        try:
            given = [form.value for form in forms]
            typed = [form.value for form in typed_forms]
        except AttributeError:
            given, forms = _unfolded(forms, self._long)
            typed, typed_forms = _unfolded(typed_forms, self._long_typed)
            strings -= len(entries) - len(forms) - len(typed_forms)
        texts = list(filter(None, [form.note for form in forms]))
        texts += filter(None, [form.note for form in typed_forms])
        lists = list(filter(None, [form.evidence for form in forms]))
        lists += filter(None, [form.evidence for form in typed_forms])

        states = list(map(self._code, given[:one]))
        values: list[Any] = []
        high, more = self._others(given, states, values, texts)
        strings += more + self._typed(typed, states, values, texts)
        packed = self._pack(states + high)
        strings += 3 * (one - packed[:one].count(BLANK))
        if _LOOK in packed:
            for place in [place for place, value in enumerate(given + typed) if value is None]:
                packed[place] = state = _unanswered(entries[place])
                strings += (1 if state == BLANK else 3) - 3 * (place < one)
        completed, more = about_fields(document.about, texts)
        strings += more + references(lists, texts)
        return bytes(packed), values, marks_of(raw, strings, texts), version, completed

    def _others(
        self, given: Sequence[Any], states: list[int], values: list[Any], texts: list[str]
    ) -> tuple[list[int], int]:
        """Add the states and values of several choices, numbers and risks.

        Return the high bytes of the states of several choices, and how many strings there were.
        """
        one, several, number = self._ends[:3]
        high = [0] * len(self._chosen)
        strings = 0
        for chosen, value in zip(self._chosen, given[one:several], strict=True):
            if value is NO_ANSWER or value is None:
                states.append(_LOOK if value is None else BLANK)
            else:
                high[len(states) - one], state = divmod(chosen[tuple(value)], 256)
                states.append(state)
                strings += 2 + len(value)
        for known, value in zip(self._numbers, given[several:number], strict=True):
            if value is NO_ANSWER or value is None:
                states.append(_LOOK if value is None else BLANK)
                values.append(None)
            else:
                checked = value if type(value) is int and known.low <= value <= known.high else known.check(value)
                states.append(ANSWERED + bisect_left(known.bounds, checked))
                values.append(checked)
                strings += 2
        for value in given[number:]:
            if value is NO_ANSWER or value is None:
                states.append(_LOOK if value is None else BLANK)
                values.append(None)
            else:
                highest, more = rating(value, texts)
                states.append(ANSWERED)
                values.append(highest)
                strings += 2 + more
        return high, strings

    def _typed(self, typed: Sequence[Any], states: list[int], values: list[Any], texts: list[str]) -> int:
        """Add the states and values of texts and dates; return how many strings there were."""
        dates = self._ends[4] - self._ends[3]
        states += [BLANK if value is NO_ANSWER else _LOOK if value is None else ANSWERED for value in typed]
        told = [None if value is NO_ANSWER else value for value in typed[:dates]]
        values += told
        written = [value for value in told if value is not None]
        texts += written
        strings = len(written)
        for value in typed[dates:]:
            if value is not NO_ANSWER and value is not None:
                if not _DATE(value):
                    raise Doubt
                strings += 3
        return strings

    def _check_version(self, version: str) -> None:
        if not _VERSION(version) or int(version.partition(".")[0]) != int(self._version.partition(".")[0]):
            raise Doubt


class _Number:
    """What a number question takes, and the ``bounds`` of the bands in which numbers lie."""

    def __init__(self, question: Question) -> None:
        self.low = -formats.MAX_NUMBER if question.minimum is None else question.minimum
        self.high = formats.MAX_NUMBER if question.maximum is None else question.maximum
        self._whole = question.whole
        self.bounds = [band.up_to for band in question.bands if band.up_to is not None]

    def check(self, value: int | float) -> int | float:
        """Return a number within its bounds, as int where it is whole."""
        if not self.low <= value <= self.high:
            raise Doubt
        if value == int(value):
            return int(value)
        if self._whole:
            raise Doubt
        return value


def _unfolded(forms: Sequence[Any], long: Any) -> tuple[list[Any], list[Any]]:
    """Return the values of answers that may be bare, and those that are not."""
    return [form.value if type(form) is long else form for form in forms], [f for f in forms if type(f) is long]


def _unanswered(form: Any) -> int:
    """Return the state of a long form without a value."""
    if form.status is None:
        if form.note is None and form.evidence is None:
            raise Doubt
        return BLANK
    if form.status == "unsure":
        return UNSURE
    if form.note is None:
        raise Doubt
    return ASIDE
