"""What each feature of the format becomes in the model."""

from fractions import Fraction
from pathlib import Path

import pytest

from aiassess import load_questionnaire
from aiassess.canonical import digest_of
from aiassess.figures import exact
from aiassess.model import conditions as c
from aiassess.model.levels import Mitigation, ReadyAt

VALID = Path(__file__).parent.parent / "questionnaires" / "valid"


def load(name):
    return load_questionnaire(str(VALID / f"{name}.yaml"))


def only(name):
    (question,) = load(name).questions
    return question


def test_defaults_of_a_question():
    question = only("choice")
    assert (question.score, question.weight, question.required, question.not_applicable) == (None, 1, True, False)
    assert (question.evidence, question.principles, question.findings, question.show_if) == ("optional", (), (), None)
    assert [(option.points, option.exclusive, option.help) for option in question.options] == [(0, False, None)] * 2


def test_choice_scored():
    question = only("choice_scored")
    assert question.ref == "1a"
    assert [question.points_of(option.id) for option in question.options] == [0, 6, 12]
    assert (question.lowest_points, question.highest_points) == (0, 12)
    assert question.option("some").help == {"en": "Can be put right within a day."}
    assert question.option("other") is None


def test_choices_sum():
    question = only("choices_sum")
    assert question.points_of(("children", "elderly")) == 3
    assert question.points_of(("nobody",)) == 0
    assert question.highest_points == 3


def test_choices_max():
    question = only("choices_max")
    assert question.points_of(("children", "elderly")) == 4
    assert question.points_of(("elderly",)) == 2
    assert question.highest_points == 4


def test_an_exclusive_option_is_no_part_of_the_sum_but_may_exceed_it(make_questionnaire):
    questionnaire = make_questionnaire("""
sections:
  - id: only
    title: Only
    questions:
      - id: known
        type: choices
        text: What is known?
        score: inherent
        options:
          - {id: a, label: A, points: 1}
          - {id: b, label: B, points: 2}
          - {id: unknown, label: Nothing, points: 5, exclusive: true}
""")
    assert questionnaire.by_id["known"].highest_points == 5


def test_number_bands():
    question = only("number_bands")
    assert [question.points_of(n) for n in (0, 99, 99.5, 9999, 9999.5, 9999.6, 10**6)] == [0, 0, 1, 1, 1, 4, 4]
    assert (question.minimum, question.maximum, question.whole, question.unit) == (0, 1000000, True, {"en": "people"})


def test_option_sets():
    questionnaire = load("option_sets")
    assert questionnaire.by_id["first"].options == questionnaire.by_id["second"].options
    assert [option.id for option in questionnaire.by_id["first"].options] == ["no", "yes"]
    assert [option.id for option in questionnaire.by_id["third"].options] == ["title", "text"]


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("on_is", c.AnyOf("colour", frozenset({"red"}))),
        ("on_is_among", c.AnyOf("groups", frozenset({"a"}))),
        ("on_any_of", c.AnyOf("colour", frozenset({"red", "blue"}))),
        ("on_any_among", c.AnyOf("groups", frozenset({"a", "b"}))),
        ("on_all_of", c.AllOf("groups", frozenset({"a", "b"}))),
        ("on_at_least", c.AtLeast("people", 10)),
        ("on_at_most", c.AtMost("people", 0.5)),
        ("on_rating", c.RatingAtLeast("register", 25)),
        ("on_answered", c.Answered("people")),
        ("on_not_applicable", c.NotApplicable("people")),
        (
            "on_nested",
            c.All(
                (
                    c.Not(c.AnyOf("colour", frozenset({"red"}))),
                    c.Any(
                        (
                            c.AnyOf("groups", frozenset({"b"})),
                            c.All((c.AtLeast("people", 1), c.AtMost("people", 9))),
                        )
                    ),
                )
            ),
        ),
    ],
)
def test_conditions(name, condition):
    question = load("conditions").by_id[name]
    assert question.show_if == condition
    assert set(c.questions_in(question.show_if)) <= {"colour", "groups", "people", "register"}


