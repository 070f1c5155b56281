"""The examples of gpaisa 1.0.0 score exactly as they always did; the numbers were worked out by hand."""

import dataclasses
import json
import re
from pathlib import Path

import pytest

from aiassess import Answer, AnswerSet, Questionnaire, build_report, load_answers, load_questionnaire, score
from aiassess.model.questionnaire import Question
from support.editions import ANSWERS

EXAMPLES = ANSWERS
SHIPPED = Path(__file__).parents[1] / "examples"


@dataclasses.dataclass(frozen=True)
class Expected:
    name: str
    language: str
    inherent: tuple[int, int, str]
    controls: tuple[int, int, str]
    credit: str
    blocked_by: list[str]
    residual: tuple[int, int, str]
    points_level: str
    decided_by: list[str]
    other_rules: list[str]
    level: str
    level_range: list[str]
    status: str
    verdict: str

    def __str__(self) -> str:
        return self.name


PRINCIPLES = ["privacy", "transparency", "accountability", "fairness", "inclusivity", "reliability", "sustainability"]

EXPECTED = [
    Expected(
        name="spam-filter",
        language="ms",
        inherent=(17, 136, "12.5"),
        controls=(97, 148, "65.5"),
        credit="17.0",
        blocked_by=[],
        residual=(14, 136, "10.3"),
        points_level="minimal",
        decided_by=["points"],
        other_rules=[],
        level="minimal",
        level_range=["minimal", "minimal"],
        status="complete",
        verdict="ready",
    ),
    Expected(
        name="service-chatbot",
        language="ms",
        inherent=(46, 136, "33.8"),
        controls=(112, 160, "70.0"),
        credit="20.0",
        blocked_by=[],
        residual=(37, 136, "27.2"),
        points_level="limited",
        decided_by=["points", "public_facing"],
        other_rules=[],
        level="limited",
        level_range=["limited", "limited"],
        status="complete",
        verdict="ready",
    ),
    Expected(
        name="service-chatbot-strong",
        language="en",
        inherent=(46, 136, "33.8"),
        controls=(152, 160, "95.0"),
        credit="36.7",
        blocked_by=[],
        residual=(29, 136, "21.3"),
        points_level="minimal",
        decided_by=["public_facing"],
        other_rules=[],
        level="limited",
        level_range=["limited", "limited"],
        status="complete",
        verdict="ready",
    ),
    Expected(
        name="welfare-eligibility",
        language="ms",
        inherent=(83, 136, "61.0"),
        controls=(112, 160, "70.0"),
        credit="20.0",
        blocked_by=[],
        residual=(66, 136, "48.5"),
        points_level="limited",
        decided_by=["welfare_domain", "severe_livelihood"],
        other_rules=[],
        level="high",
        level_range=["high", "high"],
        status="complete",
        verdict="conditional",
    ),
    Expected(
        name="welfare-eligibility-2025",
        language="ms",
        inherent=(85, 136, "62.5"),
        controls=(50, 157, "31.8"),
        credit="0.0",
        blocked_by=["critical_finding", *(f"principle:{name}" for name in PRINCIPLES[1:])],
        residual=(85, 136, "62.5"),
        points_level="high",
        decided_by=["points", "welfare_domain", "severe_livelihood", "risk_rated_15"],
        other_rules=["risk_rated_8"],
        level="high",
        level_range=["high", "high"],
        status="complete",
        verdict="hold",
    ),
    Expected(
        name="citizen-score",
        language="en",
        inherent=(69, 136, "50.7"),
        controls=(160, 160, "100.0"),
        credit="0.0",
        blocked_by=["critical_finding"],
        residual=(69, 136, "50.7"),
        points_level="high",
        decided_by=["social_scoring"],
        other_rules=["welfare_domain", "critical_domain", "public_facing"],
        level="prohibited",
        level_range=["prohibited", "prohibited"],
        status="complete",
        verdict="stop",
    ),
    Expected(
        name="empty",
        language="ms",
        inherent=(124, 136, "91.2"),
        controls=(0, 160, "0.0"),
        credit="0.0",
        blocked_by=["incomplete", *(f"principle:{name}" for name in PRINCIPLES)],
        residual=(124, 136, "91.2"),
        points_level="high",
        decided_by=["points"],
        other_rules=[],
        level="high",
        level_range=["minimal", "prohibited"],
        status="incomplete",
        verdict="hold",
    ),
]

# Topics 4, 6, 21-29, 30-34 and, for generative AI, 83 and 84: the option's points before the weight.
BY_QUESTION = {
    "spam-filter": [1, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 2, 1, 1, 1],
    "service-chatbot": [2, 1, 3, 1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 3, 2, 1, 0, 1],
    "service-chatbot-strong": [2, 1, 3, 1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 3, 2, 1, 0, 1],
    "welfare-eligibility": [1, 2, 4, 3, 1, 4, 2, 4, 4, 2, 4, 3, 3, 4, 1, 0],
    "welfare-eligibility-2025": [1, 2, 3, 3, 1, 4, 3, 4, 4, 2, 1, 3, 3, 3, 4, 0],
    "citizen-score": [1, 3, 3, 3, 1, 3, 2, 2, 3, 1, 3, 1, 3, 3, 1, 1],
    "empty": [4] * 16,
}
FINISHED = [expected.name for expected in EXPECTED if expected.name != "empty"]


@pytest.fixture(scope="module")
def gpaisa() -> Questionnaire:
    return load_questionnaire("gpaisa@1.0.0")


def example(name: str) -> AnswerSet:
    return load_answers(EXAMPLES / f"{name}.json")


