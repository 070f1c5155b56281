"""gpaisa 2: what its content owes to whoever is assessed by it, held question by question."""

import json
import re
from collections import Counter
from pathlib import Path

from aiassess import load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.model.conditions import questions_in
from aiassess.text import say
from support.each import each

GPAISA = load_questionnaire("gpaisa")
QUESTIONS = {question.id: question for question in GPAISA.questions}
EXAMPLES = Path(__file__).parents[2] / "examples"
SECTION = {question.id: section.id for section in GPAISA.sections for question in section.questions}
CONTROL_SECTIONS = {"data_controls", "ethics", "roles", "risk", "readiness", "generative"}

# A live system of each level, all of whose controls are asked.
LIVE = {"minimal": "spam-filter", "limited": "service-chatbot", "high": "welfare-eligibility"}

ASKED_BY = {
    "Record the system in the agency's AI inventory.": ["inventory_entry"],
    "Keep the security baseline.": ["access_control", "encryption"],
    "Reassess when purpose, model, data class, provider, scale, law or guideline edition changes, and after an "
    "incident or a serious complaint.": ["next_review"],
    "Tell users that they are dealing with AI.": ["ai_user_notice"],
    "Name the system's owner.": ["accountable_officer"],
    "Provide a person to turn to instead.": ["human_fallback"],
    "Run basic tests and keep the results.": ["accuracy_target"],
    "Keep logs.": ["access_log", "decision_log"],
    "Train the officers who use the system.": ["users_trained"],
    "Obtain an independent review.": ["independent_review"],
    "Complete a data protection impact assessment (DPIA), and renew it at least every two years.": ["dpia"],
    "See that a human makes the final decision.": ["human_final_decision"],
    "Give reasons for decisions, and a way to appeal.": ["plain_reasons", "appeal"],
    "Test for bias and for security.": ["group_error_tests", "adversarial_testing"],
    "Run a pilot before going live.": ["pilot_run"],
    "Maintain the risk register.": ["risks", "register_maintained"],
    "Hold an incident drill.": ["incident_drill"],
    "Put audit, incident and exit clauses into vendor contracts.": ["contract_clauses"],
    "Publish a summary for the public.": ["public_summary"],
    "Reassess at each phase.": ["review_schedule"],
}

# What JDN's page says something about: levels and their examples, the steps from idea to go-live, and the five needs.
ON_THE_PAGE = {
    *("audience", "social_scoring", "justice_domains", "people_domains"),
    *("phase", "lifecycle_evidence"),
    *("leadership_approval", "data_quality_measured", "data_readiness", "infrastructure"),
    *("skilled_team", "users_trained", "leaders_trained", "staff_involved"),
}


def assess(name, **changes):
    document = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    document["answers"].update(changes)
    return score(GPAISA, check_answers(document, GPAISA, "answers.json"))


@each("level", LIVE)
def test_every_obligation_of_a_level_is_asked_about_at_that_level(level):
    asked = set(assess(LIVE[level]).marks)
    (obliged,) = [each_level.obligations for each_level in GPAISA.levels if each_level.id == level]
    for obligation in obliged:
        assert set(ASKED_BY[obligation["en"]]) <= asked, obligation["en"]


def test_no_obligation_is_listed_that_no_level_has():
    stated = {text["en"] for level in GPAISA.levels if not level.stop for text in level.obligations}
    assert stated == set(ASKED_BY)


# What a finding needs to be so that it can go: the control that answers it is asked wherever the finding can stand.
FINDINGS = {
    "official_secrets": ("spam-filter", {"classification": "restricted"}, ["classification_confirmed"]),
    "million_people": ("service-chatbot", {"people_per_year": 2_000_000}, ["lifecycle_evidence"]),
    "mainly_vulnerable": ("service-chatbot", {"rights": "slight", "vulnerable_exposure": "main"}, ["consultation"]),
    "special_use_found": ("spam-filter", {"special_uses": ["elections"]}, ["legal_opinion"]),
    "law_to_be_checked": ("spam-filter", {"agency_type": "local", "data_source": "partly"}, ["data_source"]),
    "posts_cut": ("service-chatbot", {"staff_impact": "posts_cut"}, ["staff_involved"]),
    "self_changing_live": ("service-chatbot", {"techniques": ["generative", "agentic"]}, ["agent_permissions"]),
    "jpdp_threshold": ("service-chatbot", {"data_subject_count": "over_20k"}, ["dpia"]),
}


