"""Every detail of a comparison, part by part: the same for every format."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from aiassess.render.diff.edition import edition
from aiassess.render.diff.parts import Item, Part
from aiassess.render.diff.summary import measure
from aiassess.render.diff.words import Line, Sign, said_of_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aiassess.render.diff.words import DiffWords


_SIGNED: tuple[tuple[str, Sign], ...] = (("opened", "+"), ("closed", "-"))


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
        yield Part(w("by_actor"), rows=[measure(w, item["title"], item) for item in self.diff["actors"]])
        yield Part(w.report("by_section"), items=[self.section(item) for item in self.diff["sections"]])
        yield Part(w("answers"), items=list(self.changed_answers()))
        for applies, key in ((True, "apply"), (False, "apply_no_more")):
            yield Part(w(key), inner=list(self.applicability(applies=applies)))
        yield Part(w("missing"), items=list(self.missing()))
        yield Part(w.report("contradictions"), items=self.contradictions())
        for name in ("unconfirmed", "unevidenced"):
            yield Part(w(name), items=[self.listed(item) for item in self.diff[name]["added"]])
        yield from self.risks()
        yield Part(w.report("obligations"), items=self.obligations())
        yield Part(w("about"), items=[self.about(item) for item in self.diff["about"]])
        if self.diff["questionnaire"]:
            yield edition(w)
        yield self.unexplained()

    def signed(self, changes: Any, say: Callable[[Any], str]) -> Iterator[Line]:
        """Yield what went, what was replaced by what, and what came, each as ``say`` puts it."""
        for item in changes["removed"]:
            yield Line(say(item) + self.w.because(item["because"]), "-")
        for change in changes["changed"]:
            yield Line(say(change["old"]), "-")
            yield Line(say(change["new"]) + self.w.because(change["because"]), "+")
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
        for name in ("reasons", "undetermined_by", "shortfalls"):
            yield from map(Item, self.signed(result[name], getattr(self, name)))
        if result["level_range"] and not self.is_settled(result["level_range"]):
            yield self.change(
                w.report("range"), *(w.level_range(result["level_range"][side]) for side in ("old", "new"))
            )
        settled, status = result["level_settled"], result["status"]
        if settled and not (status and status["new"] == "complete"):
            yield Item(Line(w("settled_now" if settled["new"] else "open_again")))
        if result["level_from"]:
            yield self.change(w("level_from"), *(w.report(result["level_from"][side]) for side in ("old", "new")))
        if result["credit"]:
            yield self.change(w.report("credit"), *(w.credit(result["credit"][side]) for side in ("old", "new")))
        best = result["best_level_by_controls"]
        if best:
            yield self.change(w("best_level"), best["old"]["title"], best["new"]["title"])
        if result["approval"]:
            yield self.change(w.report("approval"), result["approval"]["old"], result["approval"]["new"])
        if result["reassess"]:
            yield self.change(w.report("reassess"), *(w.reassess(result["reassess"][side]) for side in ("old", "new")))

    def change(self, name: str, old: object, new: object) -> Item:
        return Item(Line(self.w.pair(name, self.w.from_to(old, new))))

    @staticmethod
    def is_settled(levels: Any) -> bool:
        """Return whether each report leaves one level possible; then the range says what the level says."""
        return all(levels[side][0]["id"] == levels[side][1]["id"] for side in ("old", "new"))

    def reasons(self, reason: Any) -> str:
        return str(reason["text"]) + (f" ({self.w.report('decided')})" if reason["decided"] else "")

    def undetermined_by(self, item: Any) -> str:
        return self.w.report("undetermined_by", questions=", ".join(item["questions"]), reason=item["text"])

    def shortfalls(self, item: Any) -> str:
        title = item["title"] or item["principle"] or self.w.report("all_controls")
        return self.w.report("shortfall", title=title, asked=item["asked_percent"], reached=item["reached_shown"])

    def section(self, section: Any) -> Item:
        w, changes = self.w, []
        old, new = section["old"] or {}, section["new"] or {}
        for name in ("inherent", "controls"):
            if old.get(name) != new.get(name):
                scores = (w.counted(side[name]) if side else None for side in (old, new))
                changes.append(f"{w.report(name)} {w.from_to(*scores)}")
        counts = [w.answered(side) for side in (old, new)]
        if counts[0] != counts[1]:
            changes.append(w.from_to(*counts))
        return Item(Line(w.pair(section["title"], "; ".join(changes))))

    # Findings and risks

    def findings(self) -> Iterator[Part]:
        w, found = self.w, self.diff["findings"]
        for name, sign in _SIGNED:
            yield Part(w(f"findings_{name}"), items=[self.finding(item, sign) for item in found[name]])
        yield Part(w("findings_changed"), items=[self.changed_finding(item) for item in found["changed"]])

    def finding(self, item: Any, sign: Sign) -> Item:
        w = self.w
        head = Line(w.finding(item) + w.because(item["because"]), sign)
        actor = item["actor_title"] or w.report("nobody")
        lines = [Line(w.pair(actor, item["action"]))] if sign == "+" else []
        return Item(head, lines, item["question"])

    def changed_finding(self, item: Any) -> Item:
        w, lines = self.w, []
        for change in item["changes"]:
            if change["field"] == "severity":
                severities = (w.report(f"severity_{change[side]}") for side in ("old", "new"))
                effect = w.good_or_bad(item["effect"])
                severity = w.pair(w.report("severity"), w.from_to(*severities))
                lines.append(Line(severity + w.effect_word(effect), effect=effect))
            elif change["field"] in ("text", "action"):
                name = "finding" if change["field"] == "text" else "action"
                lines += w.text_changes(change["old"], change["new"], w.report(name))
            elif change["field"] == "actor_title":
                lines.append(Line(w.pair(w.report("actor"), w.from_to(change["old"], change["new"]))))
        return Item(Line(w.finding(item) + w.because(item["because"])), lines, item["question"])

    def risks(self) -> Iterator[Part]:
        w, found = self.w, self.diff["risks"]
        for name, sign in _SIGNED:
            yield Part(w(f"risks_{name}"), items=[Item(Line(w.risk(item), sign)) for item in found[name]])
        yield Part(w("risks_changed"), items=[self.changed_risk(item) for item in found["changed"]])

    def changed_risk(self, item: Any) -> Item:
        w, lines = self.w, []
        for change in item["changes"]:
            found = w.text_changes(w.text(change["old"]), w.text(change["new"]), w.field(change["field"]))
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
        groups: dict[str, list[Any]] = {}
        for item in self.diff["applicability"]:
            if item["applies"] == applies:
                groups.setdefault(w.cause(item["because"], item["causes"]), []).append(item)
        for why, items in groups.items():
            yield Part("", [why], items=[self.came_or_went(item) for item in items])

    def came_or_went(self, item: Any) -> Item:
        answer = self.answers.get(item["question"])
        sign: Sign = "+" if item["applies"] else "-"
        return Item(
            Line(self.w.question(item), sign), self.w.answer_changes(answer) if answer else [], item["question"]
        )

    def missing(self) -> Iterator[Item]:
        w, missing = self.w, self.diff["missing"]
        for item in [*missing["added"], *(change["new"] for change in missing["changed"])]:
            status = w.report(f"answer_{item['status']}")
            yield Item(Line(w.pair(status, w.question(item)) + w.because(item.get("because"))), [], item["question"])

    def contradictions(self) -> list[Item]:
        w, found = self.w, self.diff["contradictions"]
        signs: tuple[tuple[Sign, str], ...] = (("-", "removed"), ("+", "added"))
        return [
            Item(Line(item["text"] + w.because(item["because"]), sign)) for sign, name in signs for item in found[name]
        ]

    def listed(self, item: Any) -> Item:
        return Item(Line(self.w.question(item) + self.w.because(item["because"])), [], item["question"])

    # The rest

    def obligations(self) -> list[Item]:
        found = self.diff["obligations"]
        signed: list[tuple[Sign, str]] = [("-", text) for text in found["removed"]]
        return [Item(Line(text, sign)) for sign, text in [*signed, *(("+", text) for text in found["added"])]]

    def about(self, item: Any) -> Item:
        changes = self.w.text_changes(self.w.text(item["old"]), self.w.text(item["new"]), self.w.field(item["field"]))
        return Item(changes[0], changes[1:])

    def unexplained(self) -> Part:
        w, found = self.w, self.diff["unexplained"]
        items = [Item(Line(item["place"]), w.text_changes(w.text(item["old"]), w.text(item["new"]))) for item in found]
        return Part(w("unexplained"), [w("unexplained_why")] if found else [], items=items)
