"""Why nothing reaches a target, in words that prove it (docs/explain.md#when-there-is-no-plan)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from aiassess.explain.witness import witnesses
from aiassess.figures import percent_text
from aiassess.scoring.level import residual_points
from aiassess.text import count, say

if TYPE_CHECKING:
    from aiassess.explain.asked import Target
    from aiassess.explain.plan import NoPlan
    from aiassess.explain.requirements import Requirement
    from aiassess.explain.types import ObstacleData
    from aiassess.scoring.result import Assessment


def obstacle_texts(
    assessment: Assessment, target: Target, found: NoPlan, lang: str, *, controls_only: bool
) -> list[ObstacleData]:
    """Return what stands in the way, each with ``kind``, what it is ``about`` (ids), and ``text``."""
    words = _Words(assessment, target, lang, controls_only=controls_only)
    missing = [item.about for item in found.obstacles if item.kind == "missing" and item.about]
    texts: list[ObstacleData] = [
        {
            "kind": item.kind,
            "about": [item.about] if item.about else [],
            "text": words.of(item, together=found.together),
        }
        for item in found.obstacles
        if item.kind != "missing"
    ]
    if missing:  # one obstacle, however many questions
        texts.append({"kind": "missing", "about": missing, "text": words.missing(missing)})
    return texts


class _Words:
    def __init__(self, assessment: Assessment, target: Target, lang: str, *, controls_only: bool) -> None:
        self.a, self.q, self.lang = assessment, assessment.questionnaire, lang
        self.controls_only = controls_only
        asked = target.level(self.q)
        self.level = (asked or assessment.level).title[lang]
        self.highest = asked.up_to if asked else None
        """The highest share that the level asked for takes, if one is and it has a bound."""
        self.by_inherent = assessment.questionnaire.scoring.level_from == "inherent"

    def say(self, key: str, **values: object) -> str:
        return say(self.lang, f"explain.{key}", **values)

    def of(self, item: Requirement, *, together: bool) -> str:
        match item.kind:
            case "rule":
                return self.rule(str(item.about))
            case "points":
                asks = "asks_inherent" if self.by_inherent else "asks_points"
                return self.say(asks, level=self.level) if together else self.points()
            case "finding":
                return self.finding(str(item.about))
            case "unsure":
                return self.say("obstacle_unsure", question=self.q.by_id[str(item.about)].text[self.lang])
            case _:
                title = next((tag.title[self.lang] for tag in self.q.principles if tag.id == item.about), None)
                key = "asks_share" if together else "obstacle_share"
                return self.say(key, title=title or say(self.lang, "report.all_controls"))

    def rule(self, about: str) -> str:
        rule = next(rule for rule in self.q.rules if rule.id == about)
        level = self.q.level_of(rule)
        reasons = [self.said(name) for name in witnesses(rule.when, self.a.answer_to)]
        name = f"“{rule.title[self.lang]}”" if rule.title else rule.id
        values = {"rule": name, "level": level.title[self.lang], "reason": rule.reason[self.lang]}
        key = "obstacle_rule" if self.controls_only else "obstacle_rule_any"
        return self.say(key, **values, because="; ".join(reasons))

    def said(self, name: str) -> str:
        question, answer = self.q.by_id[name], self.a.answer_to(name)
        label = question.words(answer, self.lang)
        if isinstance(label, list):
            label = ", ".join(label)
        cited = f"({question.ref}) {question.text[self.lang]}" if question.ref else question.text[self.lang]
        return f"{cited} — {label or self.say('status_' + answer.status)}"

    def finding(self, about: str) -> str:
        question, _, name = about.partition(".")
        finding = next(item for item in self.q.by_id[question].findings if item.id == name)
        return self.say("obstacle_finding", text=finding.text[self.lang], answer=self.said(question))

    def missing(self, names: list[str]) -> str:
        refs = ", ".join(self.q.by_id[name].ref or name for name in names)
        return count(self.lang, "explain.obstacle_missing", len(names), questions=refs)

    # Points

    def points(self) -> str:
        """Say how far the points could come down at best, or what blocks the credit."""
        inherent, credit = self.a.inherent, self.q.scoring.mitigation
        if self.by_inherent:
            return self.inherent()
        most = Fraction(0) if credit.method == "none" else credit.reduces_percent
        best = residual_points(inherent.points, most)
        percent = Fraction(100 * best, inherent.maximum) if inherent.maximum else Fraction(0)
        if self.highest is not None and percent > self.highest and self.controls_only:
            return self.say(
                "obstacle_points",
                inherent=inherent.points,
                maximum=inherent.maximum,
                most=percent_text(most, most),
                best=best,
                percent=percent_text(percent, self.highest),
                level=self.level,
                highest=percent_text(self.highest, self.highest),
            )
        if "incomplete" in self.a.credit.blocked_by and self.a.missing:
            return self.say("obstacle_incomplete")
        return self.say("obstacle_credit", level=self.level)

    def inherent(self) -> str:
        """Say how high the inherent risk is, and that it stays above the level's bound."""
        inherent, highest = self.a.inherent, self.highest
        percent = inherent.percent
        if not self.controls_only or highest is None or percent is None or percent <= highest:
            return self.say("obstacle_inherent_any", level=self.level)
        figures = {"percent": percent_text(percent, highest), "highest": percent_text(highest, highest)}
        points = {"inherent": inherent.points, "maximum": inherent.maximum}
        return self.say("obstacle_inherent", level=self.level, **points, **figures)
