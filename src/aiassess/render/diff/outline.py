"""What a comparison says, block by block (docs/review.md#diff)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeVar

from aiassess.render.diff.edition import edition
from aiassess.render.diff.summary import measures, summary, tag
from aiassess.render.diff.unseen import told_apart
from aiassess.render.diff.words import DiffWords, good_or_bad, line
from aiassess.render.outline import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aiassess.diff import types as t
    from aiassess.render.outline import Item, Outline, Said, Sign

T = TypeVar("T")
A = TypeVar("A", bound="t.Because")
C = TypeVar("C", bound="t.Because")

_SCORES: tuple[Literal["inherent", "controls"], ...] = ("inherent", "controls")
_SIGNED: tuple[tuple[Literal["opened", "closed"], Sign], ...] = (("opened", "+"), ("closed", "-"))


def diff_outline(diff: t.Diff, *, ascii_only: bool = False) -> Outline:
    """Return the outline of a comparison; ``ascii_only``: its arrows are written in ASCII."""
    w = DiffWords(diff, ascii_only=ascii_only)
    yield from summary(w)
    yield from told_apart(w, _Details(w).parts())


class _Details:
    def __init__(self, w: DiffWords) -> None:
        self.w = w
        self.diff = w.diff
        self.answers = {item["question"]: item for item in self.diff["answers"]}
        made = self.diff["questionnaire"]
        self.removed = {item["question"] for item in made["questions_removed"]} if made else set()

    def parts(self) -> Iterator[Section]:
        w, diff = self.w, self.diff
        yield Section(w("result"), list(self.result()))
        yield from self.findings()
        rows = [row for item in diff["actors"] if (row := tag(w, item))]
        yield Section(w("by_actor"), [measures(w, rows, heads=w.rescored)])
        yield Section(w.report("by_section"), [self.section(item) for item in diff["sections"]])
        yield Section(w("answers"), list(self.changed_answers()))
        yield Section(w("apply"), list(self.applicability(applies=True)))
        yield Section(w("apply_no_more"), list(self.applicability(applies=False)))
        yield Section(w("missing"), list(self.missing()))
        yield Section(w.report("contradictions"), w.signed(diff["contradictions"], self.contradiction))
        yield Section(w("unconfirmed"), [self.question(item, item["because"]) for item in diff["unconfirmed"]["added"]])
        yield Section(w("unevidenced"), [self.question(item, item["because"]) for item in diff["unevidenced"]["added"]])
        yield from self.risks()
        yield Section(w.report("obligations"), w.signed(diff["obligations"], str))
        yield Section(w("about"), [self.field(item) for item in diff["about"]])
        if diff["questionnaire"]:
            yield edition(w, diff["questionnaire"])
        yield self.unexplained()

    def signed(
        self, changes: t.Changes[A, C], say: Callable[[A], str], both: Callable[[C], tuple[str, str]]
    ) -> Iterator[Item]:
        """Yield what went, what was replaced by what, and what came; ``say`` says an item, ``both`` the old and the new one."""
        for item in changes["removed"]:
            yield line(say(item) + self.w.because(item["because"]), "-")
        for change in changes["changed"]:
            old, new = both(change)
            yield line(old, "-")
            yield line(new + self.w.because(change["because"]), "+")
        for item in changes["added"]:
            yield line(say(item) + self.w.because(item["because"]), "+")

    # The result

    def result(self) -> Iterator[Item]:
        w, result = self.w, self.diff["result"]
        for name, sign in _SIGNED:
            critical = [item for item in self.diff["findings"][name] if item["severity"] == "critical"]
            if critical:
                named = ", ".join(f"({item['ref'] or item['question']})" for item in critical)
                yield line(w(f"critical_{name}", questions=named), sign)
        reason, open_rule, shortfall = self.reason, w.undetermined, self.shortfall
        yield from self.signed(result["reasons"], reason, lambda item: (reason(item["old"]), reason(item["new"])))
        yield from self.signed(
            result["undetermined_by"], open_rule, lambda item: (open_rule(item["old"]), open_rule(item["new"]))
        )
        yield from self.signed(
            result["shortfalls"], shortfall, lambda item: (shortfall(item["old"]), shortfall(item["new"]))
        )
        levels, settled, status = result["level_range"], result["level_settled"], result["status"]
        # One level possible on each side: then the range says what the level says.
        if levels and any(low["id"] != high["id"] for low, high in (levels["old"], levels["new"])):
            yield from self.change(
                w.report("range"), levels, lambda levels: w.possible(*(level["title"] for level in levels))
            )
        if settled and not (status and status["new"] == "complete"):
            yield line(w("settled_now" if settled["new"] else "open_again"))
        yield from self.change(w("level_from"), result["level_from"], w.report)
        yield from self.change(w.report("credit"), result["credit"], w.credit)
        yield from self.change(w("best_level"), result["best_level_by_controls"], lambda level: level["title"])
        yield from self.change(w.report("approval"), result["approval"], lambda approval: approval)
        yield from self.change(w.report("reassess"), result["reassess"], w.reassess)

    def change(self, name: str, change: t.Change[T] | None, say: Callable[[T], str | None]) -> list[Item]:
        """Return the old and the new value of something, if it changed."""
        if change is None:
            return []
        return [line(self.w.pair(name, self.w.from_to(say(change["old"]), say(change["new"]))))]

    def reason(self, reason: t.Reason) -> str:
        return self.w.reason(reason["text"], certain=reason["certain"]) + (
            f" ({self.w.report('decided')})" if reason["decided"] else ""
        )

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
        return line(w.pair(section["title"], "; ".join(changes)))

    # Findings and risks

    def findings(self) -> Iterator[Section]:
        w, found = self.w, self.diff["findings"]
        for name, sign in _SIGNED:
            yield Section(w(f"findings_{name}"), [self.finding(item, sign) for item in found[name]])
        yield Section(w("findings_changed"), [self.changed_finding(item) for item in found["changed"]])

    def finding(self, item: t.FindingItem, sign: Sign, inner: Sequence[Item] = ()) -> Item:
        w = self.w
        if sign == "+":
            inner = [line(w.pair(item["actor_title"] or w.report("nobody"), item["action"]))]
        return w.about(item["question"], (w.finding(item), w.because(item["because"])), sign, inner)

    def changed_finding(self, item: t.FindingChange) -> Item:
        w, lines = self.w, []
        for change in item["changes"]:
            if change["field"] == "severity":
                severities = (w.report(f"severity_{severity}") for severity in (change["old"], change["new"]))
                effect = good_or_bad(item["effect"])
                severity = w.pair(w.report("severity"), w.from_to(*severities))
                lines.append(line(severity + w.effect_word(effect), effect=effect))
            elif change["field"] in ("text", "action"):
                name = "finding" if change["field"] == "text" else "action"
                lines += w.text_changes(w.text(change["old"]), w.text(change["new"]), w.report(name))
            elif change["field"] == "actor_title":
                lines.append(line(w.pair(w.report("actor"), w.from_to(change["old"], change["new"]))))
        return self.finding(item, "", lines)

    def risks(self) -> Iterator[Section]:
        w, found = self.w, self.diff["risks"]
        for name, sign in _SIGNED:
            yield Section(w(f"risks_{name}"), [line(w.risk(item), sign) for item in found[name]])
        yield Section(w("risks_changed"), [self.changed_risk(item) for item in found["changed"]])

    def changed_risk(self, item: t.RiskChange) -> Item:
        w, lines = self.w, []
        for change in item["changes"]:
            found = w.field_changes(change)
            if change["field"] == "rating":
                effect = good_or_bad(item["effect"])
                found = [replace(one, text=(one.text, w.effect_word(effect)), look=effect) for one in found]
            lines += found
        return line(item["title"], inner=lines)

    # Questions

    def changed_answers(self) -> Iterator[Item]:
        """Yield the answers that changed, but for those of questions that came or went, which are told with these."""
        elsewhere = {item["question"] for item in self.diff["applicability"]} | self.removed
        for item in self.diff["answers"]:
            lines = [] if item["question"] in elsewhere else self.w.answer_changes(item)
            if lines:
                yield self.question(item, inner=lines)

    def applicability(self, *, applies: bool) -> Iterator[Section]:
        groups: dict[Said, list[Item]] = {}
        for item in self.diff["applicability"]:
            if item["applies"] == applies:
                answer = self.answers.get(item["question"])
                lines = self.w.answer_changes(answer) if answer else []
                one = self.question(item, sign="+" if applies else "-", inner=lines)
                groups.setdefault(self.w.cause(item["because"], item["causes"]), []).append(one)
        for why, items in groups.items():
            yield Section("", [Paragraph(why), *items])

    def question(self, item: t.Question, because: t.Whose = None, sign: Sign = "", inner: Sequence[Item] = ()) -> Item:
        return self.w.about(item["question"], (self.w.question(item), self.w.because(because)), sign, inner)

    def missing(self) -> Iterator[Item]:
        w, missing = self.w, self.diff["missing"]
        because: t.Whose
        told = [(item, item["because"]) for item in missing["added"]]
        for item, because in [*told, *((change["new"], None) for change in missing["changed"])]:
            status = w.report(f"answer_{item['status']}")
            yield w.about(item["question"], (status, ": ", w.question(item), w.because(because)))

    def contradiction(self, item: t.ContradictionItem) -> str:
        return item["text"] + self.w.because(item["because"])

    # The rest

    def field(self, item: t.Field) -> Item:
        first, *others = self.w.field_changes(item)
        return replace(first, inner=others)

    def unexplained(self) -> Section:
        w, found = self.w, self.diff["unexplained"]
        items = [line(item["place"], inner=w.text_changes(w.text(item["old"]), w.text(item["new"]))) for item in found]
        return Section(w("unexplained"), [Paragraph(w("unexplained_why") if found else ""), *items])