def test_a_condition_names_its_questions_once_in_order():
    nested = load("conditions").by_id["on_nested"].show_if
    assert c.questions_in(nested) == ("colour", "groups", "people")
    assert len(list(c.tests_in(nested))) == 4
    assert c.questions_in(None) == ()


def test_show_if_of_a_section():
    first, second = load("show_if_section").sections
    assert first.show_if is None
    assert second.show_if == c.AnyOf("colour", frozenset({"red"}))
    assert second.intro == {"en": "Only for those who chose red."}
    assert load("show_if_section").section_of["why"] is load("show_if_section").section_of["why"] or second.id == "more"


def test_rules():
    questionnaire = load("rules")
    assert [(rule.id, rule.level, rule.unsure_stops) for rule in questionnaire.rules] == [
        ("social_scoring", "prohibited", True),
        ("not_cleared", "high", False),
    ]
    assert [level.by_points for level in questionnaire.levels] == [True, True, False]
    assert questionnaire.rank == {"low": 0, "high": 1, "prohibited": 2}


def test_findings():
    question = load("findings").by_id["drill"]
    assert [(f.id, f.severity, f.actor, f.on, f.when) for f in question.findings] == [
        ("no_drill", "critical", "owner", frozenset({"none"}), None),
        ("finding_2", "minor", "auditor", frozenset({"partly"}), None),
        ("finding_3", "major", "owner", frozenset(), c.Answered("since")),
    ]


def test_dimensions_evidence_and_sources():
    questionnaire = load("dimensions")
    question = questionnaire.by_id["access"]
    assert (question.principles, question.actors, question.phases) == (("privacy",), ("owner",), ("pilot", "live"))
    assert (question.evidence, question.evidence_hint) == ("expected", {"en": "The list of accounts."})
    assert question.source == ("law-1", "own")
    law, own = questionnaire.sources
    assert (law.publisher, law.date, law.url) == ("Parliament", "2010-06-10", "https://example.org/law")
    assert (own.publisher, own.date, own.url) == (None, None, None)


def test_frameworks_and_what_is_mapped_to_them():
    questionnaire = load("maps_to")
    law, standard = questionnaire.frameworks
    assert (law.title, law.date, law.references) == ({"en": "A law"}, "2024", ("Art. 1", "Art. 2", "Annex I(2)(a)"))
    assert (standard.url, standard.references) == (None, ())
    assert questionnaire.by_id["checked"].maps_to == {"law": ("Art. 1", "Annex I(2)(a)"), "standard": ("7.1",)}
    found = {
        name: {at: [q.id for q in mapped] for at, mapped in of.items()} for name, of in questionnaire.crosswalk.items()
    }
    assert found == {
        "law": {"Art. 1": ["purpose", "checked", "told"], "Art. 2": [], "Annex I(2)(a)": ["checked"]},
        "standard": {"7.1": ["checked"]},
    }
    assert load("dimensions").crosswalk == {}


def test_preparation_and_why():
    questionnaire = load("preparation")
    assert questionnaire.preparation == ({"ms": "Kontrak.", "en": "The contract."}, {"ms": "CV", "en": "CV"})
    first, second = questionnaire.questions
    assert (first.why, second.why) == ({"ms": "Ia menentukan tahap.", "en": "It decides the level."}, None)
    assert load("choice").preparation == ()


def test_scale():
    scale = load("risks").by_id["register"].scale
    assert scale.lines("likelihood", "en")[3] == "4 = Often"
    assert scale.lines("residual_consequence", "en") == [
        "1 = A nuisance",
        "2 = A delay",
        "3 = A loss",
        "4 = A leak",
        "5 = An injury",
    ]
    assert load("preparation").questions[0].scale is None


