"""How the questions that are mapped to frameworks were answered (docs/crosswalk.md#in-a-report)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from aiassess.figures import percent_text
from aiassess.scoring.result import Score

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.report import types as t

State = Literal["in_place", "partly", "not_in_place", "not_applicable", "open", "answered"]
"""How a mapped question was answered; ``answered``: one that asks for no control."""


class Reference(NamedTuple):
    """``not_asked``: how many questions do not apply; ``share``: of the controls that do, "" if there are none."""

    name: str
    states: list[tuple[State, list[t.AnswerData]]]
    not_asked: int
    share: str


def crosswalk_data(q: Questionnaire, lang: str) -> t.MappedData:
    """Return the questionnaire's frameworks as a report has them: nothing if it has none."""
    frameworks: list[t.FrameworkData] = [
        {
            "id": framework.id,
            "title": framework.title[lang],
            "references": {
                name: " ".join(item.id for item in questions)
                for name, questions in q.crosswalk[framework.id].items()
                if questions
            },
        }
        for framework in q.frameworks
    ]
    return {"crosswalk": frameworks} if frameworks else {}


def references_of(report: t.Report) -> list[tuple[str, list[Reference]]]:
    """Return each framework's title and references, with the report's answers to the questions that are mapped to them."""
    answers = {item["question"]: item for item in report["answers"]}
    return [
        (framework["title"], [_reference(name, ids.split(), answers) for name, ids in framework["references"].items()])
        for framework in report.get("crosswalk", [])
    ]


def _reference(name: str, questions: list[str], answers: dict[str, t.AnswerData]) -> Reference:
    found = [answers[question] for question in questions if question in answers]
    states = [(state, [item for item in found if _state(item) == state]) for state in get_args(State)]
    controls = [item for item in found if item["score"] == "control"]
    share = Score(sum(item["points"] for item in controls), sum(item["maximum"] for item in controls)).percent
    told = "" if share is None else f"{percent_text(share)}%"
    return Reference(name, [pair for pair in states if pair[1]], len(questions) - len(found), told)


def _state(item: t.AnswerData) -> State:
    if item["status"] == "not_applicable":
        return "not_applicable"
    if item["status"] != "answered":
        return "open"
    if item["score"] != "control":
        return "answered"
    return "in_place" if item["points"] == item["maximum"] else "partly" if item["points"] else "not_in_place"
