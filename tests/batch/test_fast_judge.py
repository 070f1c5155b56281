"""The fast judge gives what ``aiassess score`` gives, or nothing: on plain, random and hostile submissions."""

import itertools
import json
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from submissions import json_lines

from aiassess import InvalidInput, load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.answers.strict_json import parse_json
from aiassess.batch.columns import Layout
from aiassess.batch.fast import FastJudge
from aiassess.batch.fast.judge import FEW
from aiassess.batch.fast.states import Chosen, States
from aiassess.batch.fast.tables import Tables
from aiassess.files import MAX_ANSWERS_BYTES, decode_text
from support.blanks import blanked
from support.each import tiers
from support.edges import CASES, DOCUMENT, NUMBERS, REPLACED, WORDS
from support.examples import examples
from support.strategies import many_answers, questionnaires, random_answers
from support.tiny import EVERY_TYPE, SET_ASIDE, UNSURE, answers_document, control, inherent, tiny

GOLDEN = Path(__file__).parent / "judge_of_tiny.txt"
CANADA = Path(__file__).parents[1] / "questionnaires" / "canada_style.yaml"


class Both:
    """The fast way and the engine's own, for one questionnaire."""

    def __init__(self, questionnaire, *others):
        self.questionnaire = questionnaire
        self.layout = Layout([questionnaire, *others])
        self._judge = FastJudge(questionnaire, self.layout).prepare()

    def fast(self, raw):
        """Return the cells that the fast way gives, or None where it is in doubt."""
        return self.many([raw])[0]

    def many(self, raws):
        """Return what the fast way gives for each of several."""
        return self._judge.judge(raws)

    def slow(self, raw):
        """Return the cells that the engine gives, or None where it refuses the submission."""
        try:
            data = parse_json(decode_text(raw, "-", MAX_ANSWERS_BYTES), "-")
            return self.layout.cells(score(self.questionnaire, check_answers(data, self.questionnaire, "-")))
        except InvalidInput:
            return None

    def agree(self, raw):
        """Hold that the fast way gives nothing else than the engine's; return whether it gives anything."""
        return self.agree_on([raw]) == 1

    def agree_on(self, raws):
        """Hold it for several that are judged at once; return for how many the fast way gives anything."""
        raws = list(raws)
        certain = 0
        for raw, found in zip(raws, self.many(raws), strict=True):
            if found is not None:
                certain += 1
                expected = self.slow(raw)
                assert found == expected, raw
                assert [type(cell) for cell in found] == [type(cell) for cell in expected], raw
        return certain


@pytest.fixture(scope="module")
def gpaisa():
    return Both(load_questionnaire("gpaisa@1.0.0"))


@pytest.fixture(scope="module")
def every_type():
    return Both(EVERY_TYPE)


def written(questionnaire, answers, random, **about):
    """Return a submission as one of many programs would write it."""
    how = random.choice([{}, {"separators": (",", ":")}, {"ensure_ascii": False}, {"indent": 2}])
    return json.dumps(answers_document(questionnaire, answers, **about), **how).encode()


# Plain submissions: never in doubt


@examples(45)
@given(questionnaires(), st.integers(0, 2**32))
def test_any_questionnaire(questionnaire, seed):
    both = Both(questionnaire)
    for answers, random in many_answers(questionnaire, seed, 15):
        parts = [{"file": "a.json", "digest": f"sha256:{'0' * 64}", "assessor": "A"}, {"digest": f"sha256:{'1' * 64}"}]
        abouts = [
            {},
            {"completed_at": "2024-02-29T09:00:00Z", "assessor": "A. Ng"},
            {"revises": None, "reference": "KKM 7"},
            {"revises": f"sha256:{0:064}", "completed_at": "2026-10-01T23:59:59.25-11:00"},
            {"parts": parts},
        ]
        about = random.choice(abouts)
        assert both.agree(written(questionnaire, answers, random, **about))


