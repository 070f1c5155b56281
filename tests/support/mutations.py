"""Valid answers to ``EVERY_TYPE`` with something changed somewhere."""

import copy

from hypothesis import strategies as st

from aiassess.kinds import parts

NASTY = [
    None,
    True,
    False,
    0,
    1,
    1.0,
    5,
    5.5,
    9,
    10,
    -1,
    2**53,
    1e300,
    float("inf"),
    "",
    " ",
    "\u00a0\u2003",
    "\u200b",
    "red",
    "one",
    "unsure",
    "not_applicable",
    "2024-02-29",
    "2023-02-29",
    "2026-11-21T09:00:00+08:00",
    "2026-11-21T09:00:00",
    "sha256:" + "0" * 64,
    "1.0.0",
    "1.0.0\n",
    "01.0.0",
    "0000000001.0.0",
    "000000001.0.0",
    "2.0.0",
    "ms",
    "x" * (parts.MAX_TEXT + 1),
    [],
    ["one"],
    ["one", "one"],
    ["none", "two"],
    ["none"],
    [1],
    [[]],
    {},
    {"value": "red"},
    {"status": "unsure"},
    {"status": "not_applicable"},
    {"note": "x"},
    {"value": "red", "status": "unsure"},
    {"title": "x", "likelihood": 1, "consequence": 5.0},
    {"title": "x", "likelihood": 1, "consequence": 1, "residual_likelihood": 1},
    {
        "title": "x",
        "likelihood": 1,
        "consequence": 1,
        "residual_likelihood": 2,
        "residual_consequence": 2,
        "due": "2026-01-01",
    },
    {"reference": "x"},
    {"reference": "x", "date": "2026-02-30"},
]
KEYS = [
    "value",
    "status",
    "note",
    "evidence",
    "reference",
    "date",
    "title",
    "due",
    "residual_likelihood",
    "extra",
    "pick",
    "format",
]
FULL = {
    "pick": {"value": "red", "note": "Because.", "evidence": [{"reference": "r", "date": "2026-01-01"}]},
    "several": {"value": ["one", "two"]},
    "words": "x",
    "count": 3,
    "rate": {"value": 2.5},
    "day": {"value": "2026-01-01"},
    "register": {
        "value": [
            {
                "title": "It fails",
                "likelihood": 2,
                "consequence": 3,
                "treatment": "t",
                "residual_likelihood": 1,
                "residual_consequence": 1,
                "owner": "o",
                "due": "2026-01-01",
            }
        ]
    },
    "graded": {"status": "unsure"},
    "guard": {"status": "not_applicable", "note": "No."},
}
ABOUT = {
    "assessor": "A",
    "started_at": "2026-11-21T09:00:00+08:00",
    "completed_at": None,
    "language": "ms",
    "classification": "Rasmi",
    "revises": "sha256:" + "a" * 64,
}


def containers(data):
    """Return every object and list of a document, itself included."""
    found = [data] if isinstance(data, (dict, list)) else []
    for item in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        found += containers(item)
    return found


@st.composite
def mutated(draw, document):
    document = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 2))):
        target = draw(st.sampled_from(containers(document)))
        nasty = copy.deepcopy(draw(st.sampled_from(NASTY)))
        change = draw(st.sampled_from(["replace", "add", "remove"]))
        if isinstance(target, list):
            if change == "add" or not target:
                target.append(nasty)
            elif change == "remove":
                target.pop()
            else:
                target[draw(st.integers(0, len(target) - 1))] = nasty
        elif change == "add" or not target:
            target[draw(st.sampled_from(KEYS))] = nasty
        else:
            name = draw(st.sampled_from(list(target)))
            if change == "remove":
                del target[name]
            else:
                target[name] = nasty
    return document
