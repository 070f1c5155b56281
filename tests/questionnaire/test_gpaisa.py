"""gpaisa 1.0.0 against what is known of it: its 88 topics, its points, its rules; the languages of the current edition too.

The tables below are written out from the outline, not read from the questionnaire.
"""

import re
from fractions import Fraction

import pytest

from aiassess import load_questionnaire
from aiassess.model.conditions import questions_in
from aiassess.model.levels import ReadyAt
from aiassess.questionnaire.catalog import lint_questionnaire
from aiassess.questionnaire.shipped import edition_names
from support.each import each

pytestmark = pytest.mark.deep  # this edition no longer changes: its digest is held in the fast tier

GPAISA = load_questionnaire("gpaisa@1.0.0")

# Topic: (class, principles, actors); a class is P profile, G gate, I inherent risk, C control, as the outline has them.
TOPICS = {
    1: ("P", "", "OW"),
    2: ("C", "AC", "PL"),
    3: ("P", "", ""),
    4: ("I", "RR", ""),
    5: ("P", "", "VN"),
    6: ("I", "AC", ""),
    7: ("G", "TR", ""),
    8: ("G", "FA", ""),
    9: ("G", "TR", ""),
    10: ("G", "IN", ""),
    11: ("G", "FA", ""),
    12: ("G", "PV", ""),
    13: ("G", "PV", ""),
    14: ("G", "", "PL"),
    15: ("G", "RR", ""),
    16: ("G", "FA", ""),
    17: ("G", "FA", ""),
    18: ("G", "IN", ""),
    19: ("G", "", "SE"),
    20: ("G", "", "AU"),
    21: ("I", "IN", ""),
    22: ("I", "FA", ""),
    23: ("I", "RR", ""),
    24: ("I", "FA", ""),
    25: ("I", "AC", ""),
    26: ("I", "IN", ""),
    27: ("I", "FA", ""),
    28: ("I", "SU", ""),
    29: ("I", "TR", ""),
    30: ("I", "PV", "DA"),
    31: ("I", "PV", ""),
    32: ("I", "PV", ""),
    33: ("I", "PV", "SE"),
    34: ("I", "PV", "VN"),
    35: ("C", "AC", "DA"),
    36: ("C", "RR", "DA VN"),
    37: ("C", "FA", "DV"),
    38: ("C", "PV", "DA"),
    39: ("C", "AC", "DA"),
    40: ("C", "PV", "SE"),
    41: ("C", "PV", "DV"),
    42: ("C", "TR", "IM"),
    43: ("C", "TR", "US"),
    44: ("C", "AC", "DV"),
    45: ("C", "AC", "OW"),
    46: ("C", "FA", "DV"),
    47: ("C", "FA", "DV"),
    48: ("C", "IN", "IM"),
    49: ("C", "IN", "IM"),
    50: ("C", "RR", "DV"),
    51: ("C", "RR", "IM"),
    52: ("C", "SU", "OW"),
    53: ("C", "SU", "HD"),
    54: ("C", "AC", "HD"),
    55: ("C", "AC", "OW"),
    56: ("C", "AC", "PL"),
    57: ("C", "AC", "DV"),
    58: ("C", "AC", "IM"),
    59: ("C", "AC", "DA"),
    60: ("C", "AC", "SE"),
    61: ("C", "AC", "US"),
    62: ("C", "AC", "AU"),
    63: ("C", "AC", "OW"),
    64: ("C", "AC", "VN"),
    65: ("C", "RR", "OW"),
    66: ("C", "AC", "HD"),
    67: ("C", "RR", "IM"),
    68: ("C", "AC", "SE"),
    69: ("C", "RR", "IM"),
    70: ("C", "RR", "OW"),
    71: ("C", "SU", "VN"),
    72: ("C", "AC", "OW VN"),
    73: ("C", "AC", "HD"),
    74: ("C", "SU", "HD"),
    75: ("C", "RR", "DA"),
    76: ("C", "RR", "IM"),
    77: ("C", "RR", "DV"),
    78: ("C", "AC", "US"),
    79: ("C", "IN", "HD"),
    80: ("C", "AC", "OW"),
    81: ("P", "", ""),
    82: ("P", "", ""),
    83: ("I", "PV", "US"),
    84: ("I", "PV", "DA"),
    85: ("C", "AC", "US"),
    86: ("C", "RR", "DV"),
    87: ("C", "TR", "PL"),
    88: ("C", "RR", "DV"),
}
PRINCIPLES = {
    "PV": "privacy",
    "TR": "transparency",
    "AC": "accountability",
    "FA": "fairness",
    "IN": "inclusivity",
    "RR": "reliability",
    "SU": "sustainability",
}
ACTORS = {
    "HD": "head",
    "OW": "process_owner",
    "PL": "policymaker",
    "DV": "developer",
    "IM": "implementer",
    "DA": "data_officer",
    "SE": "security_officer",
    "US": "user_officer",
    "VN": "vendor",
    "AU": "reviewer",
}
SECTIONS = {
    "profile": range(1, 8),
    "prohibited": range(8, 14),
    "high_risk": range(14, 21),
    "impact": range(21, 30),
    "data": range(30, 40),
    "ethics": range(40, 54),
    "roles": range(54, 65),
    "risk": range(65, 73),
    "readiness": range(73, 83),
    "generative": range(83, 89),
}
# Inherent topic: (weight, points of the options in order).
INHERENT = {
    4: (1, [0, 1, 2, 4, 4]),
    6: (3, [0, 1, 2, 3, 4]),
    21: (2, [0, 1, 2, 3, 4]),
    22: (3, [0, 1, 2, 3, 4]),
    23: (3, [0, 1, 2, 3, 4]),
    24: (3, [0, 1, 2, 3, 4]),
    25: (2, [0, 1, 2, 3, 4]),
    26: (2, [0, 1, 2, 3, 4]),
    27: (2, [0, 1, 2, 3, 4]),
    28: (1, [0, 1, 2, 3, 4]),
    29: (1, [0, 1, 2, 3, 4]),
    30: (2, [0, 1, 3, 4]),
    31: (2, [0, 2, 3, 4]),
    32: (1, [0, 1, 2, 3, 4]),
    33: (2, [0, 1, 2, 3, 4]),
    34: (1, [0, 1, 3, 4]),
    83: (1, [0, 2, 4]),
    84: (2, [0, 1, 2, 4]),
}


