"""docs/scoring.md: findings and the order of the action plan."""

import pytest

from support.tiny import SET_ASIDE, UNSURE, assess, control, inherent, tiny

FIRST = {"id": "first", "options": {"no": 0, "yes": 0}}


def raised(questionnaire, given):
    return [f"{item.question.id}.{item.finding.id}" for item in assess(questionnaire, given).findings]


ON = tiny(
    FIRST,
    inherent("risk", not_applicable=True, findings=[{"on": ["some", "all"], "severity": "major"}]),
    {
        "id": "many",
        "type": "choices",
        "options": {"x": 0, "y": 0},
        "findings": [{"id": "odd", "on": ["y"], "severity": "minor"}],
        "show_if": {"question": "first", "is": "yes"},
    },
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        ({"risk": "none"}, []),
        ({"risk": "some"}, ["risk.finding_1"]),
        ({"risk": UNSURE}, []),
        ({"risk": SET_ASIDE}, []),
        ({"first": "yes", "many": ["x"]}, []),
        ({"first": "yes", "many": ["x", "y"]}, ["many.odd"]),
        ({"first": "no", "many": ["y"]}, []),  # does not apply
    ],
)
def test_on_options(given, expected):
    assert raised(ON, given) == expected


WHEN = tiny(
    FIRST,
    {
        "id": "note",
        "findings": [{"severity": "major", "when": {"not": {"question": "last", "is": "yes"}}}],
    },
    {"id": "last", "options": {"no": 0, "yes": 0}},
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),  # the condition holds, but the question that raises it is blank
        ({"note": UNSURE}, []),
        ({"note": "said"}, ["note.finding_1"]),  # a finding may look at later questions
        ({"note": "said", "last": "no"}, ["note.finding_1"]),
        ({"note": "said", "last": "yes"}, []),
    ],
)
def test_when_a_condition_holds(given, expected):
    assert raised(WHEN, given) == expected


PLAN = tiny(
    inherent("a", findings=[{"on": ["all"], "severity": "minor"}]),
    inherent("b", findings=[{"on": ["some", "all"], "severity": "major"}], weight=2),
    inherent("c", findings=[{"on": ["some", "all"], "severity": "major"}, {"on": ["all"], "severity": "minor"}]),
    inherent("d", findings=[{"on": ["some", "all"], "severity": "major"}], options={"some": 1, "all": 9}),
    {**FIRST, "findings": [{"on": ["yes"], "severity": "critical"}, {"on": ["yes"], "severity": "major"}]},
    inherent("e", findings=[{"on": ["all"], "severity": "major"}]),
)


def test_severity_then_points_won_then_document_order():
    given = {"a": "all", "b": "some", "c": "all", "d": "all", "first": "yes", "e": "all"}
    plan = [(item.question.id, item.finding.id, item.wins) for item in assess(PLAN, given).findings]
    assert plan == [
        ("first", "finding_1", 0),
        ("d", "finding_1", 8),  # to its lowest option, not to none
        ("b", "finding_1", 4),
        ("c", "finding_1", 4),
        ("e", "finding_1", 4),
        ("first", "finding_2", 0),
        ("a", "finding_1", 4),
        ("c", "finding_2", 4),
    ]


def wins(mitigation, given):
    q = tiny(
        inherent("risk", options={"none": 0, "all": 100}),
        control("a", options={"no": 0, "yes": 1}, principles=["p"], findings=[{"on": ["no"], "severity": "major"}]),
        control("b", options={"no": 0, "yes": 3}, principles=["q"], findings=[{"on": ["no"], "severity": "critical"}]),
        scoring={"mitigation": mitigation},
    )
    return {item.question.id: item.wins for item in assess(q, given).findings}


LINEAR = {"method": "linear", "from_percent": 0, "reduces_percent": 40}


def test_what_a_control_wins_is_the_credit_that_it_adds():
    assert wins(LINEAR, {"risk": "all", "a": "no", "b": "no"}) == {"b": 30, "a": 10}


def test_closing_what_blocks_the_credit_wins_all_of_it():
    mitigation = LINEAR | {"blocked_when": ["critical_finding"]}
    assert wins(mitigation, {"risk": "all", "a": "yes", "b": "no"}) == {"b": 40}
    assert wins(mitigation, {"risk": "all", "a": "no", "b": "no"}) == {"b": 30, "a": 0}  # b still blocks
    mitigation = LINEAR | {"blocked_when": [{"principle_below_percent": 50}]}
    assert wins(mitigation, {"risk": "all", "a": "no", "b": "yes"}) == {"a": 40}


def test_the_actor_of_a_finding_is_its_own_or_the_questions_first():
    q = tiny(
        inherent(
            "risk",
            actors=["owner", "maker"],
            findings=[{"on": ["all"], "severity": "major"}, {"on": ["all"], "severity": "major", "actor": "maker"}],
        ),
        inherent("other", findings=[{"on": ["all"], "severity": "major"}]),
    )
    found = assess(q, {"risk": "all", "other": "all"}).findings
    assert [item.finding.actor for item in found] == ["owner", "maker", None]
