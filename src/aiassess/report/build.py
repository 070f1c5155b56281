"""The report as plain data, in one language (docs/report-format.md).

``schemas/report.schema.json`` is its definition. Everything that a renderer prints stands in it, so that a saved report can
be read without the questionnaire; nothing in it comes from a clock, a locale or the machine.
"""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, Any

from aiassess import __version__
from aiassess.answers.dump import about_data, evidence_data, risk_data, value_data
from aiassess.figures import one_decimal, percent_text, plain_number
from aiassess.model.answers import Risk
from aiassess.questionnaire.build import digest_of
from aiassess.text import LANGUAGES, say

if TYPE_CHECKING:
    from aiassess.model.answers import Answer, AnswerSet
    from aiassess.model.questionnaire import Question, Questionnaire
    from aiassess.scoring.result import Assessment, Mark, Reason, Score, Shortfall, TagScore

FORMAT = "aiassess.report/1"

Report = dict[str, Any]
"""A report as JSON has it: ``schemas/report.schema.json``."""


def build_report(assessment: Assessment, language: str | None = None) -> Report:
    """Return the report of an assessment with its digest.

    ``language``: one of the questionnaire's; without it the answers' own, else the questionnaire's default.
    """
    report = _Builder(assessment, report_language(assessment.questionnaire, assessment.answers, language)).report()
    report["digest"] = digest_of(report)
    return report


def report_language(questionnaire: Questionnaire, answers: AnswerSet, wish: str | None = None) -> str:
    """Return the language of a report: the wish, else the answers' own, else the questionnaire's default."""
    offered = questionnaire.languages
    return next((lang for lang in (wish, answers.about.language) if lang and lang in offered), offered[0])


def value_label(question: Question, answer: Answer, lang: str) -> str | list[str] | None:
    """Return what an answer says in words: the option's label or labels, a number with its unit; None for the rest."""
    value = answer.value
    if question.type == "choice" and isinstance(value, str):
        option = question.option(value)
        return option.label[lang] if option else None
    if question.type == "choices" and isinstance(value, tuple):
        return [option.label[lang] for option in question.options if option.id in value]
    if question.type == "number" and value is not None and question.unit is not None:
        return f"{value} {question.unit[lang]}"
    return None


def add_months(date: str, months: int) -> str | None:
    """Return the date (YYYY-MM-DD) so many months later, on the month's last day where it is shorter; None past 9999."""
    year, month, day = (int(part) for part in date.split("-"))
    year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
    if year > 9999:
        return None
    return f"{year:04}-{month:02}-{min(day, calendar.monthrange(year, month)[1]):02}"


