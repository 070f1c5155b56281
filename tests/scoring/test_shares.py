"""docs/scoring.md: scores, their maxima, tags, credit and the residual."""

from fractions import Fraction

import pytest

from aiassess.figures import round_half_up
from aiassess.model.levels import Mitigation
from aiassess.scoring.level import credit_percent, residual_points
from support.tiny import SET_ASIDE, assess, control, inherent, tiny

HIDDEN = {"show_if": {"question": "first", "is": "yes"}}
FIRST = {"id": "first", "options": {"no": 0, "yes": 0}}


@pytest.mark.parametrize(("basis", "maximum"), [("applicable", 4), ("all", 8), (13, 13)])
def test_the_three_maxima_of_inherent_risk(basis, maximum):
    q = tiny(FIRST, inherent("a"), inherent("b", **HIDDEN), scoring={"inherent": {"maximum": basis}})
    score = assess(q, {"first": "no", "a": "some"}).inherent
    assert (score.points, score.maximum, score.percent) == (2, maximum, Fraction(200, maximum))


@pytest.mark.parametrize(("basis", "maximum"), [("applicable", 4), ("all", 8), (13, 13)])
def test_the_three_maxima_of_controls(basis, maximum):
    q = tiny(FIRST, control("a"), control("b", **HIDDEN), scoring={"controls": {"maximum": basis}})
    score = assess(q, {"first": "no", "a": "half"}).controls
    assert (score.points, score.maximum, score.percent) == (2, maximum, Fraction(200, maximum))


def test_nothing_inherent_is_no_percent_and_the_lowest_level():
    result = assess(tiny(control()), {"guard": "no"})
    assert result.inherent.percent is None
    assert result.level.id == "low"


@pytest.mark.parametrize("basis", ["applicable", "all", 13])
def test_where_no_control_applies_the_share_is_not_measured(basis):
    scoring = {
        "controls": {"maximum": basis},
        "mitigation": {"method": "step", "at_percent": 0, "reduces_percent": 100},
    }
    levels = [{"id": "only", "ready_at": {"controls": 100, "each_principle": 100}}]
    q = tiny(FIRST, inherent(), control(principles=["p"], actors=["x"], **HIDDEN), scoring=scoring, levels=levels)
    result = assess(q, {"first": "no", "risk": "all"})
    assert result.controls is None
    assert result.credit.percent == 0
    assert result.residual.points == 4
    assert (result.verdict, result.shortfalls) == ("ready", ())  # ready_at holds for it
    for tag in (*result.principles, *result.actors):
        assert (tag.score, tag.answered, tag.applicable) == (None, 0, 0)


def test_controls_that_are_all_set_aside_are_not_measured():
    q = tiny(inherent(), control(not_applicable=True, principles=["p"]))
    result = assess(q, {"risk": "all", "guard": SET_ASIDE})
    assert result.controls is None
    assert result.principles[0].score is None
    assert result.status == "complete"


def tags(questionnaire, given):
    result = assess(questionnaire, given)
    return {
        tag.tag: (tag.score and (tag.score.points, tag.score.maximum), tag.answered, tag.applicable)
        for tag in (*result.principles, *result.actors)
    }


def test_the_same_share_for_each_principle_and_actor():
    q = tiny(
        control("a", principles=["fair", "safe"], actors=["owner"]),
        control("b", principles=["fair"], actors=["owner", "maker"], weight=2),
        control("c", not_applicable=True, principles=["safe"], actors=["maker"]),
        inherent("risk", principles=["fair", "other"], actors=["owner"]),
    )
    assert tags(q, {"a": "yes", "c": SET_ASIDE, "risk": "none"}) == {
        "fair": ((4, 12), 1, 2),
        "safe": ((4, 4), 1, 1),
        "other": (None, 0, 0),
        "owner": ((4, 12), 1, 2),
        "maker": ((0, 8), 0, 1),
    }


def test_a_tag_over_the_maximum_of_the_whole_file():
    q = tiny(
        FIRST,
        control("a", principles=["p"]),
        control("b", principles=["p"], **HIDDEN),
        scoring={"controls": {"maximum": "all"}},
    )
    assert tags(q, {"first": "no", "a": "yes"})["p"] == ((4, 8), 1, 1)


def test_a_tag_where_the_author_states_a_number_for_the_whole():
    q = tiny(control("a", principles=["p"]), control("b"), scoring={"controls": {"maximum": 100}})
    assert tags(q, {"a": "yes"})["p"] == ((4, 4), 1, 1)


# Credit

STEP = Mitigation("step", Fraction(80), Fraction(15))
LINEAR = Mitigation("linear", Fraction(40), Fraction(40))