def topic_of(question):
    return int(re.fullmatch(r"(\d+)[a-z]?", question.ref).group(1))


def questions_of(topic):
    return [question for question in GPAISA.questions if topic_of(question) == topic]


def scored(kind):
    return [question for question in GPAISA.questions if question.score == kind]


each_question = each("question", GPAISA.questions)
each_control = each("question", scored("control"))


def test_it_has_no_error_and_no_warning():
    assert lint_questionnaire("gpaisa") == []
    for name in edition_names("gpaisa"):
        assert not [problem for problem in lint_questionnaire(name) if problem.severity == "error"]


def test_it_says_that_it_is_unofficial():
    assert GPAISA.status == "unofficial"
    assert GPAISA.statement["ms"].startswith("Tidak rasmi.")
    assert GPAISA.statement["en"].startswith("Unofficial.")
    assert GPAISA.languages == ("ms", "en")


# Topics


def test_every_topic_has_a_question_and_every_question_a_topic_in_order():
    topics = [topic_of(question) for question in GPAISA.questions]
    assert topics == sorted(topics)
    assert set(topics) == set(range(1, 89)) == set(TOPICS)
    refs = [question.ref for question in GPAISA.questions]
    assert refs == sorted(set(refs), key=lambda ref: (int(re.match(r"\d+", ref).group()), ref))
    for topic in TOPICS:
        letters = [question.ref.removeprefix(str(topic)) for question in questions_of(topic)]
        assert letters in ([""], list("abcd")[: len(letters)])


def test_topics_stand_in_their_sections():
    assert {s.id: sorted({topic_of(q) for q in s.questions}) for s in GPAISA.sections} == {
        name: list(topics) for name, topics in SECTIONS.items()
    }


@each("topic", TOPICS)
def test_a_topic_is_scored_as_its_class_says(topic):
    scores = {question.score for question in questions_of(topic)} - {None}
    assert scores == {"P": set(), "G": set(), "I": {"inherent"}, "C": {"control"}}[TOPICS[topic][0]]


@each("topic", TOPICS)
def test_a_topic_serves_its_principle_and_names_its_actors(topic):
    _, principle, actors = TOPICS[topic]
    found = questions_of(topic)
    if principle:
        assert all(PRINCIPLES[principle] in question.principles for question in found)
    if actors:
        named = [actor for question in found for actor in question.actors]
        first, *others = [ACTORS[actor] for actor in actors.split()]
        assert named[0] == first or any(question.actors[0] == first for question in found if question.score)
        assert set(others) <= set(named)


@each("topic", sorted(set(TOPICS) - {1}))
def test_a_topic_raises_its_red_flag(topic):
    assert any(question.findings for question in questions_of(topic))


def test_the_dimensions_are_those_of_the_outline():
    assert [tag.id for tag in GPAISA.principles] == list(PRINCIPLES.values())
    assert [tag.id for tag in GPAISA.actors] == list(ACTORS.values())
    assert [tag.id for tag in GPAISA.phases] == ["idea", "design", "pilot", "live", "retired"]


# Points


