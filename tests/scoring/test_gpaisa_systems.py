"""gpaisa 2: what comes out for the systems that docs/scoring.md works by hand, and what nothing may change about them."""

import json
from pathlib import Path

import pytest

from aiassess import load_questionnaire, score
from aiassess.answers.check import check_answers
from support.each import each

GPAISA = load_questionnaire("gpaisa")
EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST_PART = {"profile", "prohibited", "high_risk", "impact", "data"}
SECTION = {question.id: section.id for section in GPAISA.sections for question in section.questions}

# name: level, inherent points, questions asked, status, verdict, rules that hold
SYSTEMS = {
    "spam-filter": ("minimal", 6, 40, "complete", "ready", []),
    "meeting-notes": ("minimal", 13, 41, "complete", "ready", []),
    "service-chatbot": ("limited", 27, 78, "complete", "ready", ["public_facing", "generative_internal"]),
    "service-chatbot-strong": ("limited", 27, 78, "complete", "ready", ["public_facing", "generative_internal"]),
    "ai-at-work": ("limited", 21, 75, "complete", "ready", ["generative_internal"]),
    "welfare-eligibility": (
        *("high", 61, 127, "complete", "conditional"),
        ["severe_livelihood", "serious_harm", "serious_in_domain", "welfare_domain", "domain_floor", "harm_floor"],
    ),
    "welfare-eligibility-2025": (
        *("high", 60, 90, "complete", "hold"),
        [
            *("severe_livelihood", "serious_harm", "serious_in_domain", "welfare_domain", "secrets_exposed"),
            *("domain_floor", "harm_floor"),
        ],
    ),
    "area-crime-forecast": (
        *("high", 36, 104, "incomplete", "hold"),
        ["serious_in_domain", "domain_floor", "harm_floor"],
    ),
    "decides-alone": ("high", 66, 112, "incomplete", "hold", ["serious_harm", "several_serious", "harm_floor"]),
    "welfare-fraud-claim": (
        *("high", 42, 123, "incomplete", "hold"),
        ["welfare_domain", "domain_floor", "harm_floor", "exemption_unconfirmed"],
    ),
    "secret-transcription": ("high", 19, 115, "incomplete", "hold", ["secrets_exposed", "higher_secrets"]),
    "citizen-score": (
        *("prohibited", 54, 125, "complete", "stop"),
        [
            *("social_scoring", "serious_harm", "several_serious", "serious_in_domain", "welfare_domain"),
            *("essential_services", "public_facing", "domain_floor", "harm_floor"),
        ],
    ),
    "empty": ("high", 96, 110, "incomplete", "hold", ["secrets_exposed", "harm_floor"]),
}
BUDGETS = {"spam-filter": 45, "service-chatbot": 80, "service-chatbot-strong": 80, "ai-at-work": 80}


def given(name, **changes):
    document = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    document["answers"].update(changes)
    return document


def assess(document):
    return score(GPAISA, check_answers(document, GPAISA, "answers.json"))


def with_controls(name, *, best):
    """Return the assessment of an example whose controls are all at their best, with evidence, or all at their worst."""
    document = given(name)
    for question in GPAISA.questions:
        if question.score != "control":
            continue
        if question.type == "number":
            value = 100 if best else 0
        elif question.type == "choices":
            value = [option.id for option in question.options if option.exclusive != best]
        else:
            value = (max if best else min)(question.options, key=lambda option: option.points).id
        evidence = [{"reference": "File", "date": "2026-11-01"}] if best else []
        document["answers"][question.id] = {"value": value, "evidence": evidence}
    return assess(document)


def rules_of(assessment):
    return [reason.rule.id for reason in assessment.reasons if reason.rule]


@each("name", SYSTEMS)
def test_each_system_comes_out_as_worked(name):
    found = assess(given(name))
    figures = (found.level.id, found.inherent.points, len(found.marks), found.status, found.verdict, rules_of(found))
    assert figures == SYSTEMS[name]
    assert found.inherent.maximum == 100
    assert len(found.marks) <= BUDGETS.get(name, len(found.marks))
    assert found.level_settled == (name != "empty")
    assert not found.contradictions


def test_every_example_is_here():
    assert {file.stem for file in EXAMPLES.glob("*.json")} == set(SYSTEMS)


def test_an_empty_file_may_still_end_anywhere():
    assert [level.id for level in assess(given("empty")).level_range] == ["minimal", "prohibited"]


# What cannot change the level


@each("name", [name for name, (level, *_) in SYSTEMS.items() if level != "minimal"])
def test_no_controls_change_the_level(name):
    for best in (True, False):
        found = with_controls(name, best=best)
        assert found.level.id == SYSTEMS[name][0]
        assert found.inherent.points == SYSTEMS[name][1]


@each("reversibility", [option.id for option in GPAISA.by_id["reversibility"].options])
def test_a_spam_filter_is_minimal_whatever_cannot_be_undone_and_whatever_the_register_says(reversibility):
    risks = [{"title": "Mail is lost", "likelihood": 5, "consequence": 5}]
    for rights in ("none", "slight"):
        changed = given(
            "spam-filter", rights=rights, reversibility=reversibility, vulnerable_exposure="main", risks=risks
        )
        assert assess(changed).level.id == "minimal"


def test_notes_of_meetings_that_cannot_be_called_back_are_not_high():
    for rights in ("none", "slight", "moderate"):
        changed = given("meeting-notes", rights=rights, reversibility="never")
        assert assess(changed).level.id in {"minimal", "limited"}


