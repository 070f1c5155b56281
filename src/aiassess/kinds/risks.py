"""A risk register: a list of risks, each with its ratings."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, get_args

from aiassess.errors import Complaints
from aiassess.kinds import parts
from aiassess.model.answers import Value
from aiassess.model.conditions import Test
from aiassess.model.kind import Kind, Schema
from aiassess.model.questionnaire import Question
from aiassess.model.risks import RATING_HIGHEST, Risk
from aiassess.text import count

MAX_RISKS = 500
RiskField = Literal[
    "title", "likelihood", "consequence", "treatment", "residual_likelihood", "residual_consequence", "owner", "due"
]
RISK_FIELDS: tuple[RiskField, ...] = get_args(RiskField)
RISK_TEXTS = ("title", "treatment", "owner")
RISK_RATINGS = ("likelihood", "consequence", "residual_likelihood", "residual_consequence")
RISK_NEEDED = ("title", "likelihood", "consequence")
RISK_RESIDUALS = ("residual_likelihood", "residual_consequence")


class Risks(Kind):
    """The entries of a risk register."""

    name = "risks"
    written_as = list
    shows = ("risks",)
    entry_fields = RISK_FIELDS
    stand_in = (Risk("-", 1, 1),)

    def read(self, question: Question, value: object, path: str, complaints: Complaints) -> Value | None:
        if value == []:
            complaints.add("risks_empty", path)
        records = parts.read_records(value, path, complaints, fields=RISK_FIELDS, needed=RISK_NEEDED, most=MAX_RISKS)
        found = [_risk(item, here, complaints) for here, item in records]
        return tuple(risk for risk in found if risk is not None)

    def schema(self, question: Question, lang: str) -> Schema:
        return parts.ref("risks")

    def definitions(self) -> dict[str, Schema]:
        rating: Schema = {"type": "integer", "minimum": 1, "maximum": RATING_HIGHEST}
        fields: Schema = {
            "title": parts.TEXT,
            "likelihood": rating,
            "consequence": rating,
            "treatment": parts.optional(parts.TEXT),
            **{name: parts.optional(rating) for name in RISK_RESIDUALS},
            "owner": parts.optional(parts.TEXT),
            "due": parts.optional(parts.ref("date")),
        }
        residuals = [
            {"required": list(RISK_RESIDUALS), "properties": dict.fromkeys(RISK_RESIDUALS, rating)},
            {"properties": dict.fromkeys(RISK_RESIDUALS, parts.BLANK)},
        ]
        return {
            "risk": {**parts.record(fields, RISK_NEEDED), "anyOf": residuals},
            "blank_risk": parts.blank_entry(RISK_FIELDS),
            "risks": parts.entries("risk", MAX_RISKS),
            "blank_risks": {"type": "array", "items": parts.ref("blank_risk")},
        }

    def examples(self, question: Question, tests: Sequence[Test]) -> Iterable[Value]:
        ratings = range(1, RATING_HIGHEST + 1)
        return [(Risk("-", likelihood, consequence),) for likelihood in ratings for consequence in ratings]

    def words(self, question: Question, value: Value, lang: str) -> str | list[str]:
        risks = value if isinstance(value, tuple) else ()
        return [f"{risk.title} ({risk.rating})" for risk in risks if isinstance(risk, Risk)]

    def line(self, question: Question, value: Value, lang: str) -> str:
        return count(lang, "interview.risk_count", len(value) if isinstance(value, tuple) else 0)


def _risk(data: Mapping[str, Any], path: str, complaints: Complaints) -> Risk | None:
    if ("residual_likelihood" in data) != ("residual_consequence" in data):
        complaints.add("risk_half_residual", path)
    values: dict[str, Any] = {}
    for name in RISK_TEXTS:
        if name in data:
            values[name] = parts.read_text(data[name], f"{path}.{name}", complaints)
    for name in RISK_RATINGS:
        if name in data:
            rating = parts.as_number(data[name])
            if not isinstance(rating, int) or not 1 <= rating <= RATING_HIGHEST:
                complaints.add("risk_rating", f"{path}.{name}", found=data[name])
            values[name] = rating
    if "due" in data:
        values["due"] = parts.read_day(data["due"], f"{path}.due", complaints)
    return Risk(**values) if {*RISK_NEEDED} <= {*values} else None


RISKS = Risks()
