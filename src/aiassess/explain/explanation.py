"""The explanation as plain data, in one language: ``schemas/explanation.schema.json`` (docs/explain.md)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from aiassess.explain import types as t
from aiassess.explain.asked import Asked, Target
from aiassess.explain.obstacles import obstacle_texts
from aiassess.explain.plan import Change, NoPlan, Plan, any_answer, controls_only, find_plan
from aiassess.explain.types import Explanation
from aiassess.explain.witness import witnesses
from aiassess.figures import one_decimal, percent_text
from aiassess.model.conditions import questions_in
from aiassess.model.levels import Rule, ScoreKind
from aiassess.model.questionnaire import Question
from aiassess.program.domain import instead
from aiassess.report.build import build_report, question_data, report_language
from aiassess.report.deciding import deciding
from aiassess.report.types import EditionData, SubjectData, part
from aiassess.scoring.result import Assessment, Mark, Score
from aiassess.text import say


def explain(assessment: Assessment, asked: Asked, language: str | None = None) -> Explanation:
    """Return why the level is what it is, and what would change it.

    Without a target: the next lower level, and the verdict "ready" if it is not reached.
    """
    return _Builder(assessment, asked, report_language(assessment, language)).explanation()


class _Builder:
    def __init__(self, assessment: Assessment, asked: Asked, lang: str) -> None:
        self.a = assessment
        self.q = assessment.questionnaire
        self.asked = asked
        self.lang = lang

    def explanation(self) -> Explanation:
        report = build_report(self.a, self.lang)
        question, target = self.asked.question, self.asked.target
        return {
            "format": "aiassess.explanation/1",
            "asked": question.id if question else target.name if target else None,
            "questionnaire": part(EditionData, report["questionnaire"]),
            "about": part(SubjectData, report["about"]),
            "result": {
                **part(t.ResultFacts, report["result"]),
                "held_by": deciding(self.a, self.lang) if self.q.rank[self.a.level.id] else [],
            },
            "open": {"missing": list(self.a.missing), "unconfirmed": list(self.a.unconfirmed)},
            "rules": [self.rule(rule) for rule in self.q.rules],
            "points": {
                "inherent": self.ranked("inherent"),
                "controls": self.ranked("control"),
            },
            "question": None if question is None else self.instead(question),
            "targets": [] if question else list(self.told()),
        }

    # Rules and points

    def rule(self, rule: Rule) -> t.RuleData:
        held = {reason.rule.id: reason for reason in self.a.reasons if reason.rule}
        unsure = {item.id for item, _ in self.a.undetermined_by}
        level = self.q.level_of(rule)
        return {
            "id": rule.id,
            "title": rule.title[self.lang] if rule.title else None,
            "level": level.id,
            "level_title": level.title[self.lang],
            "reason": rule.reason[self.lang],
            "state": "met" if rule.id in held else "open" if rule.id in unsure else "not_met",
            "decided": rule.id in held and held[rule.id].decided,
            "because": [self.given(self.q.by_id[name]) for name in witnesses(rule.when, self.a.answer_to)],
        }

    def given(self, question: Question) -> t.AsAnsweredData:
        """Return a question with its answer as it counts; one that does not apply counts as blank."""
        answer = self.a.answer_to(question.id)
        return {
            **question_data(question, self.lang),
            "applies": question.id in self.a.marks,
            "status": answer.status,
            "label": question.words(answer, self.lang),
            "unevidenced": question.lacks_evidence(answer),
        }

    def ranked(self, kind: ScoreKind) -> list[t.CostData]:
        """Return the questions by what they cost: inherent points added, control points lacking; then in document order."""
        marks = [mark for mark in self.a.marks.values() if mark.question.score == kind and mark.counts]
        cost = {m.question.id: m.points if kind == "inherent" else m.maximum - m.points for m in marks}
        whole = sum(cost.values())
        marks.sort(key=lambda mark: -cost[mark.question.id])
        return [self.points(mark, cost[mark.question.id], whole) for mark in marks if cost[mark.question.id]]

    def points(self, mark: Mark, cost: int, whole: int) -> t.CostData:
        return {
            **self.given(mark.question),
            "points": mark.points,
            "maximum": mark.maximum,
            "weight": mark.question.weight,
            "cost": cost,
            "share_percent": one_decimal(Fraction(100 * cost, whole)),
        }

    # What would change it

    def targets(self) -> list[Target]:
        if self.asked.target:
            return [self.asked.target]
        place = self.q.rank[self.a.level.id]
        found = [Target("level", self.q.levels[place - 1].id)] if place else []
        return found if self.a.verdict == "ready" else [*found, Target("verdict", "ready")]

    def told(self) -> Iterator[t.TargetData]:
        """Yield what reaches each target; if controls cannot lower the level, also what else would have to change."""
        for target in self.targets():
            found = self.target(target, scope_any=self.asked.any_answer)
            yield found
            by_inherent = target.kind == "level" and self.q.scoring.level_from == "inherent"
            if by_inherent and found["scope"] == "controls" and found["settled"] and not found["plan"]:
                yield self.target(target, scope_any=True)

    def target(self, target: Target, *, scope_any: bool) -> t.TargetData:
        found = find_plan(self.a, target, any_answer if scope_any else controls_only(self.a))
        unmet, level = found if isinstance(found, NoPlan) else None, target.level(self.q)
        return {
            "kind": target.kind,
            "name": target.name,
            "title": level.title[self.lang] if level else say(self.lang, f"report.verdict_{target.name}"),
            "scope": "any_answer" if scope_any else "controls",
            "reached": target.reached(self.a),
            "settled": unmet.settled if unmet else True,
            "plan": self.plan(found) if isinstance(found, Plan) else None,
            "together": unmet.together if unmet else False,
            "obstacles": obstacle_texts(self.a, target, unmet, self.lang, controls_only=not scope_any) if unmet else [],
        }

    def plan(self, plan: Plan) -> t.PlanData:
        return {
            "changes": [self.change(change) for change in plan.changes],
            "effort": plan.effort,
            "confirm": [self.given(question) for question in plan.confirm],
            "after": _after(plan.after, self.lang),
        }

    def change(self, change: Change) -> t.ChangeData:
        question, answer = change.question, change.candidate.answer
        raised = [item.finding for item in self.a.findings if item.question.id == question.id]
        actor = next((finding.actor for finding in raised if finding.actor), next(iter(question.actors), None))
        titles = {tag.id: tag.title[self.lang] for tag in self.q.actors}
        hint = question.evidence_hint
        return {
            **self.given(question),
            "section": self.q.section_of[question.id].title[self.lang],
            "any_value": change.candidate.stand_in,
            "to": question.words(answer, self.lang) if not change.candidate.stand_in else None,
            "evidence": self.evidence(change),
            "effort": change.candidate.effort,
            "actor": actor,
            "actor_title": titles[actor] if actor else None,
            "actions": [finding.action[self.lang] for finding in raised],
            "evidence_hint": hint[self.lang] if hint else None,
        }

    def evidence(self, change: Change) -> Literal["alone", "with_answer"] | None:
        """Return whether the change is to give evidence, alone or with the answer; None if neither."""
        now, new = self.a.answers.get(change.question.id), change.candidate.answer
        if not new.evidence or now.evidence:
            return None
        return "alone" if new.value == now.value else "with_answer"

    def instead(self, question: Question) -> t.OneQuestionData:
        mark = self.a.marks.get(question.id)
        rules = [rule.id for rule in self.q.rules if question.id in questions_in(rule.when)]
        titles = {tag.id: tag.title[self.lang] for tag in self.q.principles}
        return {
            **self.given(question),
            "score": question.score,
            "points": mark.points if mark else 0,
            "maximum": mark.maximum if mark else 0,
            "weight": question.weight,
            "principles": [titles[name] for name in question.principles],
            "rules": rules,
            "instead": [
                {
                    "label": question.words(answer, self.lang),
                    "with_evidence": bool(answer.evidence) and not self.a.answers.get(question.id).evidence,
                    "points": question.points_of(answer.value) if question.score else 0,
                    **_after(after, self.lang),
                    "findings": [
                        {"severity": item.finding.severity, "text": item.finding.text[self.lang]}
                        for item in after.findings
                        if item.question.id == question.id
                    ],
                }
                for answer, after in instead(self.a, question)
            ],
        }


def _after(assessment: Assessment, lang: str) -> t.AfterData:
    asked, bounds = assessment.level.ready_at, assessment.questionnaire.thresholds
    inherent, controls, residual = assessment.inherent, assessment.controls, assessment.residual
    return {
        "level": assessment.level.id,
        "level_title": assessment.level.title[lang],
        "verdict": assessment.verdict,
        "inherent_points": inherent.points,
        "inherent_percent": inherent.stated,
        "inherent_shown": _shown(inherent, bounds),
        "residual_points": residual.points,
        "residual_percent": residual.stated,
        "residual_shown": _shown(residual, bounds),
        "controls_percent": controls.stated if controls else None,
        "controls_shown": _shown(controls, [asked.controls] if asked else []),
    }


def _shown(score: Score | None, bounds: Sequence[Fraction]) -> str | None:
    return None if score is None or score.percent is None else percent_text(score.percent, *bounds)
