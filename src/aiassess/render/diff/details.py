"""Every detail of a comparison, part by part: the same for every format."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeVar

from aiassess.render.diff.edition import edition
from aiassess.render.diff.parts import Item, Part
from aiassess.render.diff.summary import tag
from aiassess.render.diff.words import Line, Sign, said_of_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aiassess.diff import types as t
    from aiassess.render.diff.words import DiffWords
    from aiassess.report import types as r

A = TypeVar("A", bound="t.Because")
C = TypeVar("C", bound="t.Because")

_SCORES: tuple[Literal["inherent", "controls"], ...] = ("inherent", "controls")

_SIGNED: tuple[tuple[Literal["opened", "closed"], Sign], ...] = (("opened", "+"), ("closed", "-"))


def details(w: DiffWords) -> list[Part]:
    """Return the parts that hold something, in their order."""
    parts = [part for part in _Details(w).parts() if part]
    heads = iter(said_of_pairs(w, [item.head for part in parts for item in _items(part)]))
    return [_said(w, part, heads) for part in parts]


def _items(part: Part) -> Iterator[Item]:
    yield from part.items
    for inner in part.inner:
        yield from _items(inner)


def _said(w: DiffWords, part: Part, heads: Iterator[Line]) -> Part:
    """Return a part whose lines say in what they differ from others that look the same."""
    items = [replace(item, head=next(heads), lines=said_of_pairs(w, item.lines)) for item in part.items]
    return replace(part, items=items, inner=[_said(w, inner, heads) for inner in part.inner])


class _Details:
    def __init__(self, w: DiffWords) -> None:
        self.w = w
        self.diff = w.diff
        self.answers = {item["question"]: item for item in self.diff["answers"]}
        made = self.diff["questionnaire"]
        self.removed = {item["question"] for item in made["questions_removed"]} if made else set()

    def parts(self) -> Iterator[Part]:
        w = self.w
        yield Part(w("result"), items=list(self.result()))
        yield from self.findings()
        yield Part(w("by_actor"), rows=[row for item in self.diff["actors"] if (row := tag(w, item))])
        yield Part(w.report("by_section"), items=[self.section(item) for item in self.diff["sections"]])
        yield Part(w("answers"), items=list(self.changed_answers()))
        for applies, key in ((True, "apply"), (False, "apply_no_more")):
            yield Part(w(key), inner=list(self.applicability(applies=applies)))
        yield Part(w("missing"), items=list(self.missing()))
        yield Part(w.report("contradictions"), items=self.contradictions())
        yield Part(w("unconfirmed"), items=[self.listed(item) for item in self.diff["unconfirmed"]["added"]])
        yield Part(w("unevidenced"), items=[self.listed(item) for item in self.diff["unevidenced"]["added"]])
        yield from self.risks()
        yield Part(w.report("obligations"), items=self.obligations())
        yield Part(w("about"), items=[self.about(item) for item in self.diff["about"]])
        if self.diff["questionnaire"]:
            yield edition(w, self.diff["questionnaire"])
        yield self.unexplained()

    def signed(
        self, changes: t.Changes[A, C], say: Callable[[A], str], both: Callable[[C], tuple[str, str]]
    ) -> Iterator[Line]:
        """Yield what went, what was replaced by what, and what came; ``say`` says an item, ``both`` the old and the new one."""
        for item in changes["removed"]:
            yield Line(say(item) + self.w.because(item["because"]), "-")
        for change in changes["changed"]:
            old, new = both(change)
            yield Line(old, "-")
            yield Line(new + self.w.because(change["because"]), "+")
        for item in changes["added"]:
            yield Line(say(item) + self.w.because(item["because"]), "+")

    # The result

    def result(self) -> Iterator[Item]:
        w, result = self.w, self.diff["result"]
        for opened_or_closed, sign in _SIGNED:
            critical = [item for item in self.diff["findings"][opened_or_closed] if item["severity"] == "critical"]
            if critical:
                named = ", ".join(f"({item['ref'] or item['question']})" for item in critical)
                yield Item(Line(w(f"critical_{opened_or_closed}", questions=named), sign))
        reason = self.reason
        yield from map(
            Item, self.signed(result["reasons"], reason, lambda item: (reason(item["old"]), reason(item["new"])))
        )
        open_rule = self.open_rule
        yield from map(
            Item,
            self.signed(
                result["undetermined_by"], open_rule, lambda item: (open_rule(item["old"]), open_rule(item["new"]))
            ),
        )
        shortfall = self.shortfall
        yield from map(
            Item,
            self.signed(result["shortfalls"], shortfall, lambda item: (shortfall(item["old"]), shortfall(item["new"]))),
        )
        levels, settled, status = result["level_range"], result["level_settled"], result["status"]
        if levels and not self.is_settled(levels):
            yield self.change(w.report("range"), *map(w.level_range, (levels["old"], levels["new"])))
        if settled and not (status and status["new"] == "complete"):
            yield Item(Line(w("settled_now" if settled["new"] else "open_again")))
        base, credit, best = result["level_from"], result["credit"], result["best_level_by_controls"]
        if base:
            yield self.change(w("level_from"), *map(w.report, (base["old"], base["new"])))
        if credit:
            yield self.change(w.report("credit"), *map(w.credit, (credit["old"], credit["new"])))
        if best:
            yield self.change(w("best_level"), best["old"]["title"], best["new"]["title"])
        if result["approval"]:
            yield self.change(w.report("approval"), result["approval"]["old"], result["approval"]["new"])
        if result["reassess"]:
            when = result["reassess"]
            yield self.change(w.report("reassess"), *map(w.reassess, (when["old"], when["new"])))

    def change(self, name: str, old: object, new: object) -> Item:
        return Item(Line(self.w.pair(name, self.w.from_to(old, new))))

    @staticmethod
    def is_settled(levels: t.Step[list[t.Named]]) -> bool:
        """Return whether each report leaves one level possible; then the range says what the level says."""
        return all(low["id"] == high["id"] for low, high in (levels["old"], levels["new"]))

    def reason(self, reason: t.Reason) -> str:
        text = reason["text"] if reason["certain"] else self.w.report("assumed", text=reason["text"])
        return text + (f" ({self.w.report('decided')})" if reason["decided"] else "")

    def open_rule(self, item: r.OpenRuleData) -> str:
        return self.w.report("undetermined_by", questions=", ".join(item["questions"]), reason=item["text"])

    def shortfall(self, item: t.Shortfall) -> str:
        title = item["title"] or item["principle"] or self.w.report("all_controls")
        return self.w.report("shortfall", title=title, asked=item["asked_percent"], reached=item["reached_shown"])

    def section(self, section: t.SectionChange) -> Item:
        w, changes = self.w, []
        sides = section["old"], section["new"]
        for name in _SCORES:
            old, new = (side and w.counted(side[name]) for side in sides)
            if old != new:
                changes.append(f"{w.report(name)} {w.from_to(old, new)}")
        counts = [w.answered(side) for side in sides]
        if counts[0] != counts[1]:
            changes.append(w.from_to(*counts))
        return Item(Line(w.pair(section["title"], "; ".join(changes))))

    # Findings and risks

    def findings(self) -> Iterator[Part]:
        w, found = self.w, self.diff["findings"]
        for name, sign in _SIGNED:
            yield Part(w(f"findings_{name}"), items=[self.finding(item, sign) for item in found[name]])
        yield Part(w("findings_changed"), items=[self.changed_finding(item) for item in found["changed"]])

    def finding(self, item: t.FindingItem, sign: Sign) -> Item:
        w = self.w
        head = Line(w.finding(item) + w.because(item["because"]), sign)
        actor = item["actor_title"] or w.report("nobody")
        lines = [Line(w.pair(actor, item["action"]))] if sign == "+" else []
        return Item(head, lines, item["question"])

    def changed_finding(self, item: t.FindingChange) -> Item:
        w, lines = self.w, []
        for change in item["changes"]:
            if change["field"] == "severity":
                severities = (w.report(f"severity_{severity}") for severity in (change["old"], change["new"]))
                effect = w.good_or_bad(item["effect"])
                severity = w.pair(w.report("severity"), w.from_to(*severities))
                lines.append(Line(severity + w.effect_word(effect), effect=effect))
            elif change["field"] in ("text", "action"):
                name = "finding" if change["field"] == "text" else "action"
                lines += w.text_changes(w.text(change["old"]), w.text(change["new"]), w.report(name))
            elif change["field"] == "actor_title":
                lines.append(Line(w.pair(w.report("actor"), w.from_to(change["old"], change["new"]))))
        return Item(Line(w.finding(item) + w.because(item["because"])), lines, item["question"])

    def risks(self) -> Iterator[Part]:
        w, found = self.w, self.diff["risks"]
        for name, sign in _SIGNED:
            yield Part(w(f"risks_{name}"), items=[Item(Line(w.risk(item), sign)) for item in found[name]])
        yield Part(w("risks_changed"), items=[self.changed_risk(item) for item in found["changed"]])

    def changed_risk(self, item: t.RiskChange) -> Item:
        w, lines = self.w, []
        for change in item["changes"]:
            found = w.field_changes(change)
            if change["field"] == "rating":
                effect = w.good_or_bad(item["effect"])
                found = [Line(line.text + w.effect_word(effect), line.sign, effect) for line in found]
            lines += found
        return Item(Line(item["title"]), lines)

    # Questions

    def changed_answers(self) -> Iterator[Item]:
        """Yield the answers that changed, but for those of questions that came or went: they stand with these."""
        elsewhere = {item["question"] for item in self.diff["applicability"]} | self.removed
        for item in self.diff["answers"]:
            lines = [] if item["question"] in elsewhere else self.w.answer_changes(item)
            if lines:
                yield Item(Line(self.w.question(item)), lines, item["question"])

    def applicability(self, *, applies: bool) -> Iterator[Part]:
        w = self.w
        groups: dict[str, list[t.Applicability]] = {}
        for item in self.diff["applicability"]:
            if item["applies"] == applies:
                groups.setdefault(w.cause(item["because"], item["causes"]), []).append(item)
        for why, items in groups.items():
            yield Part("", [why], items=[self.came_or_went(item) for item in items])

    def came_or_went(self, item: t.Applicability) -> Item:
        answer = self.answers.get(item["question"])
        sign: Sign = "+" if item["applies"] else "-"
        return Item(
            Line(self.w.question(item), sign), self.w.answer_changes(answer) if answer else [], item["question"]
        )

    def missing(self) -> Iterator[Item]:
        w, missing = self.w, self.diff["missing"]
        because: t.Whose
        told = [(item, item["because"]) for item in missing["added"]]
        for item, because in [*told, *((change["new"], None) for change in missing["changed"])]:
            status = w.report(f"answer_{item['status']}")
            yield Item(Line(w.pair(status, w.question(item)) + w.because(because)), [], item["question"])

    def contradictions(self) -> list[Item]:
        said = self.w.signed(self.diff["contradictions"], lambda item: item["text"] + self.w.because(item["because"]))
        return [Item(line) for line in said]

    def listed(self, item: t.QuestionItem) -> Item:
        return Item(Line(self.w.question(item) + self.w.because(item["because"])), [], item["question"])

    # The rest

    def obligations(self) -> list[Item]:
        return [Item(line) for line in self.w.signed(self.diff["obligations"], str)]

    def about(self, item: t.Field) -> Item:
        changes = self.w.field_changes(item)
        return Item(changes[0], changes[1:])

    def unexplained(self) -> Part:
        w, found = self.w, self.diff["unexplained"]
        items = [Item(Line(item["place"]), w.text_changes(w.text(item["old"]), w.text(item["new"]))) for item in found]
        return Part(w("unexplained"), [w("unexplained_why")] if found else [], items=items)