@each("finding", FINDINGS)
def test_a_finding_of_facts_goes_once_the_control_that_answers_it_is_in_place(finding):
    name, facts, answered_by = FINDINGS[finding]
    if finding == "jpdp_threshold":
        facts = {**facts, "personal_data": "ordinary"}
    open_now = {"pilot_run": "none", "lifecycle_evidence": ["idea"]} | dict.fromkeys(
        set(answered_by) - {"lifecycle_evidence"}, "none"
    )
    raised = assess(name, **{**facts, **open_now})
    assert finding in {each_one.finding.id for each_one in raised.findings}
    assert set(answered_by) <= set(raised.marks)
    evidence = [{"reference": "File", "date": "2026-11-01"}]
    done = {
        control: {"value": ["idea", "pilot"] if control == "lifecycle_evidence" else "in_place", "evidence": evidence}
        for control in answered_by
    }
    assert finding not in {each_one.finding.id for each_one in assess(name, **{**facts, **done}).findings}


def test_every_finding_of_facts_that_waits_for_a_control_is_tried_above():
    # public_facing waits for a notice that is asked from the pilot on; before that it says what will have to be done.
    waiting = {
        finding.id
        for question in GPAISA.questions
        if SECTION[question.id] not in CONTROL_SECTIONS
        for finding in question.findings
        if finding.when and {SECTION[key] for key in questions_in(finding.when)} & CONTROL_SECTIONS
    }
    assert waiting == {*FINDINGS, "public_facing"}


def test_every_action_is_owned_by_somebody_in_the_agency():
    owners = {finding.actor for question in GPAISA.questions for finding in question.findings}
    assert "vendor" not in owners
    assert None not in owners


def test_an_idea_can_have_no_critical_finding_but_of_what_it_is_planned_to_be():
    can_have = {
        finding.id
        for question in GPAISA.questions
        if not question.phases or "idea" in question.phases
        for finding in question.findings
        if finding.severity == "critical" and SECTION[question.id] not in {"prohibited"}
    }
    # no_legal_basis asks for a phase other than idea.
    planned = {
        "secrets_exposed",
        "secrets_outside_tenant",
        "exempt_while_deciding",
        "risk_15_or_more",
        "no_legal_basis",
    }
    assert can_have == planned
    idea = assess("spam-filter", phase="idea", mandate="none", stop_authority="none", access_control="none")
    assert not [each_one for each_one in idea.findings if each_one.finding.severity == "critical"]


def test_the_page_of_jdn_is_cited_only_for_what_it_says():
    assert {question.id for question in GPAISA.questions if "jdn-page" in question.source} == ON_THE_PAGE


def test_no_principle_of_a_high_system_rests_on_fewer_than_five_questions():
    for name in ("welfare-eligibility", "decides-alone", "area-crime-forecast"):
        asked = [QUESTIONS[key] for key in assess(name).marks if QUESTIONS[key].score == "control"]
        for principle in ("fairness", "transparency", "inclusivity"):
            assert sum(principle in question.principles for question in asked) >= 5, (name, principle)


def test_a_help_is_no_longer_than_80_words():
    for question in GPAISA.questions:
        if question.type != "risks" and question.help:
            for lang, text in question.help.items():
                assert len(text.split()) <= 80, (question.id, lang)


def test_every_question_says_why_it_is_asked_and_no_two_alike():
    for lang in GPAISA.languages:
        lines = [question.why[lang] for question in GPAISA.questions if question.why]
        assert len({*lines}) == len(lines) == len(GPAISA.questions)
        assert [line for line in lines if len(say(lang, "interview.why", text=line)) > 80] == []
    assert 1 <= len(GPAISA.preparation) <= 6


def test_why_speaks_of_the_level_only_at_questions_that_it_looks_at():
    looked_at = {name for rule in GPAISA.rules for name in questions_in(rule.when)}
    looked_at |= {question.id for question in GPAISA.questions if question.score == "inherent"}
    for question in GPAISA.questions:
        line = question.why["en"]
        if question.id != "risks" and re.search(
            r"\blevel\b|\badds? points\b|[Ll]imited risk|high risk|stops the use", line
        ):
            assert question.id in looked_at, (question.id, line)
    assert GPAISA.by_id["risks"].why["en"].endswith("the level does not change.")