@examples(150)
@given(questionnaires(by_level=True), st.integers(0, 2**32))
def test_any_questionnaire_by_level_and_phase(questionnaire, seed):
    """With evidence and without, some of it not confirmed or waiting for somebody; all at once and each alone."""
    both = Both(questionnaire)
    spread = {"omit": 0.3, "proven": 0.5, "unconfirmed": Random(seed).choice([0, 0, 0.1]), "waiting": 0.5}
    spread["merged"] = Random(seed).choice([0, 0.5])
    raws = [
        written(questionnaire, answers, random) for answers, random in many_answers(questionnaire, seed, 15, **spread)
    ]
    assert both.agree_on(raws) == len(raws)
    assert both.many(raws) == [both.fast(raw) for raw in raws]


@pytest.mark.parametrize("spread", [{}, {"omit": 0.6}, {"omit": 0, "unsure": 0, "aside": 0}])
@pytest.mark.parametrize("name", [str(CANADA), "ai_at_work"])
def test_a_questionnaire_built_unlike_gpaisa(name, spread):
    both = Both(load_questionnaire(name))
    random = Random(7)
    given = [random_answers(both.questionnaire, random, **spread) for _ in range(50)]
    assert both.agree_on(written(both.questionnaire, answers, random) for answers in given) == len(given)


def test_realistic_submissions(gpaisa):
    seen = Counter()
    raws = list(json_lines(5, 150))
    assert gpaisa.agree_on(raws) == len(raws)
    for cells in gpaisa.many(raws):
        seen.update(cell for cell in cells if isinstance(cell, str))
    for expected in ("complete", "incomplete", "undetermined", "minimal", "limited", "high", "prohibited"):
        assert seen[expected], expected
    for verdict in ("ready", "conditional", "hold", "stop"):
        assert seen[verdict], verdict


def test_random_answers_to_gpaisa(gpaisa):
    """Unlike realistic ones they are often out of proportion, and mostly drafts."""
    random = Random(11)
    raws = [
        written(gpaisa.questionnaire, random_answers(gpaisa.questionnaire, random, omit=omit, unsure=0.05), random)
        for omit in (0, 0.2, 0.9) * 20
    ]
    assert gpaisa.agree_on(raws) == len(raws)


def test_columns_of_other_questionnaires_stay_empty():
    random = Random(5)
    questionnaire = tiny(inherent(principles=["fair"]), control(principles=["fair"], actors=["owner"]))
    both = Both(questionnaire, load_questionnaire("gpaisa@1.0.0"))
    for _ in range(20):
        assert both.agree(written(questionnaire, random_answers(questionnaire, random), random))


@pytest.mark.parametrize("basis", tiers(fast=["applicable"], deep=["all", 5]))
def test_every_answer_with_every_other(basis):
    """Set aside, unsure, blank, hidden, and an option that only another question has."""
    questionnaire = tiny(
        inherent("harm", not_applicable=True),
        control("guard", not_applicable=True, principles=["fair"]),
        control("hidden", {"never": 0, "always": 3}, principles=["fair"], show_if={"question": "harm", "is": "all"}),
        scoring={"inherent": {"maximum": basis}, "controls": {"maximum": basis}},
    )
    both = Both(questionnaire)
    several = [None, UNSURE, SET_ASIDE, "all", "none", "yes", "no", "always"]
    certain = 0
    for answers in itertools.product(several, repeat=3):
        given = {one: answer for one, answer in zip(questionnaire.by_id, answers, strict=True) if answer is not None}
        raw = written(questionnaire, given, Random(0))
        certain += both.agree(raw)
        assert (both.fast(raw) is None) == (both.slow(raw) is None)
    assert certain == 5 * 5 * 3


def test_an_option_that_only_another_question_has():
    questionnaire = tiny(
        {"id": "one", "options": {"red": 0, "blue": 0}},
        {"id": "some", "type": "choices", "options": {"green": 1, "grey": 2}, "score": "inherent"},
    )
    both = Both(questionnaire)
    assert both.agree(written(questionnaire, {"one": "red", "some": ["green"]}, Random(1)))
    for answers in (
        {"one": "green"},
        {"some": ["red"]},
        {"some": ["green", "red"]},
        {"one": ["red"]},
        {"some": "green"},
    ):
        assert both.fast(written(questionnaire, answers, Random(1))) is None


