"""Two texts that look the same are never printed as "X → X": what differs is named, wherever people write a text."""

import re

import pytest

from aiassess.render import renderer
from support.differences import compared
from support.tiny import report_of, tiny

QUESTIONNAIRE = tiny(
    {"id": "system"},
    {"id": "pick", "options": {"red": 0, "blue": 0}},
    {"id": "words"},
    {"id": "register", "type": "risks"},
    subject={"system": "system"},
)
RISK = {"title": "It fails", "likelihood": 2, "consequence": 3}
PLACES = {
    "system": lambda text: {"system": text},
    "text": lambda text: {"words": text},
    "long text": lambda text: {"words": f"{'Some words before. ' * 5}\n{text} is {'long ' * 30}\nThe end."},
    "one line of several": lambda text: {"words": f"One {text}\n{text} two {'long ' * 30}"},
    "note": lambda text: {"pick": {"value": "red", "note": text}},
    "evidence": lambda text: {"pick": {"value": "red", "evidence": [{"reference": text, "date": "2026-01-01"}]}},
    "title of a risk": lambda text: {"register": [{**RISK, "title": text}]},
    "another risk's title": lambda text: {"register": [{**RISK, "title": text, "owner": text, "treatment": text}]},
    "owner of a risk": lambda text: {"register": [{**RISK, "owner": text}]},
    "about": lambda text: {},
}
PAIRS = [
    ("Caf\u00e9 X", "Cafe\u0301 X"),
    ("Caf\u00e9 X", "Caf\u00e9  X"),
    ("Caf\u00e9 X", "Caf\u00e9\u00a0X"),
    ("Caf\u00e9 X", "Caf\u00e9\tX"),
    ("Caf\u00e9 X", "Ca\u00adf\u00e9 X"),
    ("Caf\u00e9 X", "\u0421af\u00e9 X"),
    ("Caf\u00e9 X", "Caf\u00e9\u200b X"),
    ("Caf\u00e9 X", "Caf\u00e9 X\u3164"),
]
AT_THE_END = [("Caf\u00e9 X", "Caf\u00e9 X "), ("Caf\u00e9 X\u00a0", "Caf\u00e9 X")]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("how", ["text", "md"])
def test_what_differs_is_named(place, how):
    for old, new in [*PAIRS, *([] if "long" in place or "several" in place else AT_THE_END)]:
        about = [{"assessor": text} if place == "about" else {} for text in (old, new)]
        reports = [
            report_of(QUESTIONNAIRE, PLACES[place](text), **more) for text, more in zip((old, new), about, strict=True)
        ]
        for lang, said in (("en", "looks the same, but differs: "), ("ms", "kelihatan sama, tetapi berbeza: ")):
            found = compared(*reports, QUESTIONNAIRE, language=lang)
            shown = " ".join(renderer(how, "diff")(found).split())
            assert said in shown, (ascii(old), ascii(new), shown)
            for before, after in re.findall(r": ([^:(]+) → ([^(]+) \(", shown):
                assert before.strip() != after.strip(), shown


def test_the_data_keep_what_was_written():
    old, new = PAIRS[0]
    found = compared(*(report_of(QUESTIONNAIRE, {"words": text}) for text in (old, new)), QUESTIONNAIRE)
    [change] = found["answers"]
    assert (change["old"]["value"], change["new"]["value"]) == (old, new)
