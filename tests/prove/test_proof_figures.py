"""How many questions are asked, what one answer weighs, and maxima that are not the most."""

import pytest

from support.proofs import found, proved
from support.tiny import control, inherent


def noted(proof, code):
    (problem,) = [problem for problem in proof.problems if problem.code == code]
    return problem


def test_questions_asked_by_level_and_phase():
    phases = [{"id": "idea", "title": "Idea"}, {"id": "live", "title": "Live"}, {"id": "worn", "title": "Worn out"}]
    proof = proved(
        {"id": "phase", "options": {"idea": 0, "live": 0, "worn": 0}},
        inherent(),
        control(phases=["live", "worn"]),
        control("fence", show_if={"level_at_least": "high"}),
        control("wall", show_if={"question": "risk", "is": "none"}),
        phase_question="phase",
        dimensions={"phases": phases},
        scoring={"level_from": "inherent"},
    )
    said = {p.path: p.message("en") for p in proof.problems if p.code == "prove_asked"}
    assert said == {
        "levels[0]": "Questions asked at the level “low”: idea 3 to 3, live 4 to 4, worn 4 to 4.",
        "levels[1]": "Questions asked at the level “middle”: idea 2 to 2, live 3 to 3, worn 3 to 3.",
        "levels[2]": "Questions asked at the level “high”: idea 3 to 3, live 4 to 4, worn 4 to 4.",
    }


def test_a_phase_that_needs_evidence_is_told_once():
    options = [{"id": "idea", "label": "Idea", "points": 0}, {"id": "live", "label": "Live", "points": 2}]
    options[1]["without_evidence"] = "idea"
    proof = proved(
        {"id": "phase", "type": "choice", "score": "inherent", "options": options},
        control(show_if={"level_at_least": "high"}),
        phase_question="phase",
        dimensions={"phases": [{"id": name, "title": name.title()} for name in ("idea", "live")]},
        scoring={"mitigation": {"method": "step", "at_percent": 80, "reduces_percent": 50}},
    )
    assert noted(proof, "prove_asked_all").message("en") == "Questions asked: idea 1 to 1, live 1 to 2."


def test_questions_asked_where_controls_lower_the_level():
    credit = {"method": "step", "at_percent": 80, "reduces_percent": 50}
    proof = proved(inherent(), control(show_if={"question": "risk", "is": "all"}), scoring={"mitigation": credit})
    assert noted(proof, "prove_asked_all").message("en") == "Questions asked: 1 to 2."


def test_the_largest_share_of_one_answer():
    proof = proved(
        inherent(),
        inherent("harm", weight=2),
        control(weight=3, not_applicable=True),
        control("fence", weight=2),
        control("wall", show_if={"question": "risk", "is": "all"}),
    )
    assert noted(proof, "prove_heaviest_inherent").values == {"id": "harm", "percent": 66.7}
    assert noted(proof, "prove_heaviest_control").values == {"id": "fence", "percent": 100}


@pytest.mark.parametrize(("stated", "code"), [(11, "prove_maximum_above"), (8, None), (7, "prove_maximum_below")])
def test_a_stated_maximum(stated, code):
    red = {"question": "pick", "is": "red"}
    proof = proved(
        {"id": "pick", "options": {"red": 0, "blue": 0}},
        inherent(),
        inherent("here", show_if=red),
        inherent("there", show_if={"not": red}),
        scoring={"inherent": {"maximum": stated}},
        levels=[{"id": "low", "up_to_percent": 50}, {"id": "high"}],
    )
    assert found(proof, "warning") == ({(code, "scoring.inherent.maximum")} if code else set())