def test_a_number_is_not_what_an_option_is_called():
    questionnaire = tiny(
        {"id": "one", "options": {"nan": 0, "inf": 0, "infinity": 0}},
        {"id": "count", "type": "number", "bands": [{"up_to": 2, "points": 0}, {"points": 1}], "score": "inherent"},
        {"id": "whole", "type": "number", "whole": True, "minimum": -3, "maximum": 9},
        control(show_if={"question": "count", "at_least": 0}),
    )
    both = Both(questionnaire)
    for name in ("count", "whole"):
        for value in (0, -0.0, 2, 2.0, 9, -3.0):
            assert both.agree(written(questionnaire, {"one": "inf", name: value}, Random(1)))
        for value in ("nan", "inf", ["infinity"]):
            assert both.fast(written(questionnaire, {name: value}, Random(1))) is None
    assert both.agree(written(questionnaire, {"count": 2.5}, Random(1)))
    for value in (2.5, 9.0000001, 10, -4):
        assert both.fast(written(questionnaire, {"whole": value}, Random(1))) is None


def test_points_of_any_size():
    """Sums that no machine word holds."""
    huge = {"none": 0, "some": 500_000, "all": 1_000_000}
    questions = [inherent(f"risk{n}", huge, weight=1000, actors=["a"]) for n in range(40)]
    questions += [control(f"guard{n}", huge, weight=1000, principles=["p"]) for n in range(40)]
    for basis in ("all", "applicable", 1_000_000_000):
        both = Both(tiny(*questions, scoring={"controls": {"maximum": basis}, "inherent": {"maximum": basis}}))
        random = Random(1)
        for _ in range(10):
            assert both.agree(written(both.questionnaire, random_answers(both.questionnaire, random), random))


def test_more_options_than_fit_into_a_byte():
    names = [f"option_{n}" for n in range(300)]
    both = Both(
        tiny(
            {"id": "first", "options": dict.fromkeys(names[:150], 0)},
            inherent("second", {name: n for n, name in enumerate(names[100:])}),
            control(show_if={"question": "second", "any_of": names[-3:]}),
        )
    )
    for answer in (*names[100:103], *names[-4:]):
        for first in (names[0], names[149]):
            assert both.agree(
                written(both.questionnaire, {"first": first, "second": answer, "guard": "half"}, Random(1))
            )


def test_more_ways_to_choose_several_than_fit_into_a_byte():
    names = [f"option_{n}" for n in range(9)]
    questionnaire = tiny(
        {"id": "some", "type": "choices", "options": dict.fromkeys(names, 1), "score": "inherent"},
        control(show_if={"question": "some", "all_of": names[2:5]}),
        rules=[{"when": {"question": "some", "any_of": names[7:]}, "level": "high"}],
    )
    both = Both(questionnaire)
    chosen = [[name for n, name in enumerate(names) if bits >> n & 1] for bits in range(1, 512)]
    raws = [written(questionnaire, {"some": some, "guard": "half"}, Random(1)) for some in chosen]
    assert both.many(raws) == [both.slow(raw) for raw in raws]


def test_many_at_once(gpaisa):
    """Good, spoiled and doubtful ones side by side get what each gets alone."""
    raws = list(json_lines(5, 120, spoiled=0.3))
    found = gpaisa.many(raws)
    assert found == [gpaisa.fast(raw) for raw in raws]
    assert 20 < found.count(None) < 60
    assert gpaisa.many([]) == []


@pytest.mark.parametrize(
    ("blockers", "at"),
    tiers(
        fast=[([], 0), (["critical_finding"], 40), (["incomplete"], 40)],
        deep=[([], 40), (["critical_finding"], 0), (["incomplete"], 0)],
    ),
    ids=str,
)
def test_what_credit_may_still_become(blockers, at):
    """Whether a critical finding is certain, and whether a control counts, decides which level is still possible."""
    credit = {"method": "step", "at_percent": at, "reduces_percent": 80, "blocked_when": blockers}
    questionnaire = tiny(
        inherent("harm"),
        control("guard", not_applicable=True, findings=[{"on": ["no"], "severity": "critical"}]),
        control("other", not_applicable=True),
        control("more", not_applicable=True),
        scoring={"mitigation": credit},
    )
    both = Both(questionnaire)
    seen = set()
    for several in itertools.product(["all", "some"], *[[None, UNSURE, SET_ASIDE, "no", "yes"]] * 3):
        answers = {name: value for name, value in zip(questionnaire.by_id, several, strict=True) if value}
        raw = written(questionnaire, answers, Random(0))
        assert both.agree(raw)
        seen.add(both.fast(raw)[11:13])
    assert ("low", "high") in seen