def test_every_inherent_topic_is_in_the_table():
    assert [topic_of(question) for question in scored("inherent")] == list(INHERENT)


@each("topic", INHERENT)
def test_weight_and_points_of_an_inherent_topic(topic):
    (question,) = [question for question in questions_of(topic) if question.score]
    points = [band.points for band in question.bands] or [option.points for option in question.options]
    assert (question.weight, points) == INHERENT[topic]
    assert question.type == ("number" if topic == 21 else "choice")


def test_people_per_year_by_size():
    (question,) = questions_of(21)
    assert [question.points_of(n) for n in (0, 99, 100, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000)] == [
        0, 0, 2, 2, 4, 4, 6, 6, 8,
    ]  # fmt: skip
    assert question.minimum == 0
    assert question.whole


def test_the_inherent_maximum():
    assert sum(question.highest_points for question in scored("inherent")) == 136
    assert sum(question.lowest_points for question in scored("inherent")) == 0
    assert GPAISA.scoring.inherent_maximum == "all"
    assert GPAISA.scoring.inherent_unanswered == "worst"


@each_control
def test_a_control_counts_from_0_to_3(question):
    highest = 7 if question.id == "phase_evidence" else 3
    assert (question.lowest_points, question.highest_points, question.weight) == (0, highest, 1)
    if question.type == "choice":
        assert [(option.id, option.points) for option in question.options] == [
            ("none", 0),
            ("planned", 1),
            ("partly", 2),
            ("in_place", 3),
        ]


def test_the_control_maximum_with_and_without_generative_ai():
    generative = {question.id for question in GPAISA.sections[-1].questions}
    total = sum(question.highest_points for question in scored("control"))
    without = sum(question.highest_points for question in scored("control") if question.id not in generative)
    assert (without, total) == (160, 172)
    assert GPAISA.scoring.controls_maximum == "applicable"


def test_every_principle_and_actor_is_measured():
    assert {tag for question in scored("control") for tag in question.principles} == set(PRINCIPLES.values())
    assert {tag for question in scored("control") for tag in question.actors} == set(ACTORS.values())


def test_the_mitigation():
    mitigation = GPAISA.scoring.mitigation
    assert (mitigation.method, mitigation.from_percent, mitigation.reduces_percent) == ("linear", 40, 40)
    assert mitigation.blocked_when_incomplete
    assert mitigation.blocked_by_critical_finding
    assert mitigation.blocked_by_principle_below == 50


# Levels and rules


def test_the_levels():
    assert [(level.id, level.up_to, level.by_points, level.stop, level.reassess_months) for level in GPAISA.levels] == [
        ("minimal", 25, True, False, 24),
        ("limited", 50, True, False, 12),
        ("high", None, True, False, 6),
        ("prohibited", None, False, True, None),
    ]
    assert all(level.obligations and level.approval for level in GPAISA.levels)
    ready = [level.ready_at for level in GPAISA.levels]
    assert ready[0] == ReadyAt(Fraction(40), Fraction(0))
    assert ready[3] is None


def test_what_the_rules_raise_to_and_look_at():
    gates = {rule.id: (rule.level, rule.unsure_stops, questions_in(rule.when)) for rule in GPAISA.rules}
    screens = ("outcome_role", "exemption")
    assert gates == {
        "social_scoring": ("prohibited", True, ("social_scoring",)),
        "manipulation": ("prohibited", True, ("manipulation",)),
        "exploitation": ("prohibited", True, ("exploitation",)),
        "crime_prediction": ("prohibited", True, ("crime_prediction",)),
        "biometric_inference": ("prohibited", True, ("biometric_inference",)),
        "face_surveillance": ("prohibited", True, ("face_surveillance",)),
        "justice_domain": ("high", False, (*screens, "justice_domains")),
        "health_domain": ("high", False, (*screens, "health_domain")),
        "welfare_domain": ("high", False, (*screens, "welfare_domain")),
        "employment_domain": ("high", False, (*screens, "employment_domain")),
        "education_domain": ("high", False, (*screens, "education_domain")),
        "critical_domain": ("high", False, (*screens, "critical_domains")),
        "severe_rights": ("high", False, ("rights",)),
        "severe_safety": ("high", False, ("safety",)),
        "severe_livelihood": ("high", False, ("livelihood",)),
        "irreversible": ("high", False, ("reversibility",)),
        "risk_rated_15": ("high", False, ("risks",)),
        "risk_rated_8": ("limited", False, ("risks",)),
        "public_facing": ("limited", False, ("audience",)),
    }


def test_every_gate_is_looked_at_by_a_rule():
    looked_at = {name for rule in GPAISA.rules for name in questions_in(rule.when)}
    for topic in range(7, 21):
        assert any(question.id in looked_at for question in questions_of(topic)), topic


