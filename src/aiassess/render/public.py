"""The public record of a system: what a citizen may know of it, as data and as an outline (docs/public-record.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypedDict

from aiassess.errors import Problem
from aiassess.render import outline as o
from aiassess.render.report.words import Words
from aiassess.render.sentences import Sentences
from aiassess.report import types as t
from aiassess.scoring.result import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT: Literal["aiassess.public/1"] = "aiassess.public/1"
_OPEN: Final = frozenset({"terbuka", "data terbuka", "open", "awam", "public", "rasmi", "official"})
"""Classifications of a report, in small letters, that are no official secret; whatever else is written is taken for one."""


class PublicAnswer(TypedDict):
    """``answer`` None: the agency does not state it."""

    question: str
    text: str
    answer: list[str] | None


class PublicSection(TypedDict):
    """Those answers of a section that are public, in the order of the questionnaire."""

    title: str
    answers: list[PublicAnswer]


class PublicRecord(TypedDict):
    """``schemas/public.schema.json``, to which a test holds it; days are YYYY-MM-DD."""

    format: Literal["aiassess.public/1"]
    questionnaire: t.EditionData
    system: str
    agency: str
    phase: str | None
    level: str
    level_title: str
    verdict: Verdict
    controls_percent: float | None
    obligations: list[str]
    assessed: str | None
    due: str | None
    sections: list[PublicSection]
    report: str


def withheld(report: t.Report) -> Problem | None:
    """Return why there is no public record of what a report is about, None if there may be one."""
    classification = report["about"].get("classification") or ""
    typed = (*report["answers"], *report["inactive"])  # what other answers have hidden may be true all the same
    secret = next((item["text"] for item in typed if item.get("classified")), None)
    if secret or classification.strip().casefold() not in {"", *_OPEN}:
        return Problem("public_classified", {"why": secret or classification})
    if not any(item.get("public") for item in report["answers"]):
        made = report["questionnaire"]
        return Problem("public_unmarked", {"id": made["id"], "version": made["version"]})
    still_open = len(report["missing"]) + len(report.get("unconfirmed", []))
    return None if report["result"]["status"] == "complete" else Problem("public_incomplete", {"n": still_open})


def public_record(report: t.Report, digest: str) -> PublicRecord:
    """Return the record of a report that ``withheld`` lets pass; ``digest``: of that report, in whichever language it is."""
    w = Words(report)
    about, result = report["about"], report["result"]
    return {
        "format": FORMAT,
        "questionnaire": t.part(t.EditionData, report["questionnaire"]),
        "system": w.name(about["system"]),
        "agency": w.name(about["agency"]),
        "phase": about.get("phase"),
        "level": result["level"],
        "level_title": result["level_title"],
        "verdict": result["verdict"],
        "controls_percent": result["controls"]["percent"],
        "obligations": report["obligations"],
        "assessed": (about.get("completed_at") or "")[:10] or None,
        "due": result["reassess"]["due"],
        "sections": [
            {"title": title, "answers": answers}
            for title, _, items in w.answers_by_section()
            if (answers := [_answer(w, item) for item in items if item.get("public")])
        ],
        "report": digest,
    }


def _answer(w: Words, item: t.AnswerData) -> PublicAnswer:
    stated = item["status"] in ("answered", "not_applicable")
    return {
        "question": item["question"],
        "text": item["text"],
        "answer": w.answer_lines(item) if stated else None,
    }


def public_outline(record: PublicRecord) -> o.Outline:
    made = record["questionnaire"]
    d = Sentences("public", made["language"])
    yield o.Title((d("title"), ": ", record["system"]), made["language"])
    yield o.Quote(made["statement"])
    yield o.Section(d("in_short"), list(_in_short(record, d)))
    for section in record["sections"]:
        yield o.Section(section["title"], list(_stated(section, record, d)))
    yield o.Section(d.report("obligations"), [o.Item(text) for text in record["obligations"]])
    standing = d.report(f"standing_{made['status']}")
    edition = d("edition", title=made["title"], id=made["id"], version=made["version"], standing=standing)
    rests_on = [o.Item(d("by_itself")), o.Item(d("left_out")), o.Item(edition)]
    yield o.Section(d("about"), [*rests_on, o.Item((d("report"), " ", o.code(record["report"])))])


def _in_short(record: PublicRecord, d: Sentences) -> Iterator[o.Block]:
    percent = record["controls_percent"]
    told = {
        d.report("agency"): record["agency"],
        d.report("level"): record["level_title"],
        d.report("verdict"): d(record["verdict"]),
        d.report("controls"): d.report("not_measured") if percent is None else f"{percent}%",
        d("assessed"): d.day(record["assessed"] or d("not_stated")),
        d("due"): d.day(record["due"] or d("not_stated")),
    }
    yield from (o.fact(label, value) for label, value in told.items())


def _stated(section: PublicSection, record: PublicRecord, d: Sentences) -> Iterator[o.Fact]:
    """Yield questions and answers, without those that only say what stands above: the system's name, and the agency's."""
    for item in section["answers"]:
        lines = item["answer"] or [d("not_stated")]
        if lines not in ([record["system"]], [record["agency"]]):
            yield o.Fact(o.strong(item["text"]), [o.Item(line) for line in lines if line])