RISK = {"title": "It fails.", "likelihood": 4, "consequence": 5}
MILDER = {
    **RISK,
    "residual_likelihood": 2,
    "residual_consequence": 3,
    "treatment": "A.",
    "owner": "B.",
    "due": "2027-01-31",
}
GOOD = {"pick": "red", "several": ["one", "two"], "words": "So.", "count": 3, "rate": 0.5, "day": "2026-01-31"}
GOOD["register"] = [MILDER, RISK]
WRONG = [
    *({"pick": value} for value in (["red"], 1, "one", "red ")),
    *({"several": value} for value in ("one", 1, ["one", ""], ["one", "one"], ["one", "none"], ["red"], [RISK])),
    *({"words": value} for value in (1, ["a"], "x" * 20_001)),
    *({"count": value} for value in ("red", ["one"], 0, 10, 2.5)),
    *({"rate": value} for value in ("red", [RISK], 2**53, 10**30, 10**400, -1e300)),
    *({"day": value} for value in ("2026-02-30", "2026-01-31 ", "today", 20260101)),
    *({"register": value} for value in (["red"], [RISK, "red"], "red", 7, [RISK] * 501)),
    *({"register": [RISK, {**MILDER, name: " "}]} for name in ("title", "likelihood", "residual_likelihood")),
    {"register": [RISK, {**MILDER, "due": "soon"}]},
    *({"register": [{**RISK, name: 1}]} for name in ("residual_likelihood", "residual_consequence")),
    *({"pick": {"value": "red", name: 1}} for name in ("note", "evidence")),
    *(
        {"pick": {"value": "red", "evidence": [{"reference": value, "date": "2026-01-31"}]}}
        for value in (" ", "", None)
    ),
    {"pick": {"value": "red", "evidence": [{"reference": "x" * 20_001}]}},
    {"pick": {"status": "not_applicable", "note": "\u3164"}},
]
WRONG_ABOUT = [
    {"assessor": 1},
    {"started_at": "today"},
    {"completed_at": "2026-02-30T09:00:00Z"},
    {"language": "Malay"},
]


def test_a_wrong_one_among_others(every_type):
    """It is in doubt alone, wherever it stands: the others are judged as ever."""
    good = written(EVERY_TYPE, GOOD, Random(0))
    expected = every_type.slow(good)
    wrong = [written(EVERY_TYPE, GOOD | answers, Random(0)) for answers in WRONG]
    wrong += [written(EVERY_TYPE, GOOD, Random(0), **about) for about in WRONG_ABOUT]
    for raw in wrong:
        assert every_type.slow(raw) is None, raw
        assert every_type.many([good, raw, good]) == [expected, None, expected], raw


@pytest.mark.parametrize("moment", ["2026-9-16T16:18:30+08:00", "2026-13-16T16:18:30+08:00", "x"])
def test_a_day_that_is_none_keeps_no_other_from_being_judged(gpaisa, moment):
    """The day of the next assessment is reckoned from it."""
    raw = next(iter(json_lines(5, 1)))
    data = json.loads(raw)
    wrong = json.dumps(data | {"about": data["about"] | {"completed_at": moment}}).encode()
    expected = gpaisa.slow(raw)
    assert gpaisa.slow(wrong) is None
    assert gpaisa.many([raw, wrong, raw]) == [expected, None, expected]


def test_blanks_are_as_if_they_were_not_there():
    """Whatever is blank, the cells are those of the same without it; and blanks that forms write are no doubt."""
    both = Both(EVERY_TYPE)
    cases = [(json.dumps(document).encode(), json.dumps(bare).encode()) for document, bare in blanked()]
    found, bare = both.many(raw for raw, _ in cases), both.many(raw for _, raw in cases)
    certain = 0
    for (raw, _), cells, expected in zip(cases, found, bare, strict=True):
        assert cells in (None, expected), raw
        assert both.slow(raw) == expected, raw
        certain += cells is not None
    assert certain > 0.8 * len(cases)


