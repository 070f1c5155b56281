"""docs/scoring.md: the range of levels that completions could reach."""

import itertools

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from aiassess.render import renderer
from support.examples import examples
from support.strategies import many_answers, questionnaires, random_entry
from support.tiny import SET_ASIDE, UNSURE, assess, control, inherent, report_of, tiny

GATE = {"id": "gate", "options": {"no": 0, "yes": 0}}
SEEDS = st.integers(0, 2**32)
BAN = {"when": {"question": "gate", "is": "yes"}, "level": "banned"}


def range_of(questionnaire, given):
    return [level.id for level in assess(questionnaire, given).level_range]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"gate": "no", "risk": "none", "other": "none"}, ["low", "low"]),
        ({"gate": "no", "risk": "none"}, ["low", "middle"]),
        ({"gate": "no", "risk": "all", "other": UNSURE}, ["middle", "high"]),
        ({"gate": "no"}, ["low", "high"]),
        ({"gate": UNSURE, "risk": "none", "other": "none"}, ["low", "banned"]),
        ({"gate": "yes", "risk": "none"}, ["banned", "banned"]),
        ({}, ["low", "banned"]),
    ],
)
def test_by_points_and_rules(given, expected):
    assert range_of(tiny(GATE, inherent(), inherent("other"), rules=[BAN]), given) == expected


def test_the_least_that_an_answer_counts():
    q = tiny(inherent(options={"some": 2, "all": 4}), inherent("other"))
    assert range_of(q, {"other": "some"}) == ["middle", "high"]


def test_what_is_hidden_may_be_shown():
    q = tiny(GATE, inherent(show_if={"question": "gate", "is": "yes"}), inherent("other"))
    assert range_of(q, {"other": "none"}) == ["low", "middle"]
    assert range_of(q, {"gate": "no", "other": UNSURE}) == ["low", "middle"]


def test_an_answer_that_may_be_hidden_settles_nothing():
    """While the gate is open, first counts as yes; once the gate is "no" it is hidden, and what hangs on it turns."""
    first = {"id": "first", "options": {"no": 0, "yes": 0}, "show_if": {"not": {"question": "gate", "is": "no"}}}
    q = tiny(GATE, first, inherent(show_if={"not": {"question": "first", "is": "yes"}}), inherent("other"))
    given = {"gate": UNSURE, "first": "yes", "other": "none"}
    assert range_of(q, given) == ["low", "middle"]
    assert assess(q, given | {"gate": "no", "risk": "all"}).level.id == "middle"


def test_what_may_be_set_aside_or_left_blank_may_count_nothing():
    always = {"options": {"some": 4, "all": 4}}
    q = tiny(inherent(not_applicable=True, **always), inherent("other"))
    assert range_of(q, {"other": "none"})[0] == assess(q, {"risk": SET_ASIDE, "other": "none"}).level.id == "low"
    zero = {"inherent": {"maximum": "all", "unanswered": "zero"}}
    q = tiny(GATE, inherent(required=False, **always), inherent("other"), scoring=zero)
    assert range_of(q, {"other": "none"}) == ["low", "middle"]
    assert assess(q, {"gate": "no", "other": "none"}).level.id == "low"


def test_a_good_answer_that_may_be_hidden_no_longer_dilutes():
    shown = {"show_if": {"not": {"question": "gate", "is": "no"}}}
    q = tiny(GATE, inherent("good", **shown), inherent("bad"), scoring={"inherent": {"maximum": "applicable"}})
    given = {"gate": UNSURE, "good": "none", "bad": "all"}
    assert range_of(q, given) == ["middle", "high"]
    assert assess(q, given | {"gate": "no"}).level.id == "high"


def test_a_control_not_in_place_that_may_be_hidden_no_longer_weighs():
    shown = {"show_if": {"not": {"question": "gate", "is": "no"}}}
    scoring = {"mitigation": {"method": "step", "at_percent": 100, "reduces_percent": 100}}
    q = tiny(GATE, inherent(), control("weak", **shown), control("strong"), scoring=scoring)
    given = {"gate": UNSURE, "risk": "all", "weak": "no", "strong": "yes"}
    assert range_of(q, given) == ["low", "high"]
    assert assess(q, given | {"gate": "no"}).level.id == "low"