def test_subject():
    assert load("text_and_date").subject == {"system": "system_name", "agency": "agency_name"}
    assert load("choice").subject == {}


@pytest.mark.parametrize(
    ("name", "mitigation"),
    [
        ("mitigation_none", Mitigation()),
        ("mitigation_step", Mitigation("step", Fraction(80), Fraction(15))),
        ("mitigation_linear", Mitigation("linear", Fraction(333, 10), Fraction(40))),
        ("mitigation_blocked", Mitigation("linear", Fraction(0), Fraction(100), True, True, Fraction(60))),
    ],
)
def test_mitigation(name, mitigation):
    assert load(name).scoring.mitigation == mitigation


def test_maxima():
    step, linear = load("mitigation_step").scoring, load("mitigation_linear").scoring
    assert (step.inherent_maximum, step.controls_maximum, step.inherent_unanswered) == (116, 45, "zero")
    assert (linear.inherent_maximum, linear.controls_maximum, linear.inherent_unanswered) == (
        "all",
        "applicable",
        "worst",
    )


def test_levels():
    low, middle, high, very_high, prohibited = load("levels").levels
    assert [level.by_points for level in (low, middle, high, very_high, prohibited)] == [True, True, True, False, False]
    assert (low.up_to, middle.up_to, high.up_to) == (Fraction(333, 10), Fraction(667, 10), None)
    assert low.ready_at == ReadyAt(Fraction(10), Fraction(0))
    assert middle.ready_at == ReadyAt(Fraction(10), Fraction(1, 2))
    assert low.approval == {"en": "The owner"}
    assert (low.reassess_months, prohibited.reassess_months) == (24, None)
    assert [text["en"] for text in high.obligations] == ["Tell people.", "Ask for a review."]
    assert prohibited.stop


def test_one_text_for_all_languages():
    questionnaire = load("text_for_all")
    assert questionnaire.title == {"ms": "Tiny", "en": "Tiny"}
    assert questionnaire.by_id["name"].text == {"ms": "Nama?", "en": "Name?"}
    assert [option.label["ms"] for option in questionnaire.by_id["norway"].options] == ["no", "yes", "off"]
    assert [option.id for option in questionnaire.by_id["norway"].options] == ["no", "yes", "off"]


def test_three_languages():
    questionnaire = load("three_languages")
    assert questionnaire.default_language == "zh"
    assert list(questionnaire.title) == ["zh", "ms", "en"]


def test_anchors():
    first, second, third = load("anchors").questions
    assert first.text == second.text == third.text
    assert first.options == second.options
    assert second.show_if == third.show_if
    assert third.help == {"en": "help"}


def test_provenance():
    assert load("choice").status == "draft"
    assert load("provenance_official").status == "official"
    assert load("provenance_unofficial").status == "unofficial"


def test_blocks_of_text():
    name, reason = load("unicode").questions
    assert name.text == {"en": "Nama — 名称 — اسم — 😀?"}
    assert name.help == {"en": "First line.\n  Second line, set in.\n"}
    assert reason.text == {"en": "Folded into one line."}


def test_percentages_are_the_decimals_that_the_author_wrote():
    assert exact(33.3) == Fraction(333, 10)
    assert exact(0.1) + exact(0.2) == exact(0.3)
    assert exact(50) == 50
    assert exact(1e-07) == Fraction(1, 10**7)


def test_the_digest_depends_on_content_alone(make_questionnaire):
    one = make_questionnaire("title: A\nversion: 1.0.0\n", name="one.yaml")
    two = make_questionnaire("version: '1.0.0'  # the same\ntitle: >-\n  A\n", name="two.yaml")
    other = make_questionnaire("title: B\nversion: 1.0.0\n", name="three.yaml")
    assert one.digest == two.digest == digest_of(one.document)
    assert one.digest != other.digest
    assert one.digest.startswith("sha256:")
    assert len(one.digest) == 71