@pytest.mark.parametrize(
    ("mitigation", "share", "expected"),
    [
        (Mitigation(), Fraction(100), 0),
        (STEP, Fraction(0), 0),
        (STEP, Fraction(799999, 10000), 0),
        (STEP, Fraction(80), 15),
        (STEP, Fraction(100), 15),
        (STEP, None, 0),
        (LINEAR, None, 0),
        (LINEAR, Fraction(0), 0),
        (LINEAR, Fraction(39), 0),
        (LINEAR, Fraction(40), 0),
        (LINEAR, Fraction(41), Fraction(2, 3)),
        (LINEAR, Fraction(70), 20),
        (LINEAR, Fraction(100), 40),
        (LINEAR, Fraction(250), 40),  # over a stated maximum: not more than the author allows
    ],
)
def test_credit(mitigation, share, expected):
    assert credit_percent(mitigation, share) == expected


def blocked(blocked_when, given, **more):
    q = tiny(
        inherent("risk", findings=[{"on": ["all"], "severity": "critical"}, {"on": ["some"], "severity": "major"}]),
        control("a", principles=["fair"]),
        control("b", principles=["safe"]),
        control("c", principles=["fair"], weight=9),
        inherent("late", required=False),
        scoring={
            "mitigation": {"method": "step", "at_percent": 50, "reduces_percent": 50, "blocked_when": blocked_when}
        },
    )
    credit = assess(q, {"risk": "some", "a": "yes", "b": "yes", "c": "yes", "late": "none"} | given | more).credit
    return credit.percent, credit.blocked_by


def test_nothing_blocks_the_credit():
    assert blocked(["incomplete", "critical_finding", {"principle_below_percent": 50}], {}) == (50, ())


def test_incomplete_blocks():
    unsure = {"risk": {"status": "unsure"}}
    assert blocked(["incomplete"], unsure) == (0, ("incomplete",))
    assert blocked([], unsure) == (50, ())


def test_a_blank_that_is_not_required_does_not_block():
    assert blocked(["incomplete"], {"late": {"note": "-?-"}}) == (50, ())


def test_a_critical_finding_blocks():
    assert blocked(["critical_finding"], {"risk": "all"}) == (0, ("critical_finding",))
    assert blocked([], {"risk": "all"}) == (50, ())


def test_a_principle_below_its_mark_blocks_and_exactly_at_it_does_not():
    assert blocked([{"principle_below_percent": 50}], {"b": "half"}) == (50, ())
    assert blocked([{"principle_below_percent": 50.01}], {"b": "half"}) == (0, ("principle:safe",))
    assert blocked([{"principle_below_percent": 50}], {"b": "no"}) == (0, ("principle:safe",))


def test_everything_that_blocks_is_named():
    found = blocked(
        ["incomplete", "critical_finding", {"principle_below_percent": 100}],
        {"risk": "all", "a": {"status": "unsure"}, "b": "no"},
    )
    assert found == (0, ("incomplete", "critical_finding", "principle:fair", "principle:safe"))


# The residual


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Fraction(0), 0),
        (Fraction(1, 2), 1),
        (Fraction(3, 2), 2),
        (Fraction(5, 2), 3),  # not to the even one
        (Fraction(5, 2) - Fraction(1, 10**30), 2),
        (Fraction(49, 100), 0),
        (Fraction(10**30 * 2 + 1, 2), 10**30 + 1),  # no float in between
    ],
)
def test_halves_are_rounded_up(number, expected):
    assert round_half_up(number) == expected


@pytest.mark.parametrize(
    ("points", "credit", "expected"),
    [
        (17, Fraction(0), 17),
        (46, Fraction(20), 37),  # 36.8
        (83, Fraction(20), 66),  # 66.4
        (10, Fraction(15), 9),  # 8.5
        (30, Fraction(15), 26),  # 25.5
        (1, Fraction(50), 1),  # 0.5
        (7, Fraction(100), 0),
        (3, Fraction(50) + Fraction(1, 10**20), 1),  # just below 1.5
    ],
)
def test_residual_points(points, credit, expected):
    assert residual_points(points, credit) == expected


def test_the_residual_share_is_over_the_inherent_maximum():
    scoring = {"mitigation": {"method": "step", "at_percent": 100, "reduces_percent": 15}}
    q = tiny(inherent(options={"a": 0, "b": 10, "c": 40}), control(), scoring=scoring)
    result = assess(q, {"risk": "b", "guard": "yes"})
    assert (result.inherent.points, result.residual.points, result.residual.maximum) == (10, 9, 40)


def test_a_decimal_of_the_author_is_taken_exactly():
    """33.3 is 333/10; the nearest binary number is a little less, and would let 333 of 1000 pass as above it."""
    levels = [{"id": "low", "up_to_percent": 33.3}, {"id": "high"}]
    for points, level in ((333, "low"), (334, "high")):
        q = tiny(inherent(options={"a": 0, "b": points, "c": 1000}), levels=levels)
        assert assess(q, {"risk": "b"}).level.id == level
    scoring = {"mitigation": {"method": "step", "at_percent": 0.1, "reduces_percent": 100}}
    q = tiny(inherent(), control(options={"a": 0, "b": 1, "c": 1000}), scoring=scoring)
    assert assess(q, {"risk": "all", "guard": "b"}).credit.percent == 100
