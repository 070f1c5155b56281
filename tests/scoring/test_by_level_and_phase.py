"""Questions asked by phase and by level, levels read off inherent risk, evidence, confirmation, contradictions."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import score
from aiassess.scoring.applicability import applicable
from support.examples import examples
from support.strategies import random_answers
from support.tiny import answer_set, assess, control, inherent, tiny

PHASES = {"dimensions": {"phases": [{"id": name, "title": name.title()} for name in ("idea", "pilot", "live")]}}
PHASE = {"id": "phase", "options": {"idea": 0, "pilot": 0, "live": 0}}
BY_PHASE = tiny(
    {"id": "before", "phases": ["live"]},
    PHASE,
    {"id": "in_idea", "phases": ["idea"]},
    {"id": "in_use", "phases": ["pilot", "live"], "show_if": {"question": "before", "answered": True}},
    {"id": "ever"},
    phase_question="phase",
    **PHASES,
)


def asked(questionnaire, **given):
    return list(applicable(questionnaire, answer_set(questionnaire, given)))


@pytest.mark.parametrize("open_phase", [{}, {"phase": {"status": "unsure"}}, {"phase": ""}])
def test_a_blank_or_unsure_phase_asks_for_everything(open_phase):
    assert asked(BY_PHASE, before="x", **open_phase) == ["before", "phase", "in_idea", "in_use", "ever"]


def test_a_phase_asks_for_what_names_it_and_for_what_names_none():
    assert asked(BY_PHASE, before="x", phase="idea") == ["before", "phase", "in_idea", "ever"]
    assert asked(BY_PHASE, before="x", phase="live") == ["before", "phase", "in_use", "ever"]
    assert asked(BY_PHASE, phase="live") == ["before", "phase", "ever"]


RULES = [
    {"when": {"question": "known", "is": "yes"}, "level": "high"},
    {"when": {"question": "later", "is": "yes"}, "level": "banned"},
    {"when": {"question": "known", "is": "yes"}, "level": "middle"},
]
BY_LEVEL = tiny(
    {"id": "known", "options": {"no": 0, "yes": 0}},
    inherent(),
    control("always"),
    control("from_middle", show_if={"level_at_least": "middle"}),
    {"id": "later", "options": {"no": 0, "yes": 0}},
    control("from_high", show_if={"level_at_least": "high"}),
    control("when_banned", show_if={"level_at_least": "banned"}),
    rules=RULES,
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"risk": "none"}, ["always"]),
        ({"risk": "some"}, ["always", "from_middle"]),
        ({"risk": "all"}, ["always", "from_middle", "from_high"]),
        ({}, ["always", "from_middle", "from_high"]),  # a blank counts as the worst
        ({"risk": {"status": "unsure"}}, ["always", "from_middle", "from_high"]),
        ({"risk": "none", "known": "yes"}, ["always", "from_middle", "from_high"]),
        # A rule that looks at what comes later tells nothing before it.
        ({"risk": "none", "later": "yes"}, ["always", "from_high", "when_banned"]),
        # Controls change nothing of it.
        ({"risk": "some", "always": "yes", "from_middle": "yes"}, ["always", "from_middle"]),
    ],
)
def test_a_question_is_asked_from_a_level_on(given, expected):
    assert [name for name in asked(BY_LEVEL, **given) if BY_LEVEL.by_id[name].score == "control"] == expected


def test_a_section_is_asked_from_a_level_on():
    sections = [
        {"id": "facts", "questions": [inherent()]},
        {"id": "guards", "questions": [control()], "show_if": {"level_at_least": "middle"}},
    ]
    questionnaire = tiny(sections=sections)
    assert asked(questionnaire, risk="none") == ["risk"]
    assert asked(questionnaire, risk="some") == ["risk", "guard"]


def test_the_level_is_read_off_inherent_risk():
    mitigation = {"mitigation": {"method": "linear", "from_percent": 0, "reduces_percent": 100}}
    given = {"risk": "all", "guard": "yes"}
    by_residual = assess(tiny(inherent(), control(), scoring=mitigation), given)
    by_inherent = assess(tiny(inherent(), control(), scoring={**mitigation, "level_from": "inherent"}), given)
    assert (by_residual.level.id, by_inherent.level.id) == ("low", "high")
    assert by_residual.residual == by_inherent.residual
    assert by_inherent.best_level_by_controls.id == "high"
    assert [reason.level.id for reason in by_inherent.reasons] == ["high"]
    # Only what is open of inherent risk is open of the level.
    open_control = assess(
        tiny(inherent(), control(), scoring={**mitigation, "level_from": "inherent"}), {"risk": "all"}
    )
    assert open_control.status == "incomplete"
    assert open_control.level_settled
    assert not assess(tiny(inherent(), control(), scoring=mitigation), {"risk": "all"}).level_settled


WITH_PROOF = [
    {"id": "no", "label": "No"},
    {"id": "half", "label": "Half", "points": 2},
    {"id": "told", "label": "Told", "points": 3, "without_evidence": "half"},
    {"id": "yes", "label": "Yes", "points": 4, "without_evidence": "told"},
]


def test_an_option_without_evidence_counts_as_another():
    finding = {"on": ["half"], "severity": "critical", "actor": "a"}
    guard = {
        "id": "guard",
        "score": "control",
        "options": WITH_PROOF,
        "weight": 2,
        "actors": ["a"],
        "findings": [finding],
    }
    questionnaire = tiny(guard, {"id": "after", "show_if": {"question": "guard", "is": "yes"}})
    bare = assess(questionnaire, {"guard": "yes", "after": "x"})
    assert (bare.controls.points, bare.controls.maximum) == (4, 8)
    assert bare.unevidenced == ("guard",)
    assert bare.findings == ()  # findings and conditions see the option that was chosen
    assert (bare.status, "after" in bare.marks) == ("complete", True)
    proven = assess(questionnaire, {"guard": {"value": "yes", "evidence": [{"reference": "Minutes"}]}, "after": "x"})
    assert (proven.controls.points, proven.unevidenced) == (8, ())
    assert assess(questionnaire, {"guard": "half"}).unevidenced == ()


def test_several_options_without_evidence():
    guard = {"id": "guard", "type": "choices", "score": "control", "options": WITH_PROOF}
    questionnaire = tiny(guard)
    assert assess(questionnaire, {"guard": ["told", "no"]}).controls.points == 2
    assert assess(questionnaire, {"guard": {"value": ["told"], "evidence": [{"reference": "x"}]}}).controls.points == 3


def test_options_that_count_as_others_never_exceed_the_maximum():
    options = [
        {"id": "some", "label": "Some", "points": 1},
        {"id": "none", "label": "None", "without_evidence": "some"},
    ]
    question = {"id": "harm", "type": "choices", "score": "inherent", "options": options, "weight": 3}
    found = assess(tiny(question), {"harm": ["some", "none"]})
    assert (found.inherent.points, found.inherent.maximum) == (3, 3)


def test_what_was_taken_over_counts_and_is_not_complete():
    questionnaire = tiny(inherent(), control())
    given = {"risk": {"value": "none", "confirmed": False}, "guard": {"status": "unsure", "confirmed": False}}
    found = assess(questionnaire, given)
    assert found.inherent.points == 0
    assert (found.unconfirmed, found.missing, found.status, found.verdict) == (
        ("risk",),
        ("guard",),
        "incomplete",
        "hold",
    )
    looked_at = assess(questionnaire, {"risk": {"value": "none", "confirmed": True}, "guard": "yes"})
    assert (looked_at.unconfirmed, looked_at.status) == ((), "complete")
    only = assess(questionnaire, {"risk": {"value": "none", "confirmed": False}, "guard": "yes"})
    assert (only.status, only.missing, only.level_settled) == ("incomplete", (), True)


def test_contradictions_change_nothing():
    both = {"all": [{"question": "risk", "is": "none"}, {"question": "guard", "is": "no"}]}
    checks = [{"id": "odd", "when": both, "text": "Odd."}]
    with_checks, without = tiny(inherent(), control(), checks=checks), tiny(inherent(), control())
    found, plain = (assess(item, {"risk": "none", "guard": "no"}) for item in (with_checks, without))
    assert [check.id for check in found.contradictions] == ["odd"]
    assert (found.level.id, found.verdict, found.status) == (plain.level.id, plain.verdict, plain.status)
    assert assess(with_checks, {"risk": "none", "guard": "yes"}).contradictions == ()


# Properties, of a questionnaire with all of it at once


def with_everything(maximum, level_from):
    return tiny(
        PHASE,
        {"id": "known", "options": {"no": 0, "yes": 0}, "phases": ["pilot", "live"]},
        inherent("risk", {"none": 0, "some": 3, "all": 4}, phases=["idea", "live"]),
        inherent("risk_2", weight=2, show_if={"question": "known", "is": "yes"}),
        {"id": "guard_1", "score": "control", "options": WITH_PROOF, "show_if": {"level_at_least": "middle"}},
        {
            "id": "guard_2",
            "score": "control",
            "options": WITH_PROOF,
            "show_if": {"not": {"level_at_least": "high"}},
            "phases": ["live"],
        },
        {"id": "later", "options": {"no": 0, "yes": 0}, "show_if": {"question": "guard_1", "is": "yes"}},
        control(
            "guard_3",
            show_if={"any": [{"level_at_least": "banned"}, {"question": "later", "is": "yes"}]},
            not_applicable=True,
        ),
        rules=RULES,
        phase_question="phase",
        checks=[{"id": "odd", "when": {"not": {"question": "later", "is": "no"}}, "text": "Odd."}],
        scoring={
            "inherent": {"maximum": maximum},
            "mitigation": {
                "method": "linear",
                "from_percent": 20,
                "reduces_percent": 90,
                "blocked_when": ["incomplete"],
            },
            "level_from": level_from,
        },
        **PHASES,
    )


VARIANTS = [with_everything(top, share) for top in ("all", "applicable", 11) for share in ("residual", "inherent")]


@examples(200)
@given(st.sampled_from(VARIANTS), st.integers(0, 2**32))
def test_no_completion_falls_outside_of_the_range(questionnaire, seed):
    random = Random(seed)
    whole = random_answers(questionnaire, random)
    open_ = {name: item for name, item in whole.items() if random.random() < 0.6}
    found = score(questionnaire, answer_set(questionnaire, open_))
    low, high = (questionnaire.rank[level.id] for level in found.level_range)
    assert low <= questionnaire.rank[found.level.id] <= high
    settled = {name: item for name, item in open_.items() if name in found.marks and found.marks[name].settled}
    for _ in range(4):
        completed = score(questionnaire, answer_set(questionnaire, random_answers(questionnaire, random) | settled))
        assert low <= questionnaire.rank[completed.level.id] <= high
    if found.level_settled:
        assert low == high


@examples(100)
@given(st.sampled_from([item for item in VARIANTS if item.scoring.level_from == "inherent"]), st.integers(0, 2**32))
def test_controls_never_change_a_level_read_off_inherent_risk(questionnaire, seed):
    """Nor do they change which questions are asked by level."""
    random = Random(seed)
    facts = {"phase", "known", "risk", "risk_2"}
    one, two = (random_answers(questionnaire, random) for _ in range(2))
    for name in facts:
        two.pop(name, None)
    two |= {name: one[name] for name in facts & set(one)}
    for given_ in (one, two):
        given_.pop("later", None)
    first, second = (score(questionnaire, answer_set(questionnaire, given_)) for given_ in (one, two))
    assert first.level.id == second.level.id
    for name in ("guard_1", "guard_2"):
        assert (name in first.marks) == (name in second.marks)