def test_why_says_of_every_prohibited_use_that_yes_stops_it():
    stops = {name for rule in GPAISA.rules if GPAISA.level_of(rule).stop for name in questions_in(rule.when)}
    assert stops == {question.id for question in GPAISA.questions if "stops the use" in question.why["en"]}
    assert stops == {question.id for question in GPAISA.questions if "menghentikan penggunaan" in question.why["ms"]}


# The traps that edition 1 fell into


def test_a_generative_system_that_learns_by_itself_is_asked_about_generative_ai():
    found = assess(
        "service-chatbot", techniques=["generative", "self_learning"], genai_access="personal", genai_data="restricted"
    )
    assert found.level.id == "high"
    assert found.verdict == "hold"
    assert "secrets_outside_tenant" in {each_one.finding.id for each_one in found.findings}


def test_a_system_built_in_house_on_a_subscribed_model_is_asked_about_the_contract():
    found = assess("welfare-eligibility", acquisition_sources=["in_house", "subscribed_model"], provider_reuse="trains")
    assert {"contract_clauses", "subprocessors", "exit_plan"} <= set(found.marks)


def test_data_of_people_is_never_data_of_nobody():
    assert not [option.id for option in QUESTIONS["data_subject_count"].options if option.id == "none"]
    for personal, asked in (("ordinary", True), ("none", False)):
        assert ("data_subject_count" in assess("welfare-eligibility", personal_data=personal).marks) is asked


def test_secrets_of_a_higher_class_are_not_minimal_even_on_the_agency_s_own_premises():
    kept_in = {"hosting": "on_premises", "provider_reuse": "no_provider"}
    assert assess("meeting-notes", classification="confidential_up", **kept_in).level.id == "limited"


def test_every_prohibited_use_is_mapped_to_its_point_of_the_european_law():
    points = {
        "manipulation": "a",
        "exploitation": "b",
        "social_scoring": "c",
        "crime_prediction": "d",
        "face_surveillance": "eh",
        "biometric_inference": "fg",
    }
    asked = {name: QUESTIONS[name].maps_to["eu_ai_act"] for name in QUESTIONS if SECTION[name] == "prohibited"}
    assert asked == {name: tuple(f"Art. 5(1)({letter})" for letter in letters) for name, letters in points.items()}


def test_the_references_of_frameworks_are_all_that_these_have():
    """As their contents number them: categories of NIST with their subcategories, objectives of ISO with their controls."""
    listed = {framework.id: framework.references for framework in GPAISA.frameworks}
    assert [len(listed[name]) for name in ("aige", "asean_guide", "nist_ai_rmf")] == [7, 12, 72]
    functions = Counter(reference.rpartition(".")[0] for reference in listed["nist_ai_rmf"])
    assert functions == {
        **{f"GOVERN {n}": count for n, count in enumerate((7, 3, 2, 3, 2, 2), 1)},
        **{f"MAP {n}": count for n, count in enumerate((6, 3, 5, 2, 2), 1)},
        **{f"MEASURE {n}": count for n, count in enumerate((3, 13, 3, 3), 1)},
        **{f"MANAGE {n}": count for n, count in enumerate((4, 4, 2, 3), 1)},
    }
    controls = Counter(int(at.split(".")[1]) for at in listed["iso_42001"] if at.startswith("A."))
    assert controls == {2: 3, 3: 2, 4: 5, 5: 4, 6: 9, 7: 5, 8: 4, 9: 3, 10: 3}
    assert sum(controls.values()) == 38


def test_a_principle_that_both_lists_have_is_the_same_in_both():
    """The two lists of principles are not one; where they share a name, no question of one goes astray in the other."""
    for question in GPAISA.questions:
        aige = question.maps_to.get("aige", ())
        if "Fairness" in aige:
            assert "fairness" in question.principles, question.id
        if "Inclusiveness" in aige:
            assert "inclusivity" in question.principles, question.id
        if "Transparency" in aige:
            assert "transparency" in question.principles, question.id