def test_the_level_of_now_is_within_it_though_being_incomplete_blocks_the_credit():
    scoring = {
        "mitigation": {"method": "step", "at_percent": 50, "reduces_percent": 50, "blocked_when": ["incomplete"]}
    }
    q = tiny(inherent(), control(), {"id": "words"}, scoring=scoring)
    given = {"risk": "all", "guard": "yes"}
    assert assess(q, given).level.id == "high"
    assert range_of(q, given) == ["middle", "high"]


def test_controls_still_open_may_lower_it():
    scoring = {"mitigation": {"method": "linear", "from_percent": 0, "reduces_percent": 50}}
    assert range_of(tiny(inherent(), control(), scoring=scoring), {"risk": "all"}) == ["middle", "high"]
    assert range_of(tiny(inherent(), control("a"), control("b"), scoring=scoring), {"risk": "all", "a": "no"}) == [
        "high",
        "high",
    ]


def test_what_may_turn_out_not_to_be_measured_gives_no_credit():
    scoring = {"mitigation": {"method": "step", "at_percent": 0, "reduces_percent": 100}}
    q = tiny(inherent(), control(not_applicable=True), scoring=scoring)
    assert range_of(q, {"risk": "all"}) == ["low", "high"]
    assert assess(q, {"risk": "all", "guard": SET_ASIDE}).level.id == "high"


def test_a_critical_finding_that_stays_blocks_the_credit_of_every_completion():
    scoring = {
        "mitigation": {"method": "step", "at_percent": 50, "reduces_percent": 100, "blocked_when": ["critical_finding"]}
    }
    q = tiny(inherent(findings=[{"on": ["all"], "severity": "critical"}]), control(), scoring=scoring)
    assert range_of(q, {"risk": "all"}) == ["high", "high"]


def test_what_rests_on_blanks_is_not_certain():
    """An inherent blank counts as the worst, and "not" holds of a blank: neither may be told as a fact."""
    rules = [
        {"id": "unwatched", "when": {"not": {"question": "watched", "is": "all"}}, "level": "high"},
        {"id": "harmful", "when": {"question": "harm", "is": "all"}, "level": "high"},
    ]
    q = tiny(inherent(), inherent("watched"), inherent("harm"), rules=rules)

    def certain(given):
        return {r.rule.id if r.rule else "points": r.certain for r in assess(q, given).reasons}

    assert certain({}) == {"points": False, "unwatched": False}
    assert certain({"harm": "all"}) == {"points": False, "unwatched": False, "harmful": True}
    assert certain({"watched": "none", "harm": "all", "risk": "all"}) == dict.fromkeys(
        ("points", "unwatched", "harmful"), True
    )


def test_a_level_that_a_blank_holds_down_is_not_certain():
    """A blank that counts nothing now may leave no answer but one that reaches another level."""
    scoring = {"inherent": {"maximum": "all", "unanswered": "zero"}}
    q = tiny({"id": "harm", "score": "inherent", "options": {"all": 10}}, scoring=scoring)
    result = assess(q, {})
    (reason,) = result.reasons
    assert reason.level.id == "low"
    assert [level.id for level in result.level_range] == ["high", "high"]
    assert not reason.certain


def completions(questionnaire, given, random, limit=40):
    """Yield answers with everything open filled in: every way where there are few, else some."""
    result = assess(questionnaire, given)
    opened = [q for q in questionnaire.questions if q.id not in result.marks or not result.marks[q.id].settled]
    fixed = {name: entry for name, entry in given.items() if name not in {q.id for q in opened}}
    domains = [domain(question) for question in opened]
    ways = list(itertools.islice(itertools.product(*domains), limit + 1))
    if len(ways) > limit:
        ways = [[random.choice(items) for items in domains] for _ in range(limit)]
    for way in ways:
        filled = {question.id: entry for question, entry in zip(opened, way, strict=True) if entry is not None}
        # Answers that were given to questions which did not apply may come to count, or be given anew.
        yield {**fixed, **filled}
        yield {**given, **{name: entry for name, entry in filled.items() if name in result.marks or name not in given}}


