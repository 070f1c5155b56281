"""The report as plain data, in one language (docs/report-format.md).

``schemas/report.schema.json`` is its definition. It holds everything that a renderer prints, so that a saved report can be
read without the questionnaire; nothing in it comes from a clock, a locale or the machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from aiassess import __version__
from aiassess.answers.dump import about_data, evidence_data, risk_data, value_data
from aiassess.canonical import digest_of
from aiassess.figures import add_months, one_decimal, percent_text, plain_number
from aiassess.report.crosswalk import crosswalk_data
from aiassess.report.deciding import reason_text
from aiassess.text import say

if TYPE_CHECKING:
    from aiassess.model.answers import Answer
    from aiassess.model.levels import ScoreKind
    from aiassess.model.questionnaire import Question, Section
    from aiassess.report import types as t
    from aiassess.report.types import Report
    from aiassess.scoring.result import Assessment, Mark, Reason, Score, Shortfall, TagScore

FORMAT: Literal["aiassess.report/1"] = "aiassess.report/1"


def build_report(assessment: Assessment, language: str | None = None) -> Report:
    """Return the report of an assessment with its digest.

    ``language``: one of the questionnaire's; without it the answers' own, else the questionnaire's default.
    """
    return signed(unsigned_report(assessment, language))


def unsigned_report(assessment: Assessment, language: str | None = None) -> Report:
    """Return the report with an empty digest, which takes a third of the time."""
    return _Builder(assessment, report_language(assessment, language)).report()


def signed(report: Report) -> Report:
    return {**report, "digest": content_digest(report)}


def content_digest(report: Report) -> str:
    """Return the digest of the rest of a report; raises ValueError for numbers that RFC 8785 gives no single form."""
    return digest_of({name: part for name, part in report.items() if name != "digest"})


def report_language(assessment: Assessment, wish: str | None) -> str:
    """Return the language of a report: the wish, else the answers' own, else the questionnaire's default."""
    offered, wishes = assessment.questionnaire.languages, (wish, assessment.answers.about.language)
    return next((lang for lang in wishes if lang in offered), offered[0])


class _Builder:
    def __init__(self, assessment: Assessment, lang: str) -> None:
        self.a = assessment
        self.q = assessment.questionnaire
        self.lang = lang
        self.actor_titles = {tag.id: tag.title[lang] for tag in self.q.actors}
        self.principle_titles = {tag.id: tag.title[lang] for tag in self.q.principles}

    def report(self) -> Report:
        a, q, lang = self.a, self.q, self.lang
        return {
            "format": FORMAT,
            "tool": {"name": "aiassess", "version": __version__},
            "questionnaire": {
                "id": q.id,
                "version": q.version,
                "digest": q.digest,
                "status": q.status,
                "language": lang,
                "title": q.title[lang],
                "statement": q.statement[lang],
                "answered_version": a.answers.questionnaire_version,
            },
            "about": self.about(),
            "result": self.result(),
            "dimensions": {
                "principles": [self.tag(item, self.principle_titles) for item in a.principles],
                "actors": [self.tag(item, self.actor_titles) for item in a.actors],
            },
            "sections": [self.section(*pair) for pair in a.sections()],
            "findings": self.findings(),
            "obligations": [text[lang] for text in a.level.obligations],
            "risks": self.risks(),
            "answers": [self.answer(mark) for mark in a.marks.values()],
            "missing": [self.missing(name) for name in a.missing],
            "contradictions": [{"id": check.id, "text": check.text[lang]} for check in a.contradictions],
            "unconfirmed": [self.unconfirmed(name) for name in a.unconfirmed],
            "unevidenced": [self.unevidenced(name) for name in a.unevidenced],
            "inactive": [self.inactive(q.by_id[name]) for name in a.inactive],
            **crosswalk_data(q, lang),
            "digest": "",
        }

    def about(self) -> t.AboutReportData:
        subject, stated = self.a.subject, self.q.subject
        more: dict[str, str | None] = {"system": subject("system"), "agency": subject("agency")}
        if self.q.assesses:
            more["assesses"] = self.q.assesses.one[self.lang]
        if "purpose" in stated:
            more["purpose"] = subject("purpose")
        if "phase" in stated:
            phase = self.q.by_id[stated["phase"]].option(subject("phase") or "")
            more["phase"] = phase.label[self.lang] if phase else None
        return cast("t.AboutReportData", {**more, **about_data(self.a.answers.about)})

    # The result

    def result(self) -> t.ResultData:
        a, lang = self.a, self.lang
        low, high = a.level_range
        months = a.level.reassess_months
        completed = a.answers.about.completed_at
        return {
            "level": a.level.id,
            "level_title": a.level.title[lang],
            "level_range": [low.id, high.id],
            "level_range_titles": [low.title[lang], high.title[lang]],
            "level_settled": a.level_settled,
            "level_from": self.q.scoring.level_from,
            "status": a.status,
            "verdict": a.verdict,
            "reasons": [self.reason(reason) for reason in a.reasons],
            "held_above_controls": a.held_above_controls,
            "best_level_by_controls": a.best_level_by_controls.id,
            "best_level_by_controls_title": a.best_level_by_controls.title[lang],
            "undetermined_by": [
                {"rule": rule.id, "questions": list(questions), "text": rule.reason[lang]}
                for rule, questions in a.undetermined_by
            ],
            "shortfalls": [self.shortfall(item) for item in a.shortfalls],
            "inherent": _score(a.inherent),
            "controls": _score(a.controls),
            "residual": _score(a.residual),
            "credit": {"percent": one_decimal(a.credit.percent), "blocked_by": list(a.credit.blocked_by)},
            "approval": a.level.approval[lang] if a.level.approval else None,
            "reassess": {"months": months, "due": add_months(completed[:10], months) if months and completed else None},
        }

    def reason(self, reason: Reason) -> t.ReasonData:
        rule = reason.rule
        return {
            "kind": "rule" if rule else "points",
            "rule": rule.id if rule else None,
            "level": reason.level.id,
            "decided": reason.decided,
            "certain": reason.certain,
            "text": reason_text(self.a, reason, self.lang),
            "title": rule.title[self.lang] if rule and rule.title else None,
        }

    def shortfall(self, item: Shortfall) -> t.ShortfallData:
        title = self.principle_titles[item.principle] if item.principle else say(self.lang, "report.all_controls")
        asked, reached = percent_text(item.asked, item.asked), percent_text(item.reached, item.asked)
        return {
            "principle": item.principle,
            "asked_percent": plain_number(item.asked),
            "reached_percent": one_decimal(item.reached),
            "text": say(self.lang, "report.shortfall", title=title, asked=asked, reached=reached),
        }

    def tag(self, item: TagScore, titles: dict[str, str]) -> t.TagData:
        return {
            "id": item.tag,
            "title": titles[item.tag],
            **_score(item.score),
            "answered": item.answered,
            "applicable": item.applicable,
        }

    def section(self, section: Section, marks: list[Mark]) -> t.SectionData:
        def points(kind: ScoreKind) -> t.PointsData:
            scored = [mark for mark in marks if mark.question.score == kind]
            return {"points": sum(mark.points for mark in scored), "maximum": sum(mark.maximum for mark in scored)}

        return {
            "id": section.id,
            "title": section.title[self.lang],
            "answered": sum(mark.settled for mark in marks),
            "applicable": len(marks),
            "inherent": points("inherent"),
            "controls": points("control"),
        }

    # Findings and risks

    def findings(self) -> list[t.FindingData]:
        return [
            {
                "id": f"{item.question.id}.{item.finding.id}",
                "question": item.question.id,
                "ref": item.question.ref,
                "severity": item.finding.severity,
                "text": item.finding.text[self.lang],
                "action": item.finding.action[self.lang],
                "actor": item.finding.actor,
                "actor_title": self.actor_titles.get(item.finding.actor) if item.finding.actor else None,
                "points_won": item.wins,
            }
            for item in self.a.findings
        ]

    def risks(self) -> list[t.RatedRiskData]:
        return [
            {
                "question": mark.question.id,
                **risk_data(risk),
                "inherent_rating": risk.inherent_rating,
                "rating": risk.rating,
            }
            for mark in self.a.marks.values()
            for risk in mark.answer.risks
        ]

    # Answers

    def answer(self, mark: Mark) -> t.AnswerData:
        return {
            "question": mark.question.id,
            "ref": mark.question.ref,
            "section": self.q.section_of[mark.question.id].id,
            "text": mark.question.text[self.lang],
            **self.given(mark.question, mark.answer),
            "score": mark.question.score,
            "points": mark.points,
            "maximum": mark.maximum,
            **beside_data(mark.answer),
            **_marked(mark.question, mark.answer),
        }

    def inactive(self, question: Question) -> t.InactiveData:
        answer = self.a.answers.get(question.id)
        return {
            **question_data(question, self.lang),
            **self.given(question, answer),
            **beside_data(answer),
            **_marked(question, answer),
        }

    def given(self, question: Question, answer: Answer) -> t.GivenData:
        return {
            "status": answer.status,
            "value": value_data(answer.value),
            "label": question.label(answer, self.lang),
        }

    def listed(self, name: str) -> t.ListedData:
        section = self.q.section_of[name]
        return {
            **question_data(self.q.by_id[name], self.lang),
            "section": section.id,
            "section_title": section.title[self.lang],
        }

    def missing(self, name: str) -> t.MissingData:
        answer = self.a.marks[name].answer
        status: Literal["unsure", "unanswered"] = "unsure" if answer.status == "unsure" else "unanswered"
        return {**self.listed(name), "status": status, **self.waiting(answer.waits_for)}

    def waiting(self, actor: str | None) -> t.WaitingTitled:
        return {} if actor is None else {"for": actor, "for_title": self.actor_titles[actor]}

    def unconfirmed(self, name: str) -> t.UnconfirmedData:
        answered = self.a.marks[name].answer.status == "answered"
        return {**self.listed(name), "status": "answered" if answered else "not_applicable"}

    def unevidenced(self, name: str) -> t.UnevidencedData:
        mark = self.a.marks[name]
        return {
            **self.listed(name),
            "status": "answered",
            "label": mark.question.label(mark.answer, self.lang),
            "points": mark.points,
            "points_with_evidence": mark.question.points_of(mark.answer.value),
            "maximum": mark.maximum,
        }


def question_data(question: Question, lang: str) -> t.QuestionData:
    return {"question": question.id, "ref": question.ref, "text": question.text[lang]}


def beside_data(answer: Answer) -> t.BesideData:
    beside: t.BesideData = {"note": answer.note, "evidence": evidence_data(answer)}
    if answer.waits_for is not None:
        beside["for"] = answer.waits_for
    if answer.given_by:
        beside["from"] = [*answer.given_by]
    return beside if answer.confirmed else {**beside, "confirmed": False}


def _marked(question: Question, answer: Answer) -> t.MarkedData:
    """Return what the public record needs to know of an answer (docs/public-record.md)."""
    marked: t.MarkedData = {"public": True} if question.public else {}
    if any(option.classified and option.id in answer.chosen for option in question.options):
        marked["classified"] = True
    return marked


def _score(score: Score | None) -> t.ScoreData:
    if score is None:
        return {"points": 0, "maximum": 0, "percent": None}
    return {"points": score.points, "maximum": score.maximum, "percent": score.stated}
