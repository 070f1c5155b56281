"""The long tables of ``--table``: a row for each answer, finding or risk of a submission (docs/batch.md#tables)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aiassess.batch.columns import Cells, Column
from aiassess.batch.records import Records
from aiassess.report.types import Report

Row = Mapping[str, Any]
"""Cells by the names of their columns; what is left out is empty."""
_HEAD = (
    Column("source"),
    Column("line", type="integer"),
    *map(Column, ("questionnaire", "version", "system", "agency", "level", "level_title")),
    *map(Column, ("section", "section_title", "question", "ref", "question_text")),
)


@dataclass(frozen=True, slots=True)
class Details:
    """A long table; ``of``: the cells of each row of a report in its own columns, and the id of the question."""

    own: tuple[Column, ...]
    of: Callable[[Report], Iterator[Row]]

    @property
    def columns(self) -> tuple[Column, ...]:
        return (*_HEAD, *self.own)

    def rows(self, source: str, line: int | None, report: Report) -> list[Cells]:
        about, result, edition = report["about"], report["result"], report["questionnaire"]
        head = {
            "source": source,
            "line": line,
            "questionnaire": edition["id"],
            "version": edition["answered_version"],
            "system": about["system"],
            "agency": about["agency"],
            "level": result["level"],
            "level_title": result["level_title"],
        }
        titles = {section["id"]: section["title"] for section in report["sections"]}
        asked = {
            answer["question"]: {
                "section": answer["section"],
                "section_title": titles[answer["section"]],
                "ref": answer["ref"],
                "question_text": answer["text"],
            }
            for answer in report["answers"]
        }
        rows = ({**head, **asked[row["question"]], **row} for row in self.of(report))
        names = [column.name for column in self.columns]
        return [tuple(map(row.get, names)) for row in rows]


def _answers(report: Report) -> Iterator[Row]:
    for answer in report["answers"]:
        value, label = answer["value"], answer["label"]
        # Options are divided by spaces, as ids are in all cells; the entries of a register are rows of another table.
        options = [item for item in value if isinstance(item, str)] if isinstance(value, list) else [value]
        yield {
            **answer,
            "value": " ".join(str(item) for item in options if item is not None) or None,
            "number": value if isinstance(value, (int, float)) else None,
            "label": "; ".join(label) if isinstance(label, list) else label,
            "evidence": len(answer["evidence"]),
        }


def _findings(report: Report) -> Iterator[Row]:
    return ({**item, "finding": item["id"], "finding_text": item["text"]} for item in report["findings"])


def _risks(report: Report) -> Iterator[Row]:
    return ({**risk, "risk": risk["title"]} for risk in report["risks"])


DETAILS: dict[str, Details | Records] = {
    "public": Records(),
    "answers": Details(
        (
            *map(Column, ("status", "value")),
            Column("number", type="number"),
            *map(Column, ("label", "score")),
            *(Column(name, type="integer") for name in ("points", "maximum", "evidence")),
            Column("note"),
        ),
        _answers,
    ),
    "findings": Details(
        (
            *map(Column, ("finding", "severity", "finding_text", "action", "actor", "actor_title")),
            Column("points_won", type="integer"),
        ),
        _findings,
    ),
    "risks": Details(
        (
            Column("risk"),
            *(Column(name, type="integer") for name in ("likelihood", "consequence", "inherent_rating")),
            Column("treatment"),
            *(Column(name, type="integer") for name in ("residual_likelihood", "residual_consequence", "rating")),
            Column("owner"),
            Column("due", type="date"),
        ),
        _risks,
    ),
}
"""The tables beside that of scores, by their names in ``TABLES``; ``public`` is that of the register."""
