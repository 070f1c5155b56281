"""What an explanation says, block by block (docs/explain.md)."""

from collections.abc import Iterator
from typing import Literal

from aiassess.explain import types as t
from aiassess.figures import part_text
from aiassess.render import outline as o
from aiassess.render.sentences import Sentences
from aiassess.report.types import Label, QuestionData

ROWS = 5
"""The most questions by points, and rules not met, that a screen lists; a page has them all."""


def explanation_outline(explanation: t.Explanation) -> o.Outline:
    return _Explanation(explanation).outline()


def _heading(text: str) -> o.Said:
    return o.page(text), o.screen(text.upper())


def _items(texts: list[str]) -> list[o.Item]:
    return [o.Item(text) for text in texts]


class _Explanation(Sentences):
    def __init__(self, explanation: t.Explanation) -> None:
        super().__init__("explain", explanation["questionnaire"]["language"])
        self.data = explanation
        self.level_from = explanation["result"]["level_from"]
        self.rules = {rule["id"]: rule for rule in explanation["rules"]}

    def outline(self) -> Iterator[o.Block | o.On]:
        data, result = self.data, self.data["result"]
        verdict = self.verdict(result["verdict"])
        yield o.Title(f"{self.name(data['about']['system'])}: {result['level_title']}, {verdict}")
        yield o.Quote(data["questionnaire"]["statement"])
        yield o.Section(_heading(self.report("why")), [*self.reasons(), *self.open_rules(), *_items(self.settled())])
        if data["question"]:
            yield from self.question(data["question"])
        if data["asked"] is None:
            yield self.points("inherent", self("points"))
            yield self.points("controls", self("lacking"))
        for target in data["targets"]:
            yield o.Section(_heading(self.target_title(target)), list(self.target(target)))

    # Questions and answers

    def cited(self, item: QuestionData) -> str:
        return f"({item['ref']}) {item['text']}" if item["ref"] else item["text"]

    def answer(self, item: t.AsAnsweredData) -> str:
        if not item["applies"]:
            return self("does_not_apply")
        return self(f"status_{item['status']}") if item["label"] is None else self.chosen(item["label"])

    def chosen(self, label: Label) -> str:
        return ", ".join(label) if isinstance(label, list) else label or ""

    def answer_counted(self, item: t.AsAnsweredData) -> str:
        """Return what was answered, and that it has no evidence if it counts less for that."""
        answer = self.answer(item)
        return self("without_evidence", answer=answer) if item["unevidenced"] else answer

    # Why the level is what it is

    def reasons(self) -> Iterator[o.Item]:
        for reason in self.data["result"]["reasons"]:
            text = self.reason(reason["text"], certain=reason["certain"])
            said = (text, " (", o.strong(self.report("decided")), ")") if reason["decided"] else text
            yield o.Item(said, self.because(self.rules[reason["rule"]]) if reason["rule"] else [])

    def because(self, rule: t.RuleData) -> list[o.Item]:
        return [o.Item(f"{self.cited(item)} — {self.answer(item)}") for item in rule["because"]]

    def open_rules(self) -> Iterator[o.Item | o.On]:
        """Yield each rule that an unsure answer leaves open; then how many were looked at, and which are not met."""
        rules = self.rules.values()
        for rule in rules:
            if rule["state"] == "open":
                level = self("rule_at_least", level=rule["level_title"])
                text = f"{rule['title'] or rule['id']} ({self('rule_open')}), {level}: {rule['reason']}"
                yield o.Item(text, self.because(rule))
        not_met = _items([rule["title"] or rule["id"] for rule in rules if rule["state"] == "not_met"])
        more = _items([self("more_rows", n=len(not_met) - ROWS)] if len(not_met) > ROWS else [])
        if rules:
            text = self("rules_count", n=len(rules), met=sum(rule["state"] == "met" for rule in rules))
            text += f" {self('rules_not_met')}" if not_met else ""
            yield o.on_page(o.Item(text, not_met))
            yield o.on_screen(o.Item(text, [*not_met[:ROWS], *more]))

    def rules_named(self, ids: list[str]) -> str:
        names = [self.rules[name]["title"] or name for name in ids]
        return (", " if names == ids else "; ").join(names)

    def settled(self) -> list[str]:
        """Return that what is still open cannot change the level, and what holds it; nothing if nothing is open."""
        result, open_ = self.data["result"], self.data["open"]
        if not any(open_.values()) or not result["level_settled"] or result["level"] != result["level_range"][0]:
            return []
        told = [self("settled_but_unconfirmed" if open_["unconfirmed"] else "settled")]
        held_by = "; ".join(result["held_by"])
        return [*told, self("held_by", reasons=held_by)] if held_by else told

    # Where the points are

    def points(self, kind: Literal["inherent", "controls"], points: str) -> o.Section:
        rows = self.data["points"][kind]
        whole = sum(row["cost"] for row in rows)
        figures = [o.Column(title, numeric=True, whole=True) for title in (points, self("share"))]
        columns = [*figures, o.Column(self.report("question")), o.Column(self.report("answer"))]
        cells = [
            o.Row(
                [
                    f"{row['cost']} / {row['maximum']}",
                    f"{part_text(row['cost'], whole)}%",
                    self.cited(row),
                    self.answer_counted(row),
                ]
            )
            for row in rows
        ]
        more = [o.Paragraph(self("more_rows", n=len(rows) - ROWS))] if len(rows) > ROWS else []
        body = [o.on_page(o.Table(columns, cells)), o.on_screen(o.Table(columns, cells[:ROWS]), *more)]
        return o.Section(_heading(self(f"points_{kind}")), body)

    def percent(self, share: str | None) -> str:
        return self.report("not_measured") if share is None else f"{share}%"

    def points_left(self, after: t.AfterData) -> str:
        if self.level_from == "inherent":
            return f"{after['inherent_points']} ({self.percent(after['inherent_shown'])})"
        return f"{after['residual_points']} ({self.percent(after['residual_shown'])})"

    # One question

    def question(self, question: t.OneQuestionData) -> Iterator[o.Block | o.On]:
        heads = ("instead", "points", "level", "verdict", self.level_from, "controls")
        columns = [o.Column(self(head), numeric=place in (1, 4, 5)) for place, head in enumerate(heads)]
        table = o.Table(columns, [o.Row(self.instead(item)) for item in question["instead"]])
        instead = o.Section(_heading(self("if_instead")), [table])
        cited = self.cited(question)
        title = o.page(cited), o.screen(self("one_question").upper())
        facts = _items(self.question_facts(question))
        yield o.Section(title, [o.on_screen(o.Paragraph(cited)), *facts, o.on_page(instead)])
        yield o.on_screen(instead)

    def question_facts(self, question: t.OneQuestionData) -> list[str]:
        counts = {"points": question["points"], "maximum": question["maximum"], "weight": question["weight"]}
        facts = [f"{self.report('answer')}: {self.answer_counted(question)}"]
        facts.append(self(f"kind_{question['score']}", **counts) if question["score"] else self("kind_none"))
        if question["principles"]:
            facts.append(self("question_principles", names=", ".join(question["principles"])))
        if question["rules"]:
            facts.append(self("question_rules", names=self.rules_named(question["rules"])))
        return facts

    def instead(self, item: t.InsteadData) -> list[str]:
        """Return one other answer and what it would give."""
        answer = self.chosen(item["label"])
        return [
            self("with_evidence", answer=answer) if item["with_evidence"] else answer,
            str(item["points"]),
            item["level_title"],
            self.verdict(item["verdict"]),
            self.points_left(item),
            self.percent(item["controls_shown"]),
        ]

    # What would change it

    def target_title(self, target: t.TargetData) -> str:
        """Return the heading of a target; of two for the same target, the second says what else would have to change."""
        named = target["kind"], target["name"]
        first = next(other for other in self.data["targets"] if (other["kind"], other["name"]) == named)
        return self(f"to_{target['kind']}" if target is first else "to_level_otherwise", title=target["title"])

    def target(self, target: t.TargetData) -> Iterator[o.Block | o.On]:
        if target["reached"]:
            yield o.Paragraph(self("reached"))
            return
        if target["plan"]:
            yield from self.plan(target["plan"])
        else:
            yield o.Paragraph(self.no_plan(target))
            yield from _items([item["text"] for item in target["obstacles"]])
        yield o.Paragraph(self("scope_controls" if target["scope"] == "controls" else "scope_any"))

    def no_plan(self, target: t.TargetData) -> str:
        """Return the sentence before the obstacles, or instead of them."""
        if not target["settled"]:
            return self("not_settled")
        if not target["obstacles"]:
            return self("none_tried")
        if target["together"]:
            return self("none_together")
        return self("none_controls" if target["scope"] == "controls" else "none_any")

    def plan(self, plan: t.PlanData) -> Iterator[o.Block | o.On]:
        changes, after = plan["changes"], o.Paragraph(self.after(plan["after"]))
        refs = ", ".join(item["ref"] or item["question"] for item in plan["confirm"])
        confirm = o.Paragraph(self.count("confirm", len(plan["confirm"]), questions=refs) if refs else "")
        fewest = self("fewest", n=len(changes)) if changes else self("no_change")
        yield o.Paragraph((fewest, o.page((" ", after.text))))
        yield o.on_page(confirm)
        actors: dict[str, list[o.Item]] = {}
        for change in changes:
            actors.setdefault(change["actor_title"] or self("nobody"), []).append(self.change(change))
        for actor, items in actors.items():
            yield o.on_page(o.Section(actor, items))
            yield o.on_screen(o.Fact(actor, items))
        yield o.on_screen(confirm, after)

    def after(self, after: t.AfterData) -> str:
        return self(
            "after_inherent" if self.level_from == "inherent" else "after",
            level=after["level_title"],
            verdict=self.verdict(after["verdict"]),
            **{self.level_from: self.points_left(after)},
            controls=self.percent(after["controls_shown"]),
        )

    def change(self, change: t.ChangeData) -> o.Item:
        """Return a change, and what helps with it: what the open findings say to do, and what evidence is meant."""
        hint = change["evidence_hint"]
        notes = [*change["actions"], *([self("evidence", hint=hint)] if hint else [])]
        return o.Item(f"{self.cited(change)} — {self.from_to(change)}", _items(notes))

    def from_to(self, change: t.ChangeData) -> str:
        old, new = change["label"], change["to"]
        if change["any_value"]:
            return self("answer_it")
        if change["evidence"] == "alone":
            return self("add_evidence", answer=self.answer(change))
        if not isinstance(new, list):
            new = self("with_evidence", answer=new) if change["evidence"] else new
            return self("from_to", old=self.answer(change), new=new)
        added = [label for label in new if label not in (old or [])]
        gone = [label for label in old or [] if label not in new]
        parts = [self("tick", options="; ".join(added))] if added else []
        parts += [self("untick", options="; ".join(gone))] if gone else []
        parts += [self("give_evidence")] if change["evidence"] else []
        return ". ".join(parts)