def domain(question):
    """Return what an open question may be answered, coarsely; None: left blank, where it may be."""
    found = [] if question.required else [None]
    found += [SET_ASIDE] if question.not_applicable else []
    if question.type == "choice":
        return found + [option.id for option in question.options]
    if question.type == "choices":
        together = [option.id for option in question.options if not option.exclusive]
        found += [list(some) for n in range(1, len(together) + 1) for some in itertools.combinations(together, n)]
        return found + [[option.id] for option in question.options if option.exclusive]
    if question.type == "number":
        return [*found, -3, 1, 4.5, 8, 13]
    if question.type == "risks":
        return found + [[{"title": "It fails", "likelihood": n, "consequence": n}] for n in (1, 3, 5)]
    return [*found, "2026-01-31"]


@examples(60)
@given(questionnaires(), SEEDS)
def test_no_completion_leaves_the_range(questionnaire, seed):
    for answers, random in many_answers(questionnaire, seed, 3, omit=0.3):
        before = assess(questionnaire, answers)
        low, high = (questionnaire.rank[level.id] for level in before.level_range)
        assert low <= high
        if not before.missing:  # the level is settled, though optional questions may be blank
            continue
        for whole in completions(questionnaire, answers, random):
            result = assess(questionnaire, whole)
            if result.status == "complete":
                note(str(whole))
                assert low <= questionnaire.rank[result.level.id] <= high
                certain = {reason.rule and reason.rule.id for reason in before.reasons if reason.certain}
                assert certain <= {reason.rule and reason.rule.id for reason in result.reasons}
                assert None not in certain or before.reasons[0].level is result.reasons[0].level


@examples(30)
@given(questionnaires(), SEEDS)
def test_the_level_of_now_is_within_the_range_where_blanks_count_at_their_worst(questionnaire, seed):
    if questionnaire.scoring.inherent_unanswered == "worst":
        for answers, _ in many_answers(questionnaire, seed, 5, omit=0.3):
            result = assess(questionnaire, answers)
            low, high = (questionnaire.rank[level.id] for level in result.level_range)
            assert low <= questionnaire.rank[result.level.id] <= high


@examples(30)
@given(questionnaires(), SEEDS)
def test_when_complete_both_ends_are_the_level(questionnaire, seed):
    for answers, _ in many_answers(questionnaire, seed, 5, omit=0, unsure=0):
        result = assess(questionnaire, answers)
        assert result.status == "complete"
        assert result.level_range == (result.level, result.level)


@examples(30)
@given(questionnaires(), SEEDS)
def test_an_answer_never_widens_the_range(questionnaire, seed):
    """What is known once stays known."""
    rank = questionnaire.rank
    for answers, random in many_answers(questionnaire, seed, 10, omit=0.3):
        before = assess(questionnaire, answers)
        for name in before.missing:
            entry = random_entry(questionnaire.by_id[name], random)
            after = assess(questionnaire, {**{k: v for k, v in answers.items() if k in before.marks}, name: entry})
            if after.missing:  # once complete the range is the level alone, which optional blanks may leave
                assert rank[before.level_range[0].id] <= rank[after.level_range[0].id]
                assert rank[after.level_range[1].id] <= rank[before.level_range[1].id]


@given(questionnaires(), SEEDS)
@examples(40)
def test_the_report_tells_the_range_as_what_completions_reach(questionnaire, seed):
    """The level so far may lie outside: the two are told apart, and what is said of each is true."""
    report = report_of(questionnaire)
    result = report["result"]
    low, high = result["level_range_titles"]
    told = "Level once nothing is missing: " + (low if low == high else f"between {low} and {high}")
    text = " ".join(renderer("text")(report).split())
    assert f"Level: {result['level_title']}" in text
    assert (told in text) == (result["status"] != "complete")
    if result["status"] == "complete":  # only what may be left blank is open, and then both ends are the level
        assert result["level_range"] == [result["level"]] * 2
        return
    ranks = [level.id for level in questionnaire.levels]
    for given_, _ in many_answers(questionnaire, seed, 3, omit=0, unsure=0):
        found = assess(questionnaire, given_)
        assert found.missing or ranks.index(result["level_range"][0]) <= ranks.index(found.level.id)
        assert found.missing or ranks.index(found.level.id) <= ranks.index(result["level_range"][1])


def test_blanks_that_count_nothing_leave_the_level_below_its_range():
    scoring = {"inherent": {"maximum": "all", "unanswered": "zero"}}
    found = assess(tiny(inherent(options={"some": 3, "all": 4}), scoring=scoring))
    assert found.level.id == "low"
    assert [level.id for level in found.level_range] == ["high", "high"]
