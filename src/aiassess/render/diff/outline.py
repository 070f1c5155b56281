"""What a comparison says, block by block (docs/review.md#diff)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, TypeVar

from aiassess.diff import types as t
from aiassess.render.diff.summary import measures, summary, tag
from aiassess.render.diff.unseen import told_apart
from aiassess.render.diff.words import DiffWords, line
from aiassess.render.outline import Item, Outline, Paragraph, Said, Section, Sign

T = TypeVar("T")

_SCORES: tuple[Literal["inherent", "controls"], ...] = ("inherent", "controls")
_SIGNED: tuple[tuple[Literal["opened", "closed"], Sign], ...] = (("opened", "+"), ("closed", "-"))


def diff_outline(diff: t.Diff, *, ascii_only: bool = False) -> Outline:
    """Return the outline of a comparison; ``ascii_only``: its arrows are written in ASCII."""
    words = _Details(diff, ascii_only=ascii_only)
    yield from summary(words)
    yield from told_apart(words, words.parts())


class _Details(DiffWords):
    def parts(self) -> Iterator[Section]:
        diff, actors = self.diff, [row for item in self.diff["actors"] if (row := tag(self, item))]
        yield Section(self("result"), list(self.result()))
        yield from self.findings()
        yield Section(self("by_actor"), [measures(self, actors, heads=self.rescored)])
        yield Section(self.report("by_section"), [self.section(item) for item in diff["sections"]])
        yield Section(self("answers"), list(self.changed_answers()))
        yield Section(self("apply"), list(self.applicability(applies=True)))
        yield Section(self("apply_no_more"), list(self.applicability(applies=False)))
        yield Section(self("missing"), list(self.missing()))
        yield Section(self.report("contradictions"), self.signed(diff["contradictions"], self.contradiction))
        for name in ("unconfirmed", "unevidenced"):
            yield Section(self(name), [self.asked(item, item["because"]) for item in diff[name]["added"]])
        yield from self.risks()
        yield Section(self.report("obligations"), self.signed(diff["obligations"], str))
        yield Section(self("about"), [self.field_change(item) for item in diff["about"]])
        if diff["questionnaire"]:
            yield self.questionnaire(diff["questionnaire"])
        yield self.unexplained()

    def exchanged(self, changes: t.Changes[Any, Any], say: Callable[[Any], str]) -> Iterator[Item]:
        """Yield what was removed, replaced by what, and added; ``say`` says an entry."""
        for item in changes["removed"]:
            yield line(say(item) + self.because(item["because"]), "-")
        for change in changes["changed"]:
            yield line(say(change["old"]), "-")
            yield line(say(change["new"]) + self.because(change["because"]), "+")
        for item in changes["added"]:
            yield line(say(item) + self.because(item["because"]), "+")

    # The result

    def result(self) -> Iterator[Item]:
        result = self.diff["result"]
        for name, sign in _SIGNED:
            critical = [item for item in self.diff["findings"][name] if item["severity"] == "critical"]
            if critical:
                named = ", ".join(f"({item['ref'] or item['question']})" for item in critical)
                yield line(self(f"critical_{name}", questions=named), sign)
        yield from self.exchanged(result["reasons"], self.contribution)
        yield from self.exchanged(result["undetermined_by"], self.undetermined)
        yield from self.exchanged(result["shortfalls"], self.shortfall)
        levels, settled, status = result["level_range"], result["level_settled"], result["status"]
        # One level possible on each side: then the range says what the level says.
        if levels and any(low["id"] != high["id"] for low, high in (levels["old"], levels["new"])):
            yield from self.change(
                self.report("range"), levels, lambda levels: self.possible(*(level["title"] for level in levels))
            )
        if settled and not (status and status["new"] == "complete"):
            yield line(self("settled_now" if settled["new"] else "open_again"))
        yield from self.change(self("level_from"), result["level_from"], self.report)
        yield from self.change(self.report("credit"), result["credit"], self.credit)
        yield from self.change(self("best_level"), result["best_level_by_controls"], lambda level: level["title"])
        yield from self.change(self.report("approval"), result["approval"], lambda approval: approval)
        yield from self.change(self.report("reassess"), result["reassess"], self.reassess)

    def change(self, name: str, change: t.Change[T] | None, say: Callable[[T], str | None]) -> list[Item]:
        """Return the old and the new value of something, if it changed."""
        if change is None:
            return []
        return [line(self.pair(name, self.from_to(say(change["old"]), say(change["new"]))))]

    def contribution(self, reason: t.Reason) -> str:
        decided = f" ({self.report('decided')})" if reason["decided"] else ""
        return self.reason(reason["text"], certain=reason["certain"]) + decided

    def shortfall(self, item: t.Shortfall) -> str:
        title = item["title"] or item["principle"] or self.report("all_controls")
        return self.report("shortfall", title=title, asked=item["asked_percent"], reached=item["reached_shown"])

    def section(self, section: t.SectionChange) -> Item:
        changes = []
        sides = section["old"], section["new"]
        for name in _SCORES:
            old, new = (side and self.counted(side[name]) for side in sides)
            if old != new:
                changes.append(f"{self.report(name)} {self.from_to(old, new)}")
        counts = [self.answered(side) for side in sides]
        if counts[0] != counts[1]:
            changes.append(self.from_to(*counts))
        return line(self.pair(section["title"], "; ".join(changes)))

    # Findings and risks

    def findings(self) -> Iterator[Section]:
        found = self.diff["findings"]
        for name, sign in _SIGNED:
            yield Section(self(f"findings_{name}"), [self.found(item, sign) for item in found[name]])
        yield Section(self("findings_changed"), [self.changed_finding(item) for item in found["changed"]])

    def found(self, item: t.FindingItem, sign: Sign, inner: Sequence[Item] = ()) -> Item:
        if sign == "+":
            inner = [line(self.pair(item["actor_title"] or self.report("nobody"), item["action"]))]
        return self.about(item["question"], (self.finding(item), self.because(item["because"])), sign, inner)

    def changed_finding(self, item: t.FindingChange) -> Item:
        lines: list[Item] = []
        for change in item["changes"]:
            field, old, new = change["field"], change["old"], change["new"]
            if field == "severity":
                severities = (self.report(f"severity_{severity}") for severity in (old, new))
                severity = line(self.pair(self.report("severity"), self.from_to(*severities)))
                lines.append(self.judged(severity, item["effect"]))
            elif field in ("text", "action"):
                lines += self.text_changes(old, new, self.report("finding" if field == "text" else "action"))
            elif field == "actor_title":
                lines.append(line(self.pair(self.report("actor"), self.from_to(old, new))))
        return self.found(item, "", lines)

    def risks(self) -> Iterator[Section]:
        found = self.diff["risks"]
        for name, sign in _SIGNED:
            yield Section(self(f"risks_{name}"), [line(self.risk(item), sign) for item in found[name]])
        yield Section(self("risks_changed"), [self.changed_risk(item) for item in found["changed"]])

    def changed_risk(self, item: t.RiskChange) -> Item:
        lines: list[Item] = []
        for change in item["changes"]:
            found = self.field_changes(change)
            if change["field"] == "rating":
                found = [self.judged(one, item["effect"]) for one in found]
            lines += found
        return line(item["title"], inner=lines)

    # Questions

    def changed_answers(self) -> Iterator[Item]:
        """Yield the answers that changed, unless their question was added or removed: then it is said there."""
        made = self.diff["questionnaire"]
        removed = made["questions_removed"] if made else []
        elsewhere = {item["question"] for item in [*self.diff["applicability"], *removed]}
        for item in self.diff["answers"]:
            lines = [] if item["question"] in elsewhere else self.answer_changes(item)
            if lines:
                yield self.asked(item, inner=lines)

    def applicability(self, *, applies: bool) -> Iterator[Section]:
        answers = {item["question"]: item for item in self.diff["answers"]}
        groups: dict[Said, list[Item]] = {}
        for item in self.diff["applicability"]:
            if item["applies"] == applies:
                answer = answers.get(item["question"])
                lines = self.answer_changes(answer) if answer else []
                one = self.asked(item, sign="+" if applies else "-", inner=lines)
                groups.setdefault(self.cause(item["because"], item["causes"]), []).append(one)
        for why, items in groups.items():
            yield Section("", [Paragraph(why), *items])

    def asked(self, item: t.Question, because: t.Whose = None, sign: Sign = "", inner: Sequence[Item] = ()) -> Item:
        return self.about(item["question"], (self.question(item), self.because(because)), sign, inner)

    def missing(self) -> Iterator[Item]:
        missing = self.diff["missing"]
        because: t.Whose
        told = [(item, item["because"]) for item in missing["added"]]
        for item, because in [*told, *((change["new"], None) for change in missing["changed"])]:
            status = self.report(f"answer_{item['status']}")
            yield self.about(item["question"], (status, ": ", self.question(item), self.because(because)))

    def contradiction(self, item: t.ContradictionItem) -> str:
        return item["text"] + self.because(item["because"])

    # The rest

    def field_change(self, item: t.Field) -> Item:
        first, *others = self.field_changes(item)
        return line(first.text, first.sign or "", inner=others)

    def questionnaire(self, made: t.EditionChange) -> Section:
        """Return what changed of the questionnaire, as far as the reports show it."""
        parts = [
            Section(self("questions_added"), [self.asked(item, sign="+") for item in made["questions_added"]]),
            Section(self("questions_removed"), [self.asked(item, sign="-") for item in made["questions_removed"]]),
            Section(self("dropped"), [self.dropped(item) for item in made["dropped"]]),
            Section(self("recounted"), [self.recounted(item) for item in made["points"]]),
            Section(self("reworded"), list(self.reworded(made["wording"]))),
        ]
        return Section(self("questionnaire"), [*map(Paragraph, self.edition_facts(made)), *parts])

    def edition_facts(self, made: t.EditionChange) -> Iterator[str]:
        old, new = made["old"], made["new"]
        yield self.pair(self.report("questionnaire"), self.edition(made))
        if old["status"] != new["status"]:
            standings = (self.report(f"standing_{side['status']}") for side in (old, new))
            yield self.pair(self.report("questionnaire_status"), self.from_to(*standings))
        if not made["at_hand"]:
            yield self("not_at_hand", version=new["version"], digest=new["digest"][:19])
        elif not made["rescored"]:
            yield self("not_rescored")
            yield from made["problems"]
        if not made["wording_compared"]:
            yield self("wording_not_compared")
        renumbered = sum(item["kind"] == "ref" for item in made["wording"])
        if renumbered:
            yield self.count("n_renumbered", renumbered)

    def dropped(self, item: t.DroppedAnswer) -> Item:
        return self.asked(item, inner=[line(self.answer(item["answer"]), "-"), *map(line, item["reasons"])])

    def recounted(self, item: t.Recounted) -> Item:
        counts = self.from_to(self.counted(item["old"]), self.counted(item["new"]))
        return self.asked(item, inner=[line(self.pair(self.answer(item["answer"]), counts))])

    def reworded(self, wording: list[t.Wording]) -> Iterator[Item]:
        for item in wording:
            if item["kind"] != "ref":
                of = item["id"] if item["value"] is None else f"{item['id']}, {item['value']}"
                name = self(f"kind_{item['kind']}")
                yield line(self.pair(name, of) if of else name, inner=self.text_changes(item["old"], item["new"]))

    def unexplained(self) -> Section:
        found = self.diff["unexplained"]
        items = [line(item["place"], inner=self.text_changes(item["old"], item["new"])) for item in found]
        return Section(self("unexplained"), [Paragraph(self("unexplained_why") if found else ""), *items])