def test_a_key_that_stands_twice_is_found_among_blanks(every_type):
    raw = written(EVERY_TYPE, {"pick": {"value": "red", "note": ""}, "words": "x"}, Random(0))
    assert every_type.agree(raw)
    for twice in (b'"note": "", "note": ""', b'"note": null, "note": ""', b'"note": "", "value": "blue"'):
        spoiled = json.dumps(json.loads(raw)).encode().replace(b'"note": ""', twice)
        assert every_type.slow(spoiled) is None
        assert every_type.fast(spoiled) is None


# The edges of what is valid


def test_the_edges(every_type):
    certain = every_type.agree_on(case.encode() for case in CASES)
    valid = sum(every_type.slow(case.encode()) is not None for case in CASES)
    assert valid > 150
    assert certain > 0.85 * valid


@pytest.mark.parametrize(("old", "new"), REPLACED)
def test_the_frame(every_type, old, new):
    raw = (DOCUMENT % ("", "")).encode()
    assert every_type.agree(raw)
    every_type.agree(raw.replace(old, new, 1))


def test_what_stands_around_a_document(every_type):
    raw = (DOCUMENT % ("", "")).encode()
    for more in (b" \n", b"x", b"{}", b"\x00", b"\xef\xbb\xbf", b",", b"]"):
        every_type.agree(raw + more)
        every_type.agree(more + raw)
    for nothing in (b"", b" ", b"null", b"[]", b"{}", b'""', b"\xff\xfe"):
        assert every_type.fast(nothing) is None
    assert every_type.fast(raw + b" " * MAX_ANSWERS_BYTES) is None


@pytest.mark.parametrize(
    "entry",
    [
        UNSURE,
        SET_ASIDE,
        {"note": "Why not."},
        {"value": "red", "note": "Why."},
        {"value": "red", "note": 'In C:\\temp\\ they said "no" \\'},
        "red",
    ],
)
def test_usual_answers_are_never_in_doubt(every_type, entry):
    assert every_type.agree(written(EVERY_TYPE, {"pick": entry}, Random(0)))


# Hostile submissions


def spread(data):
    """Return JSON data with objects as lists of pairs, so that a key can stand twice."""
    if isinstance(data, dict):
        return ("object", [[key, spread(value)] for key, value in data.items()])
    return ("array", [spread(item) for item in data]) if isinstance(data, list) else data


def text_of(random, data):
    """Write what ``spread`` gives, with blanks and escapes here and there."""

    def blank():
        return random.choice(["", "", "", " ", "\n\t"])

    if not isinstance(data, tuple):
        word = data if isinstance(data, Raw) else json.dumps(data, ensure_ascii=random.random() < 0.5)
        if word.startswith('"') and len(word) > 2 and "\\" not in word and random.random() < 0.05:
            place = random.randrange(1, len(word) - 1)
            word = f"{word[:place]}\\u{ord(word[place]):04x}{word[place + 1 :]}" if word[place] < "\uffff" else word
        return blank() + word + blank()
    kind, items = data
    if kind == "array":
        return "[" + ",".join(text_of(random, item) for item in items) + "]"
    return "{" + ",".join(f"{text_of(random, key)}:{text_of(random, value)}" for key, value in items) + "}"


class Raw(str):
    """Text to be written as it is."""

    __slots__ = ()


WORDS_AND_NUMBERS = [Raw(word) for word in (*WORDS.values(), *NUMBERS) if len(word) < 100]


def spoil(random, data, known):
    """Change one thing somewhere in a spread document."""
    kind, items = data
    while items and random.random() < 0.8:
        inner = random.choice(items)
        inner = inner[1] if kind == "object" else inner
        if not isinstance(inner, tuple):
            break
        kind, items = inner
    if not items:
        return
    place = random.randrange(len(items))
    match random.randrange(6):
        case 0:
            items.insert(random.randrange(len(items)), items[place])
        case 1:
            del items[place]
        case 2:
            random.shuffle(items)
        case 3 if kind == "object":
            items[place] = [random.choice(known), items[place][1]]
        case 4 if kind == "object":
            items[place] = [items[place][0], random.choice(WORDS_AND_NUMBERS)]
        case _:
            value = random.choice([*WORDS_AND_NUMBERS, *known])
            items[place] = [random.choice(known), value] if kind == "object" else value