def test_severe_rules_look_at_the_worst_option():
    for rule_id, name in (
        ("severe_rights", "rights"),
        ("severe_safety", "safety"),
        ("severe_livelihood", "livelihood"),
        ("irreversible", "reversibility"),
    ):
        (rule,) = [rule for rule in GPAISA.rules if rule.id == rule_id]
        worst = max(GPAISA.by_id[name].options, key=lambda option: option.points)
        assert rule.when.options == {worst.id}


def test_generative_questions_apply_to_generative_and_agentic_systems_only():
    assert GPAISA.sections[-1].id == "generative"
    assert questions_in(GPAISA.sections[-1].show_if) == ("technique",)
    assert all(section.show_if is None for section in GPAISA.sections[:-1])


# What every question states


@each_question
def test_a_question_states_what_it_is_for(question):
    assert question.help
    assert question.ref
    assert question.source
    assert question.principles
    assert question.actors
    assert question.phases
    assert question.evidence == "none" or question.evidence_hint


@each_control
def test_a_control_asks_for_evidence(question):
    assert question.evidence == "expected"
    assert question.evidence_hint


@each_question
def test_a_finding_has_an_owner_among_the_actors(question):
    for finding in question.findings:
        assert finding.actor in ACTORS.values()


# Languages


def texts(node, path="gpaisa"):
    """Yield (path, text) for every text that people read; a text is what stands under a key for texts."""
    keys = (
        "title",
        "statement",
        "intro",
        "text",
        "why",
        "help",
        "label",
        "unit",
        "evidence_hint",
        "action",
        "reason",
        "approval",
    )
    if isinstance(node, dict):
        name = node.get("id", "")
        for key, value in node.items():
            here = f"{path}/{name}.{key}"
            if key in keys and isinstance(value, (str, dict)):
                yield here, value
            elif key in ("obligations", "preparation"):
                yield from ((f"{here}[{i}]", item) for i, item in enumerate(value))
            else:
                yield from texts(value, here)
    elif isinstance(node, list):
        for item in node:
            yield from texts(item, path)


TEXTS = [text for edition in (GPAISA, load_questionnaire()) for text in texts(edition.document, edition.version)]
# What is the same word in both languages, or a name.
SAME = {"Idea", "Data", "Orang Asli"}
ENGLISH = r"\b(the|and|is|are|of|with|not|must|should|which|this|that|from|has|have|been|was|were|or|for|when)\b"
MALAY = r"\b(yang|dan|atau|untuk|dengan|tidak|adalah|bagi|kepada|boleh|ini|itu|dalam|oleh|jika|pada|akan|ialah|mesti)\b"


def test_every_text_stands_in_both_languages():
    assert len(TEXTS) > 700
    for path, text in TEXTS:
        if isinstance(text, str):
            assert "sources" in path, path  # a source may have one title, its own
        else:
            assert set(text) == {"ms", "en"}, path


def test_the_languages_differ():
    for path, text in TEXTS:
        if not isinstance(text, str) and text["ms"] not in SAME:
            assert text["ms"] != text["en"], path


@pytest.mark.parametrize(("lang", "words"), [("ms", ENGLISH), ("en", MALAY)])
def test_no_word_of_the_other_language_is_left(lang, words):
    for path, text in TEXTS:
        if not isinstance(text, str):
            assert not re.search(words, text[lang]), path  # in small letters; the names of bodies keep their language


def test_the_languages_are_about_as_long():
    for path, text in TEXTS:
        if not isinstance(text, str) and len(text["en"]) > 60:
            assert 0.5 < len(text["ms"]) / len(text["en"]) < 2, path


def test_terhad_never_stands_alone():
    """The classification Terhad and the level Risiko Terhad are two things; each is always named in full."""
    full = re.compile(r"Risiko Terhad|Terhad \(klasifikasi [^)]+\)|\(Terhad classification\)")
    whole = " ".join(piece for _, text in TEXTS for piece in ([text] if isinstance(text, str) else text.values()))
    assert len(full.findall(whole)) > 5
    assert "Terhad" not in full.sub("", whole)


def test_questions_end_as_questions_and_texts_are_tidy():
    for question in GPAISA.questions:
        for text in question.text.values():
            assert text.rstrip().endswith("?"), question.id
    for path, text in TEXTS:
        for piece in [text] if isinstance(text, str) else text.values():
            assert piece == piece.strip(), path
            assert "  " not in piece, path
            assert not re.search(r" [,.;:?]|\bTODO\b|\bXXX\b", piece), path


def test_options_of_a_question_can_be_told_apart():
    for question in GPAISA.questions:
        for lang in GPAISA.languages:
            labels = [option.label[lang] for option in question.options]
            assert len(set(labels)) == len(labels), question.id
