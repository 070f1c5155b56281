"""Answers to ``EVERY_TYPE`` with something blank in every place where it may be left out, and the same without it."""

import copy

from support.tiny import EVERY_TYPE, answers_document

UNSEEN = [
    *("\u200b", "\u2060", "\u2800", "\u3164", "\uffa0", "\u00ad", "\u034f", "\ufe0f", "\u180e", "\u0301", "\u115f"),
    *("\u200d", "\u202e", "\u2066", "\u061c", "\ufeff", "\U000e0041", "\U000e0100", "\ufffc", "\x00", "\x7f", "\u0903"),
]
"""Characters of which nothing is seen where they stand alone."""
BLANKS = [None, "", " \n\t\u00a0\u2003", [], "".join(UNSEEN), " " * 30_000]
RISK = {"title": "It fails", "likelihood": 2, "consequence": 3}
ABOUT = {"assessor": "A", "completed_at": "2026-11-21T09:00:00+08:00", "language": "en"}
ABOUT["parts"] = [{"file": "a.json", "digest": f"sha256:{'0' * 64}"}]
FULL = {
    "pick": {"value": "red", "note": "Because.", "evidence": [{"reference": "r", "date": "2026-01-01"}]},
    "guard": {"status": "not_applicable", "note": "No."},
    "graded": {"status": "unsure"},
    "register": {"value": [RISK]},
    "words": "x",
}
BASE = answers_document(EVERY_TYPE, FULL, **ABOUT)
"""Holds the least: what is not in it may be put there blank."""

_ROOT = (("$schema",),)
_ABOUT = tuple(("about", name) for name in ("started_at", "classification", "revises"))
_BARE = tuple(("answers", name) for name in ("several", "count", "rate", "day"))
_FIELDS = tuple(("answers", "graded", name) for name in ("value", "note", "evidence", "from"))
_PARTS = (
    ("about", "parts", 0, "assessor"),
    ("answers", "pick", "status"),
    ("answers", "guard", "value"),
    ("answers", "guard", "evidence"),
)
_RISK = tuple(
    ("answers", "register", "value", 0, name)
    for name in ("treatment", "residual_likelihood", "residual_consequence", "owner", "due")
)
PLACES = [*_ROOT, *_ABOUT, *_BARE, *_FIELDS, *_PARTS, *_RISK]
EVIDENCE_FIELDS, RISK_FIELDS = ("reference", "date"), (*RISK, "treatment", "owner", "due")
PART_FIELDS = ("file", "assessor", "digest")
ROWS = [
    (("about", "parts"), PART_FIELDS),
    (("answers", "pick", "evidence"), EVIDENCE_FIELDS),
    (("answers", "register", "value"), RISK_FIELDS),
]
"""Lists whose entries may be blank, and some fields of these."""


def put(document, place, value):
    """Return a copy of a document with a value at a place."""
    document = copy.deepcopy(document)
    inside = document
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    return document


def at(document, place):
    """Return the value at a place."""
    for step in place:
        document = document[step]
    return document


def blanked():
    """Yield each document of which something is blank, with the one that it must equal."""
    for place in PLACES:
        for blank in BLANKS:
            yield put(BASE, place, blank), BASE
    for place, fields in ROWS:
        yield put(BASE, place, [*at(BASE, place), *[None] * 600]), BASE
        for blank in (None, [], {}, " \u200b", dict.fromkeys(fields), {fields[0]: " "}):
            rows = at(BASE, place)
            yield put(BASE, place, [blank, *rows, blank]), BASE
            alone = put(BASE, place, [blank, blank])
            bare = copy.deepcopy(BASE)
            del at(bare, place[:-1])[place[-1]]
            yield alone, bare
    without_about, without_words, without_register = (copy.deepcopy(BASE) for _ in range(3))
    del without_about["about"], without_words["answers"]["words"], without_register["answers"]["register"]
    for blank in BLANKS:
        yield put(BASE, ("about",), blank), without_about
        for wrapped in (blank, {"value": blank}, {"note": blank}, {"status": blank, "evidence": blank}, {}):
            yield put(BASE, ("answers", "words"), wrapped), without_words
            yield put(BASE, ("answers", "register"), wrapped), without_register
