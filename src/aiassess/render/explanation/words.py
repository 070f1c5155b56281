"""Sentences that every renderer of an explanation says alike, from the explanation alone and in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.figures import part_text
from aiassess.render.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.explain import types as t
    from aiassess.explain.types import Explanation
    from aiassess.report.types import QuestionData


class ExplainWords(Sentences):
    """The words of one explanation."""

    def __init__(self, explanation: Explanation) -> None:
        super().__init__("explain", explanation["questionnaire"]["language"])
        self.data = explanation
        self.level_from = explanation["result"]["level_from"]
        self.rule_names = {rule["id"]: rule["title"] or rule["id"] for rule in explanation["rules"]}

    @property
    def about_one_thing(self) -> bool:
        """Whether one question or one target was asked for: the points of all questions are then left out."""
        return self.data["asked"] is not None

    def answer(self, item: t.AsAnsweredData) -> str:
        """Return what was answered, in words."""
        if not item["applies"]:
            return self("does_not_apply")
        label = item["label"]
        if isinstance(label, list):
            return ", ".join(label)
        return label if label is not None else self(f"status_{item['status']}")

    def answer_counted(self, item: t.AsAnsweredData) -> str:
        """Return what was answered, in words, and that it has no evidence if it counts less for that."""
        answer = self.answer(item)
        return self("without_evidence", answer=answer) if item["unevidenced"] else answer

    def cited(self, item: QuestionData) -> str:
        """Return a question with its reference."""
        return f"({item['ref']}) {item['text']}" if item["ref"] else item["text"]

    def reasons(self) -> Iterator[tuple[str, bool, list[str]]]:
        """Yield each contribution to the level, whether it decided, and the answers that make a rule hold."""
        rules = {rule["id"]: rule for rule in self.data["rules"]}
        for reason in self.data["result"]["reasons"]:
            text = self.reason(reason["text"], certain=reason["certain"])
            yield text, reason["decided"], self.because(rules[reason["rule"]]) if reason["rule"] else []

    def settled(self) -> list[str]:
        """Return that what is still open cannot change the level, and what holds it; nothing if nothing is open."""
        result, open_ = self.data["result"], self.data["open"]
        if not any(open_.values()) or not result["level_settled"] or result["level"] != result["level_range"][0]:
            return []
        told = [self("settled_but_unconfirmed" if open_["unconfirmed"] else "settled")]
        held_by = "; ".join(result["held_by"])
        return [*told, self("held_by", reasons=held_by)] if held_by else told

    def because(self, rule: t.RuleData) -> list[str]:
        """Return the answers that make a rule what it is, a line each."""
        return [f"{self.cited(item)} — {self.answer(item)}" for item in rule["because"]]

    def open_rules(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each rule that an unsure answer leaves open, and its answers."""
        for rule in self.data["rules"]:
            if rule["state"] == "open":
                level = self("rule_at_least", level=rule["level_title"])
                yield (
                    f"{self.rule_names[rule['id']]} ({self('rule_open')}), {level}: {rule['reason']}",
                    self.because(rule),
                )

    def rules_looked_at(self) -> str:
        """Return how many rules were looked at, and which are not met."""
        names = [rule["id"] for rule in self.data["rules"] if rule["state"] == "not_met"]
        rules = self.rules(names)
        all_, met = len(self.data["rules"]), sum(rule["state"] == "met" for rule in self.data["rules"])
        text = self("rules_count", n=all_, met=met)
        return f"{text} {self('rules_not_met', rules=rules)}" if names else text

    def rules(self, ids: list[str]) -> str:
        """Return rules by their titles, or by their ids if they have none."""
        names = [self.rule_names[name] for name in ids]
        return (", " if names == ids else "; ").join(names)

    def target(self, target: t.TargetData) -> str:
        """Return the heading of a target; of two with the same, the second says what would have to be otherwise."""
        same = [
            other
            for other in self.data["targets"]
            if (other["kind"], other["name"]) == (target["kind"], target["name"])
        ]
        if target is not same[0]:
            return self("to_level_otherwise", title=target["title"])
        return self(f"to_{target['kind']}", title=target["title"])

    def scope(self, target: t.TargetData) -> str:
        """Return which answers may change."""
        return self("scope_controls" if target["scope"] == "controls" else "scope_any")

    def no_plan(self, target: t.TargetData) -> str:
        """Return the sentence before the obstacles, or instead of them."""
        if not target["settled"]:
            return self("not_settled")
        if not target["obstacles"]:
            return self("none_tried")
        if target["together"]:
            return self("none_together")
        return self("none_controls" if target["scope"] == "controls" else "none_any")

    def after(self, plan: t.PlanData) -> str:
        """Return what the plan gives."""
        after = plan["after"]
        return self(
            "after_inherent" if self.level_from == "inherent" else "after",
            level=after["level_title"],
            verdict=self.verdict(after["verdict"]),
            **{self.level_from: self.points_left(after)},
            controls=self.percent(after["controls_shown"]),
        )

    def points_left(self, after: t.AfterData) -> str:
        """Return the points that the level is read off, with their share."""
        if self.level_from == "inherent":
            return f"{after['inherent_points']} ({self.percent(after['inherent_shown'])})"
        return f"{after['residual_points']} ({self.percent(after['residual_shown'])})"

    def fewest(self, plan: t.PlanData) -> str:
        """Return how many answers must change."""
        return self("fewest", n=len(plan["changes"])) if plan["changes"] else self("no_change")

    def confirm(self, plan: t.PlanData) -> str:
        """Return which answers that were taken over must be confirmed besides; "" if none must."""
        refs = ", ".join(item["ref"] or item["question"] for item in plan["confirm"])
        return self.count("confirm", len(plan["confirm"]), questions=refs) if refs else ""

    def by_actor(self, plan: t.PlanData) -> Iterator[tuple[str, list[t.ChangeData]]]:
        """Yield each actor with the changes that fall to them, actors in the order in which they are first named."""
        actors: dict[str, list[t.ChangeData]] = {}
        for change in plan["changes"]:
            actors.setdefault(change["actor_title"] or self("nobody"), []).append(change)
        yield from actors.items()

    def change(self, change: t.ChangeData) -> str:
        """Return one change: the question, and from which answer to which."""
        if change["any_value"]:
            return f"{self.cited(change)} — {self('answer_it')}"
        if change["evidence"] == "alone":
            return f"{self.cited(change)} — {self('add_evidence', answer=self.answer(change))}"
        old, new = change["label"], change["to"]
        if not isinstance(new, list):
            new = self("with_evidence", answer=new) if change["evidence"] else new
            return f"{self.cited(change)} — {self('from_to', old=self.answer(change), new=new)}"
        added = [label for label in new if label not in (old or [])]
        gone = [label for label in old or [] if label not in new]
        parts = [self("tick", options="; ".join(added))] if added else []
        parts += [self("untick", options="; ".join(gone))] if gone else []
        parts += [self("give_evidence")] if change["evidence"] else []
        return f"{self.cited(change)} — {'. '.join(parts)}"

    def change_notes(self, change: t.ChangeData) -> list[str]:
        """Return what helps with a change: what the open findings say to do, and what evidence is meant."""
        hint = change["evidence_hint"]
        return [*change["actions"], *([self("evidence", hint=hint)] if hint else [])]

    def percent(self, share: str | None) -> str:
        """Return a share, or that it is not measured."""
        return self.report("not_measured") if share is None else f"{share}%"

    def share(self, row: t.CostData, rows: list[t.CostData]) -> str:
        """Return what part of the points that all ``rows`` cost is a row's."""
        return f"{part_text(row['cost'], sum(item['cost'] for item in rows))}%"

    def about(self) -> str:
        """Return the system, the level and the verdict in one line."""
        result = self.data["result"]
        return f"{self.name(self.data['about']['system'])}: {result['level_title']}, {self.verdict(result['verdict'])}"

    def question_facts(self, question: t.OneQuestionData) -> list[str]:
        """Return what one question counts, a sentence each."""
        kind = question["score"] or "none"
        counts = {"points": question["points"], "maximum": question["maximum"], "weight": question["weight"]}
        facts = [self(f"kind_{kind}", **counts) if question["score"] else self("kind_none")]
        facts += (
            [self("question_principles", names=", ".join(question["principles"]))] if question["principles"] else []
        )
        return facts + ([self("question_rules", names=self.rules(question["rules"]))] if question["rules"] else [])

    def instead_head(self) -> list[str]:
        """Return the columns of the table of other answers."""
        return [self(key) for key in ("instead", "points", "level", "verdict", self.level_from, "controls")]

    def instead_row(self, item: t.InsteadData) -> list[str]:
        """Return one other answer and what it would give."""
        label = item["label"]
        answer = ", ".join(label) if isinstance(label, list) else str(label)
        return [
            self("with_evidence", answer=answer) if item["with_evidence"] else answer,
            str(item["points"]),
            item["level_title"],
            self.verdict(item["verdict"]),
            self.points_left(item),
            self.percent(item["controls_shown"]),
        ]