def one_decimal(number: float) -> str:
    assert number == round(number, 1)
    return f"{number:.1f}"


def shown(entry: dict) -> tuple[int, int, str]:
    return entry["points"], entry["maximum"], one_decimal(entry["percent"])


@pytest.mark.parametrize("expected", EXPECTED, ids=str)
def test_result_is_exactly_what_was_worked_out(expected: Expected, gpaisa: Questionnaire) -> None:
    report = build_report(score(gpaisa, example(expected.name)))
    result = report["result"]
    points, *rules = result["reasons"]
    assert points["kind"] == "points"
    assert expected == Expected(
        name=expected.name,
        language=report["questionnaire"]["language"],
        inherent=shown(result["inherent"]),
        controls=shown(result["controls"]),
        credit=one_decimal(result["credit"]["percent"]),
        blocked_by=result["credit"]["blocked_by"],
        residual=shown(result["residual"]),
        points_level=points["level"],
        decided_by=[reason["rule"] or "points" for reason in result["reasons"] if reason["decided"]],
        other_rules=[reason["rule"] for reason in rules if not reason["decided"]],
        level=result["level"],
        level_range=result["level_range"],
        status=result["status"],
        verdict=result["verdict"],
    )


@pytest.mark.parametrize("name", BY_QUESTION)
def test_inherent_points_question_by_question(name: str, gpaisa: Questionnaire) -> None:
    marks = [mark for mark in score(gpaisa, example(name)).marks.values() if mark.question.score == "inherent"]
    assert [mark.points for mark in marks] == [
        points * mark.question.weight for points, mark in zip(BY_QUESTION[name], marks, strict=True)
    ]


def test_every_example_is_tested() -> None:
    names = {path.stem for path in EXAMPLES.glob("*.json")}
    assert names == {expected.name for expected in EXPECTED} == set(BY_QUESTION)


def test_every_example_of_today_is_listed() -> None:
    page = (SHIPPED / "README.md").read_text("utf-8")
    listed = re.findall(r"^\| \[(.+?)\.json\]\(\1\.json\) \| (ms|en) \|", page, re.M)
    assert dict(listed) == {file.stem: load_answers(file).about.language for file in SHIPPED.glob("*.json")}


@pytest.mark.parametrize("name", FINISHED)
def test_finished_examples_leave_nothing_open(name: str, gpaisa: Questionnaire) -> None:
    answers = example(name)
    assessment = score(gpaisa, answers)
    assert assessment.missing == assessment.inactive == ()
    assert (answers.about.started_at or "").endswith("+08:00")
    assert (answers.about.completed_at or "").endswith("+08:00")
    assert (answers.about.started_at or "") < (answers.about.completed_at or "")


@pytest.mark.parametrize("name", FINISHED)
def test_what_is_in_place_has_dated_evidence_from_before_the_assessment(name: str, gpaisa: Questionnaire) -> None:
    answers = example(name)
    until = (answers.about.completed_at or "")[:10]
    for question_id, answer in answers.answers.items():
        if answer.value == "in_place":
            assert answer.evidence, question_id
        assert all(item.date and item.date <= until for item in answer.evidence), question_id


@pytest.mark.parametrize("name", ["service-chatbot", "service-chatbot-strong", "welfare-eligibility"])
def test_nothing_blocks_the_credit_and_no_risk_rating_adds_a_rule(name: str, gpaisa: Questionnaire) -> None:
    assessment = score(gpaisa, example(name))
    assert not [item for item in assessment.findings if item.finding.severity == "critical"]
    assert all(item.score and item.score.percent >= 50 for item in assessment.principles)
    assert all(risk.rating < 8 for risk in assessment.marks["risks"].answer.value)


def worst_control(question: Question) -> Answer:
    if question.type == "number":
        return Answer("answered", 0)
    worst = min(question.options, key=lambda option: option.points).id
    return Answer("answered", (worst,) if question.type == "choices" else worst)


def test_spam_filter_stays_minimal_without_any_control(gpaisa: Questionnaire) -> None:
    answers = example("spam-filter")
    worst = {question.id: worst_control(question) for question in gpaisa.questions if question.score == "control"}
    applying = {name: answer for name, answer in worst.items() if name in answers.answers}
    assessment = score(gpaisa, dataclasses.replace(answers, answers={**answers.answers, **applying}))
    assert assessment.controls is not None
    assert (assessment.controls.points, assessment.controls.maximum) == (0, 160)
    assert (assessment.residual.points, assessment.level.id, assessment.status) == (17, "minimal", "complete")
    assert assessment.verdict == "hold"


def test_controls_cannot_lower_the_welfare_system(gpaisa: Questionnaire) -> None:
    assessment = score(gpaisa, example("welfare-eligibility"))
    assert assessment.held_above_controls
    assert assessment.best_level_by_controls.id == "high"


def test_the_chatbot_a_year_later_is_the_same_system(gpaisa: Questionnaire) -> None:
    before, after = example("service-chatbot"), example("service-chatbot-strong")
    assert before.get("system_name").value == after.get("system_name").value
    assert before.get("agency_name").value == after.get("agency_name").value
    assert (before.about.completed_at or "")[:7] == "2026-10"
    assert (after.about.completed_at or "")[:7] == "2027-10"
    for answers in (before, after):
        aside = {name for name, answer in answers.answers.items() if answer.status == "not_applicable"}
        assert aside == {"appeal", "plain_reasons", "proxy_limits"}
        assert "vendor_clauses" not in score(gpaisa, answers).marks


def test_empty_example_is_empty() -> None:
    assert json.loads((EXAMPLES / "empty.json").read_text("utf-8"))["answers"] == {}