class _Builder:
    def __init__(self, assessment: Assessment, lang: str) -> None:
        self.a = assessment
        self.q = assessment.questionnaire
        self.lang = lang
        self.program_lang = lang if lang in LANGUAGES else "en"
        self.actor_titles = {tag.id: tag.title[lang] for tag in self.q.actors}
        self.principle_titles = {tag.id: tag.title[lang] for tag in self.q.principles}

    def say(self, key: str, **values: object) -> str:
        return say(self.program_lang, key, **values)

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
            "sections": self.sections(),
            "findings": self.findings(),
            "obligations": [text[lang] for text in a.level.obligations],
            "risks": self.risks(),
            "answers": [self.answer(mark) for mark in a.marks.values()],
            "missing": [self.named(a.marks[name]) for name in a.missing],
            "contradictions": [{"id": check.id, "text": check.text[lang]} for check in a.contradictions],
            "unconfirmed": [self.named(a.marks[name]) for name in a.unconfirmed],
            "unevidenced": [self.unevidenced(a.marks[name]) for name in a.unevidenced],
            "inactive": [self.inactive(q.by_id[name]) for name in a.inactive],
        }

    def about(self) -> dict[str, Any]:
        subject = {}
        for role in ("system", "agency"):
            name = self.q.subject.get(role)
            mark = self.a.marks.get(name) if name else None
            subject[role] = mark.answer.value if mark else None
        return {**subject, **about_data(self.a.answers.about)}

    # The result

    def result(self) -> dict[str, Any]:
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
            "reassess": {
                "months": months,
                "due": add_months(completed[:10], months) if months and completed else None,
            },
        }

    def reason(self, reason: Reason) -> dict[str, Any]:
        level, rule = reason.level.title[self.lang], reason.rule
        title = rule.title[self.lang] if rule and rule.title else None
        if rule is None:
            percent = self.a.level_share.percent
            told = None if percent is None else percent_text(percent, *self.q.thresholds)
            shown = self.say("report.not_measured") if told is None else f"{told}%"
            text = self.say(f"report.reason_points_{self.q.scoring.level_from}", percent=shown, level=level)
        elif title:
            top = reason.level is self.q.levels[-1]
            key = "report.reason_top" if top else "report.reason_titled"
            text = self.say(key, title=title, level=level, reason=rule.reason[self.lang])
        else:
            text = self.say("report.reason_rule", rule=rule.id, level=level, reason=rule.reason[self.lang])
        return {
            "kind": "rule" if rule else "points",
            "rule": rule.id if rule else None,
            "level": reason.level.id,
            "decided": reason.decided,
            "text": text,
            "title": title,
        }

    def shortfall(self, item: Shortfall) -> dict[str, Any]:
        title = self.principle_titles[item.principle] if item.principle else self.say("report.all_controls")
        asked, reached = percent_text(item.asked, item.asked), percent_text(item.reached, item.asked)
        return {
            "principle": item.principle,
            "asked_percent": plain_number(item.asked),
            "reached_percent": one_decimal(item.reached),
            "text": self.say("report.shortfall", title=title, asked=asked, reached=reached),
        }

    def tag(self, item: TagScore, titles: dict[str, str]) -> dict[str, Any]:
        return {
            "id": item.tag,
            "title": titles[item.tag],
            **_score(item.score),
            "answered": item.answered,
            "applicable": item.applicable,
        }

    def sections(self) -> list[dict[str, Any]]:
        found = []
        for section, marks in self.a.sections():
            entry: dict[str, Any] = {
                "id": section.id,
                "title": section.title[self.lang],
                "answered": sum(mark.settled for mark in marks),
                "applicable": len(marks),
            }
            for kind in ("inherent", "control"):
                scored = [mark for mark in marks if mark.question.score == kind]
                key = "controls" if kind == "control" else kind
                entry[key] = {"points": sum(m.points for m in scored), "maximum": sum(m.maximum for m in scored)}
            found.append(entry)
        return found

    # Findings and risks

    def findings(self) -> list[dict[str, Any]]:
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

    def risks(self) -> list[dict[str, Any]]:
        found = []
        for mark in self.a.marks.values():
            for risk in mark.answer.value if isinstance(mark.answer.value, tuple) else ():
                if isinstance(risk, Risk):
                    ratings = {"inherent_rating": risk.inherent_rating, "rating": risk.rating}
                    found.append({"question": mark.question.id, **risk_data(risk), **ratings})
        return found

    # Answers

    def answer(self, mark: Mark) -> dict[str, Any]:
        return {
            "question": mark.question.id,
            "ref": mark.question.ref,
            "section": self.q.section_of[mark.question.id].id,
            "text": mark.question.text[self.lang],
            **self.given(mark.question, mark.answer),
            "score": mark.question.score,
            "points": mark.points,
            "maximum": mark.maximum,
            **_said_beside(mark.answer),
        }

    def given(self, question: Question, answer: Answer) -> dict[str, Any]:
        return {
            "status": answer.status,
            "value": None if answer.value is None else value_data(answer.value),
            "label": value_label(question, answer, self.lang),
        }

    def named(self, mark: Mark) -> dict[str, Any]:
        section = self.q.section_of[mark.question.id]
        return {
            "question": mark.question.id,
            "ref": mark.question.ref,
            "text": mark.question.text[self.lang],
            "section": section.id,
            "section_title": section.title[self.lang],
            "status": mark.answer.status,
        }

    def unevidenced(self, mark: Mark) -> dict[str, Any]:
        return {
            **self.named(mark),
            "label": value_label(mark.question, mark.answer, self.lang),
            "points": mark.points,
            "points_with_evidence": mark.question.points_of(mark.answer.value),
            "maximum": mark.maximum,
        }

    def inactive(self, question: Question) -> dict[str, Any]:
        answer = self.a.answers.get(question.id)
        return {
            "question": question.id,
            "ref": question.ref,
            "text": question.text[self.lang],
            **self.given(question, answer),
            **_said_beside(answer),
        }


def _said_beside(answer: Answer) -> dict[str, Any]:
    confirmed = {} if answer.confirmed else {"confirmed": False}
    return {"note": answer.note, "evidence": evidence_data(answer), **confirmed}


def _score(score: Score | None) -> dict[str, Any]:
    if score is None:
        return {"points": 0, "maximum": 0, "percent": None}
    percent = score.percent
    return {
        "points": score.points,
        "maximum": score.maximum,
        "percent": None if percent is None else one_decimal(percent),
    }
