"""One submission to the numbers of its answers' states, as far as they are seen at once; ``values.py`` sees to the rest.

The first step of the fast judge, and the only one that is taken for every submission by itself.
"""

import re
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain, compress
from operator import itemgetter
from typing import Any

import numpy as np
from msgspec import UNSET
from msgspec.structs import astuple

from aiassess.answers import formats
from aiassess.batch.columns import has_later_questions
from aiassess.batch.fast.decode import Decoder, by_kind
from aiassess.batch.fast.seen import NO_ANSWER, any_blank, marks
from aiassess.batch.fast.states import ANSWERED, ASIDE, BLANK, HIDDEN, UNSURE, Doubt, needs_evidence
from aiassess.batch.fast.tables import Tables
from aiassess.batch.fast.words import Array
from aiassess.model.questionnaire import Questionnaire

NOTED = HIDDEN
"""Stands for an answer without a value until it is looked at, then for a blank one that is more than left out.

Read alone, no question is hidden.
"""
_VERSION = re.compile(formats.VERSION_PATTERN).search
_DIGEST = re.compile(formats.DIGEST_PATTERN).search
_NOTHING_ABOUT = (UNSET,) * len(formats.ABOUT_FIELDS)

Reading = tuple[bytearray, list[Any], bytes, Sequence[int], tuple[Any, ...], int, str]
"""What is kept of a submission.

The numbers of its answers' states, packed (``Reader.unpacked``), those with values beyond one choice as ANSWERED; these
values; whether each answer that is not BLANK has evidence, and which questions' are not confirmed; the fields of ``about``;
how many quotation marks are left that must be those of states, values and ``about``; the version.
"""


class Reader:
    """Reads submissions to one questionnaire.

    ``questions``: in the order of a reading; the first ``ones`` are those of one choice, and those of ``proven`` need evidence.
    """

    def __init__(self, questionnaire: Questionnaire, tables: Tables) -> None:
        decoder = Decoder(questionnaire)
        self._decode = decoder.decode
        self._forms = (decoder.long, decoder.long_typed)
        self._bare = decoder.long()
        """Stands for an answer that is a bare value, once that has been taken."""
        self._version = questionnaire.version
        self._asks_more = has_later_questions(questionnaire)
        self.questions, self._by_kind = by_kind(questionnaire.questions)
        self.ones = sum(question.kind.picks_one for question in self.questions)
        self._codes: dict[str | None, int] = {NO_ANSWER: BLANK, None: NOTED}
        self._codes.update({option: numbers[0] for option, numbers in tables.numbers.items()})
        proven = [place for place, question in enumerate(self.questions) if needs_evidence(question)]
        self.proven = slice(proven[0], proven[-1] + 1) if proven else slice(self.ones, self.ones)
        few = ANSWERED + len(tables.choices) <= 256
        self._pack: Callable[[Sequence[int]], Any] = bytearray if few else partial(array, "H")
        self._packed = np.uint8 if few else np.uint16

    def unpacked(self, packed: Sequence[bytearray]) -> Array:
        """Return the numbers of states of some readings, questions by submissions."""
        return np.frombuffer(b"".join(packed), self._packed).reshape(len(packed), -1).T.astype(np.uint16, order="C")

    def read(self, raw: bytes, *, rare: bool) -> Reading:
        """Return what is kept of a submission; raises some exception where the fast way cannot tell what it gives.

        ``rare``: look also at whether answers are confirmed, and in files that name no parts from whom they are. Whoever does
        not is in doubt of those that say it.
        """
        quotes = marks(raw)
        document = self._decode(raw)
        version = document.questionnaire.version
        if version != self._version:
            self._check_version(version)
        entries: Sequence[Any] = self._by_kind(astuple(document.answers))
        bare = 0
        try:
            values = [form.value for form in entries]
        except AttributeError:
            values = [getattr(form, "value", form) for form in entries]
            entries = [form if type(form) in self._forms else self._bare for form in entries]
            bare = len([1 for form in entries if form is self._bare])
        strings = -bare  # which have no key for their value
        states = self._stated(values)
        forms = [*compress(entries, states)]  # BLANK is 0
        texts = [form.note for form in forms if form.note]
        strings += 2 * len(texts)
        evidence = [form.evidence for form in forms]
        proven = bytes([items is not None for items in evidence])
        if 1 in proven:
            items = [*chain.from_iterable(filter(None, evidence))]
            texts += [item.reference for item in items]
            strings += proven.count(1) + 2 * len(items) + 2 * len([1 for item in items if item.date])
        place = -1
        for _ in range(states.count(NOTED)):
            place = states.index(NOTED, place + 1)
            form = entries[place]
            states[place] = state = _unanswered(form)
            strings += state == NOTED  # its name, which counts where it is answered
            if form.waits_for is not None:
                if state != UNSURE:
                    raise Doubt
                strings += 2
        if rare or (document.about is not UNSET and document.about.parts is not UNSET):
            sources = [form.given_by for form in forms if form.given_by]
            texts += chain.from_iterable(sources)
            strings += len(sources) + sum(map(len, sources))
        about, told = _about(document.about, texts)
        strings += told
        if any_blank(texts) or len(raw) > formats.MAX_VALUES:  # so it cannot have more values
            raise Doubt
        if document.schema is not UNSET:
            strings += 2
        unconfirmed, told = _unconfirmed(entries) if rare else ((), 0)
        strings += told
        return states, values[self.ones :], proven, unconfirmed, about, quotes - 2 * strings, version

    def _stated(self, values: Sequence[Any]) -> Any:
        """Return the numbers of the states of answers with these values, as far as they are known."""
        codes, options, others = self._codes, values[: self.ones], values[self.ones :]
        # Of one place itemgetter gives no tuple.
        states = self._pack(itemgetter(*options)(codes) if len(options) > 1 else [codes[option] for option in options])
        states.extend([BLANK if value is NO_ANSWER else NOTED if value is None else ANSWERED for value in others])
        return states

    def _check_version(self, version: str) -> None:
        if not _VERSION(version) or int(version.partition(".")[0]) != int(self._version.partition(".")[0]):
            raise Doubt
        if self._asks_more:
            raise Doubt


def _unconfirmed(entries: Sequence[Any]) -> tuple[Sequence[int], int]:
    """Return the places of answers that are not confirmed, and how many say whether they are."""
    said = [getattr(form, "confirmed", None) for form in entries]
    return [place for place, confirmed in enumerate(said) if confirmed is False], len(said) - said.count(None)


def _about(given: Any, texts: list[str]) -> tuple[tuple[Any, ...], int]:
    """Return the fields of ``about``, and how many strings it holds beside them; names in its parts go to ``texts``."""
    if given is UNSET:
        return _NOTHING_ABOUT, 0
    *fields, parts = astuple(given)
    if parts is UNSET:
        return tuple(fields), 1
    if not all(_DIGEST(part.digest) for part in given.parts):
        raise Doubt
    names = [name for part in given.parts for name in (part.file, part.assessor) if name is not None]
    texts += names
    return tuple(fields), 2 + 2 * (len(parts) + len(names))


def _unanswered(form: Any) -> int:
    if form.status is None:
        if form.note is None and form.evidence is None:
            raise Doubt
        return NOTED
    if form.status == "unsure":
        return UNSURE
    if form.note is None:
        raise Doubt
    return ASIDE