KNOWN = [
    *(
        "value",
        "status",
        "note",
        "evidence",
        "reference",
        "date",
        "title",
        "likelihood",
        "consequence",
        "owner",
        "about",
    ),
    *("residual_likelihood", "due", "assessor", "completed_at", "answers", "format", "unsure", "not_applicable", "red"),
    *EVERY_TYPE.by_id,
]


@pytest.mark.parametrize("number", tiers(fast=[400], deep=[10_000]))
def test_spoiled_documents(every_type, number):
    """Duplicate, missing, wrong and strange keys and values, anywhere."""
    random = Random(2026)
    raws = []
    for _ in range(number):
        answers = random_answers(EVERY_TYPE, random, omit=0.4, unsure=0.05)
        data = spread(answers_document(EVERY_TYPE, answers, assessor="A", completed_at="2026-01-31T09:00:00Z"))
        for _ in range(random.choice([1, 1, 2])):
            spoil(random, data, KNOWN)
        raws.append(text_of(random, data).encode(errors="replace"))
    certain = every_type.agree_on(raws)
    valid = sum(every_type.slow(raw) is not None for raw in raws)
    assert valid > 0.16 * number
    assert certain > 0.8 * valid


@pytest.mark.parametrize("times", tiers(fast=[8], deep=[120]))
def test_spoiled_bytes(gpaisa, times):
    """A byte changed, left out, put in or said twice, or the rest lost, in realistic submissions."""
    random = Random(99)
    kinds = [
        b'"',
        b"\\",
        b"{",
        b"}",
        b",",
        b":",
        b" ",
        b"\x00",
        b"\xff",
        b"\xc2",
        b"\xef\xbb\xbf",
        b"\\u00",
        b"0",
        b"e",
    ]
    raws = []
    for raw in list(json_lines(8, 50)) * times:
        place = random.randrange(len(raw))
        match random.randrange(5):
            case 0:
                spoiled = raw[:place] + random.choice(kinds) + raw[place + 1 :]
            case 1:
                spoiled = raw[:place] + random.choice(kinds) + raw[place:]
            case 2:
                spoiled = raw[:place] + raw[place + 1 :]
            case 3:
                spoiled = raw[:place]
            case _:
                spoiled = raw[:place] + raw[place - 1 : place] + raw[place:]
        raws.append(spoiled)
    assert gpaisa.agree_on(raws) > 100


def test_the_states_of_several_choices_are_bounded(monkeypatch):
    monkeypatch.setattr("aiassess.batch.fast.states.MOST_KEPT", 20)
    states = Tables(EVERY_TYPE).of["several"]
    chosen = Chosen(states)
    few = len(states)
    for options in itertools.permutations(["one", "two", "three"]):
        chosen.begin()
        assert chosen[options] == few
    monkeypatch.setattr("aiassess.batch.fast.states.MOST_KEPT", few)
    chosen.begin()
    assert len(states) == few
    assert chosen["two",] == few


def test_the_memos_are_bounded(monkeypatch):
    monkeypatch.setattr("aiassess.batch.fast.states.MOST_KEPT", 2)
    both = Both(EVERY_TYPE)
    forgotten = []
    forget = States.forget
    monkeypatch.setattr(States, "forget", lambda states: forgotten.append(states) or forget(states))
    random = Random(3)
    for _ in range(60):
        assert both.agree(written(EVERY_TYPE, random_answers(EVERY_TYPE, random), random))
    assert forgotten


def test_the_first_few_are_left_to_the_engine(gpaisa):
    """Making the tables takes as long as the engine takes for these, whether they come one by one or together."""
    raw = next(iter(json_lines(5, 1)))
    judge = FastJudge(gpaisa.questionnaire, gpaisa.layout)
    assert [judge.judge([raw]) for _ in range(FEW)] == [[None]] * FEW
    assert "_steps" not in vars(judge)
    assert judge.judge([raw]) == [gpaisa.fast(raw)] != [None]
    assert FastJudge(gpaisa.questionnaire, gpaisa.layout).judge([raw] * (FEW + 1)) == [gpaisa.fast(raw)] * (FEW + 1)