def test_secrets_abroad_unknown_or_reusable_are_high_and_critical():
    safe = {"hosting": "on_premises", "provider_reuse": "barred"}
    kept_in = assess(given("secret-transcription", **safe))
    assert (kept_in.level.id, rules_of(kept_in)) == ("limited", ["higher_secrets"])
    for leak in (
        {"hosting": "abroad"},
        {"hosting": "unknown"},
        {"provider_reuse": "unclear"},
        {"provider_reuse": "trains"},
    ):
        for classification in ("restricted", "confidential_up"):
            found = assess(given("secret-transcription", **{**safe, **leak, "classification": classification}))
            assert (found.level.id, found.verdict) == ("high", "hold")
            assert "secrets_exposed" in {
                raised.finding.id for raised in found.findings if raised.finding.severity == "critical"
            }


def test_data_that_nobody_has_classified_may_be_secret():
    leak = {"hosting": "abroad", "provider_reuse": "barred"}
    for classification in (None, {"status": "unsure"}):
        found = assess(given("secret-transcription", **leak, classification=classification))
        assert "secrets_exposed" in rules_of(found)
    assert rules_of(assess(given("secret-transcription", **leak, classification="official"))) == []


# Kinds of use


def test_an_assistant_of_a_ministry_is_limited_whatever_internal_information_goes_in():
    mild = {"rights": "none", "safety": "none", "livelihood": "none", "outcome_role": "none", "people_per_year": 90}
    for data in ("official", "personal", None, {"status": "unsure"}):
        assert assess(given("ai-at-work", **mild, genai_data=data)).level.id == "limited"
    assert assess(given("ai-at-work", **mild, genai_data="open")).level.id == "minimal"


@each("domain", ["law_enforcement", "border", "courts"])
def test_a_system_that_only_informs_is_high_where_its_subject_can_be_harmed_seriously(domain):
    for role in ("none", "informs"):
        for harm in ("serious", "severe"):
            changed = given("area-crime-forecast", justice_domains=[domain], outcome_role=role, rights=harm)
            assert assess(changed).level.id == "high"


def test_slight_harm_in_a_domain_is_not_high_even_if_the_system_recommends():
    for domains in (
        {"justice_domains": ["law_enforcement"]},
        {"people_domains": ["welfare"]},
        {"critical_domains": ["tax"]},
    ):
        changed = given("meeting-notes", outcome_role="recommends", exemption_claim="not_claimed", **domains)
        assert assess(changed).level.id == "limited"


@each("use", ["biometric_identify", "emotion", "opinion_monitoring"])
def test_some_uses_are_high_wherever_they_are_found(use):
    assert assess(given("meeting-notes", special_uses=[use])).level.id == "high"


def test_serious_harm_from_what_recommends_or_decides_is_high():
    for harm in ("rights", "safety", "livelihood"):
        for role in ("recommends", "decides_reviewed", "decides_alone"):
            assert assess(given("meeting-notes", outcome_role=role, **{harm: "serious"})).level.id == "high"
        assert assess(given("meeting-notes", **{harm: "serious"})).level.id == "limited"


@each(
    "use",
    ["social_scoring", "manipulation", "exploitation", "crime_prediction", "biometric_inference", "face_surveillance"],
)
def test_prohibited_uses_stop_and_so_does_not_knowing(use):
    assert assess(given("spam-filter", **{use: "yes"})).level.id == "prohibited"
    unsure = assess(given("spam-filter", **{use: {"status": "unsure"}}))
    assert (unsure.status, unsure.verdict) == ("undetermined", "stop")


# The exemption

WHO = {"exemption_reviewer": "Aminah, reviewer", "exemption_date": "2026-11-02"}


@pytest.mark.parametrize(
    ("answers", "counts"),
    [
        ({"exemption_claim": "not_claimed"}, False),
        ({"exemption_claim": "claimed", **WHO}, False),
        ({"exemption_claim": "confirmed"}, False),
        ({"exemption_claim": "confirmed", "exemption_reviewer": "Aminah, reviewer"}, False),
        ({"exemption_claim": "confirmed", "exemption_date": "2026-11-02"}, False),
        ({"exemption_claim": "confirmed", **WHO}, True),
    ],
)
def test_an_exemption_counts_once_a_reviewer_has_confirmed_it_with_a_name_and_a_date(answers, counts):
    rules = rules_of(assess(given("welfare-fraud-claim", **answers)))
    assert ("welfare_domain" in rules) != counts
    assert ("exemption_unconfirmed" in rules) == (answers["exemption_claim"] != "not_claimed" and not counts)
    serious = given("welfare-fraud-claim", livelihood="serious", **answers)
    assert assess(serious).level.id == "high", "serious harm is never exempt"


# The first part, and what is asked after it


def test_the_first_part_has_32_questions_and_all_that_the_level_depends_on():
    first = [question for question in GPAISA.questions if SECTION[question.id] in FIRST_PART]
    assert GPAISA.questions[: len(first)] == tuple(first)
    assert len(first) == 32
    assert all(SECTION[question.id] in FIRST_PART for question in GPAISA.questions if question.score == "inherent")


@each("name", sorted(set(SYSTEMS) - {"empty"}))
def test_the_first_part_alone_settles_the_level(name):
    document = given(name)
    document["answers"] = {key: value for key, value in document["answers"].items() if SECTION[key] in FIRST_PART}
    found = assess(document)
    assert found.level_settled
    assert found.level.id == SYSTEMS[name][0]


@each("name", ["service-chatbot", "ai-at-work"])
def test_the_idea_of_a_limited_system_takes_50_questions_at_most(name):
    assert len(assess(given(name, phase="idea")).marks) <= 50
