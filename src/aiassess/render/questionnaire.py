"""The outline of a questionnaire, for reading and review: everything that its file says (docs/authors.md#read-it)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aiassess.figures import amount, days_between, percent_text
from aiassess.model.questionnaire import Citation
from aiassess.render import outline as o
from aiassess.render.beside import beside
from aiassess.render.conditions import InWords
from aiassess.text import say

if TYPE_CHECKING:
    from fractions import Fraction

    from aiassess.model import conditions as c
    from aiassess.model.levels import Level, LocalText
    from aiassess.model.questionnaire import Finding, Framework, Option, Question, Questionnaire
    from aiassess.model.questionnaire import Section as Asked


def questionnaire_outline(questionnaire: Questionnaire, langs: Sequence[str], only: Sequence[str] = ()) -> o.Outline:
    """Return the questionnaire in one language, or in several side by side; ``only``: the ids of sections, () for all of it."""
    pages = [_Pages(questionnaire, lang).document(only) for lang in langs]
    return pages[0] if len(pages) == 1 else beside(pages, langs)


class _Pages:
    def __init__(self, questionnaire: Questionnaire, lang: str) -> None:
        self.q, self.lang = questionnaire, lang
        self.conditions = InWords(questionnaire, lang)
        self.w = self.conditions.w
        self.dimensions = (
            ("principles", questionnaire.principles),
            ("actors", questionnaire.actors),
            ("phases", questionnaire.phases),
        )
        self.titles = {name: {tag.id: tag.title[lang] for tag in tags} for name, tags in self.dimensions}
        sections = questionnaire.document["sections"]
        self.written = {question["id"]: question for section in sections for question in section["questions"]}
        """The questions as their author wrote them, which name option sets."""

    def document(self, only: Sequence[str]) -> Iterator[o.Block]:
        q, w = self.q, self.w
        yield o.Title(q.title[self.lang], self.lang)
        yield o.Quote(q.statement[self.lang])
        yield o.Fact((o.code(q.id), f" {q.version}, {w.report('standing_' + q.status)}"))
        if only:
            yield from (self.section(section) for section in q.sections if section.id in only)
            return
        yield o.fact(w("languages"), ", ".join(q.languages))
        yield o.Fact(o.code(q.digest))
        if q.assesses:
            yield o.fact(w("assesses"), f"{q.assesses.one[self.lang]}, {q.assesses.many[self.lang]}")
        yield from (o.fact(w(f"subject_{name}"), o.code(question)) for name, question in q.subject.items())
        if q.phase_question:
            yield o.Fact((w("phase_question"), " ", o.code(q.phase_question)))
        yield o.Section(w("preparation"), [o.Item(text[self.lang]) for text in q.preparation])
        for name, tags in self.dimensions:
            yield o.Section(w(name), [o.Item((o.code(tag.id), ": ", tag.title[self.lang])) for tag in tags])
        yield from map(self.section, q.sections)
        yield o.Section(w("scoring"), list(self.scoring()))
        yield o.Section(
            w("levels"), [self.table(), *(o.Section(self.name(lv), list(self.level(lv))) for lv in q.levels)]
        )
        yield o.Section(w("rules"), list(self.rules()))
        checks = [self.matched((o.code(check.id), ": ", check.text[self.lang]), check.when) for check in q.checks]
        yield o.Section(w.report("contradictions"), [o.Paragraph(w("checks_why")), *checks] if checks else [])
        yield o.Section(w("sources"), [o.Item(self.source(source)) for source in q.sources])
        frameworks = [o.Section(item.title[self.lang], list(self.framework(item))) for item in q.frameworks]
        yield o.Section(w("frameworks"), [o.Paragraph(w.report("crosswalk_why")), *frameworks] if frameworks else [])

    def text(self, text: LocalText | None) -> str:
        return text[self.lang] if text else ""

    # Questions

    def section(self, section: Asked) -> o.Section:
        questions = [
            o.Section((f"{question.ref}. " if question.ref else "", o.code(question.id)), list(self.question(question)))
            for question in section.questions
        ]
        about: list[o.Block] = [o.Fact(o.code(section.id)), *self.when(section.show_if, "applies_when")]
        return o.Section(section.title[self.lang], [o.Paragraph(self.text(section.intro)), *about, *questions])

    def question(self, question: Question) -> Iterator[o.Block]:
        w = self.w
        yield o.Paragraph(question.text[self.lang])
        if question.why:
            yield o.Fact(f"{w('why')} {question.why[self.lang]}")
        yield o.Paragraph(self.text(question.help))
        yield o.Fact("; ".join(self.kind(question)))
        yield from self.when(question.show_if, "applies_when")
        yield from self.values(question)
        for name, titles in self.titles.items():
            if tags := getattr(question, name):
                yield o.fact(w(name), ", ".join(titles[tag] for tag in tags))
        if question.evidence_hint:
            yield o.Fact(f"{w('evidence')} {question.evidence_hint[self.lang]}")
        yield from map(self.finding, question.findings)
        if question.source:
            yield o.Fact(f"{w('source')} {', '.join(question.source)}")
        for name, references in question.maps_to.items():
            yield o.Fact((w("maps_to"), " ", o.code(name), ": ", "; ".join(references)))
        if question.since:
            yield o.Fact(w("since", version=question.since))

    def kind(self, question: Question) -> Iterator[str]:
        """Yield what kind of answer is asked for, what it counts, and what may be left out."""
        w = self.w
        yield say(w.lang, f"kinds.{question.type}")
        if question.score:
            yield f"{w(question.score)} ({question.weight} × {question.highest_points // question.weight})"
        if question.aggregate == "max":
            yield w("highest_counts")
        held = (
            ("optional", not question.required),
            ("may_be_set_aside", question.not_applicable),
            ("public", question.public),
            ("multiline", question.multiline),
            ("whole", question.whole),
        )
        yield from (w(key) for key, holds in held if holds)
        if question.evidence != "optional":
            yield w(f"evidence_{question.evidence}")

    def values(self, question: Question) -> Iterator[o.Block]:
        """Yield what may be answered, and what each answer counts."""
        w = self.w
        if days := days_between(question.earliest, question.latest, w.lang):
            yield o.Fact(days)
        if question.unit:
            yield o.fact(w("unit"), question.unit[self.lang])
        for name in ("minimum", "maximum"):
            if (bound := getattr(question, name)) is not None:
                yield o.fact(w(name), amount(bound, ""))
        if scale := question.scale:
            for name in ("likelihood", "consequence"):
                yield o.Item(f"{w.report(name)}: {'; '.join(scale.lines(name, self.lang))}")
        named = self.written[question.id].get("options")
        if isinstance(named, str):
            yield o.fact(w("option_set"), o.code(named))
        yield from (self.option(option, scored=question.score is not None) for option in question.options)
        for band in question.bands:
            size = "…" if band.up_to is None else f"≤ {amount(band.up_to, '')}"
            yield o.Item(f"{size}: {band.points}")

    def option(self, option: Option, *, scored: bool) -> o.Item:
        w = self.w
        notes: list[o.Said] = [w(key) for key in ("exclusive", "asks_note", "classified") if getattr(option, key)]
        if option.without_evidence:
            before, after = w("without_evidence", option="\0").split("\0")
            notes.append((before, o.code(option.without_evidence), after))
        points = f" ({option.points})" if scored or option.points else ""
        said: o.Said = (
            o.code(option.id),
            points,
            ": ",
            option.label[self.lang],
            *((" (", note, ")") for note in notes),
        )
        return o.Item(said, [o.Fact(option.help[self.lang])] if option.help else [])

    def finding(self, finding: Finding) -> o.Item:
        w = self.w
        labels = [(o.code(option), " ") for option in sorted(finding.on)]
        raised = [o.Item((w("raised_on"), " ", *labels))] if labels else self.when(finding.when, "raised_when")
        owner = [o.fact(w("owner"), self.titles["actors"][finding.actor])] if finding.actor else []
        head = o.code(finding.id), f" {w('severity_' + finding.severity)}: {finding.text[self.lang]}"
        return o.Item(head, [*raised, o.Item(f"→ {finding.action[self.lang]}"), *owner])

    def when(self, condition: c.Condition | None, key: str) -> Iterator[o.Fact]:
        """Yield a condition: behind its heading if it is a single test, else below it."""
        if condition is not None:
            first, *others = self.conditions.listed(condition)
            yield o.Fact((self.w(key), " ", first.text), [*first.inner, *others])

    # How the level is found

    def scoring(self) -> Iterator[o.Block]:
        w, scoring = self.w, self.q.scoring
        for kind, basis in (("inherent", scoring.inherent_maximum), ("controls", scoring.controls_maximum)):
            share = w(f"of_{basis}") if isinstance(basis, str) else w("of_points", points=basis)
            yield o.fact(w.report(kind), share)
        yield o.Fact(w(f"unanswered_{scoring.inherent_unanswered}"))
        yield o.Fact(w(f"by_{scoring.level_from}"))
        credit = scoring.mitigation
        percents = {"at": _percent(credit.from_percent), "by": _percent(credit.reduces_percent)}
        blockers = (
            ("incomplete", credit.blocked_when_incomplete),
            ("critical_finding", credit.blocked_by_critical_finding),
        )
        blocked = [w.report(f"blocked_{name}") for name, holds in blockers if holds]
        if credit.blocked_by_principle_below is not None:
            blocked.append(w("blocked_principle_below", percent=_percent(credit.blocked_by_principle_below)))
        because = [o.Item(f"{w('blocked')} {'; '.join(blocked)}")] if blocked else []
        yield o.Fact(f"{w.report('credit')}: {w('credit_' + credit.method, **percents)}", because)

    def table(self) -> o.Table:
        w = self.w
        heads = (w.report("level"), w("title"), w.report(self.q.scoring.level_from), w("ready_at"), w("months"))
        return o.Table([o.Column(head) for head in heads], [o.Row(self.row(level)) for level in self.q.levels])

    def row(self, level: Level) -> Sequence[o.Said]:
        bound = (
            f"≤ {_percent(level.up_to)}"
            if level.up_to is not None
            else self.w("above" if level.by_points else "by_rule")
        )
        ready = (level.ready_at.controls, level.ready_at.each_principle) if level.ready_at else ()
        asked = " / ".join(map(_percent, ready))
        return o.code(level.id), level.title[self.lang], bound, asked, str(level.reassess_months or "")

    def name(self, level: Level) -> o.Said:
        return level.title[self.lang], " ", o.code(level.id)

    def level(self, level: Level) -> Iterator[o.Block]:
        w = self.w
        if level.stop:
            yield o.fact(w.report("verdict"), w.verdict("stop"))
        if level.approval:
            yield o.fact(w.report("approval"), level.approval[self.lang])
        yield from (o.Item(text[self.lang]) for text in level.obligations)

    def rules(self) -> Iterator[o.Item]:
        for rule in self.q.rules:
            unsure = f" ({self.w('unsure_stops')})" if rule.unsure_stops else ""
            title = f"{rule.title[self.lang]}. " if rule.title else ""
            said = o.code(rule.id), " → ", o.code(rule.level), f"{unsure}: {title}{rule.reason[self.lang]}"
            yield self.matched(said, rule.when)

    def matched(self, said: o.Said, when: c.Condition) -> o.Item:
        return o.Item(said, self.conditions.listed(when))

    def framework(self, framework: Framework) -> Iterator[o.Block]:
        """Yield what covers each reference, and those that nothing covers as far as the file lists them."""
        w, references = self.w, self.q.crosswalk[framework.id]
        yield o.Fact(self.source(framework))
        rows = [
            o.Row((reference, ", ".join(question.ref or question.id for question in questions)))
            for reference, questions in references.items()
            if questions
        ]
        yield o.Table([o.Column(w.report("reference")), o.Column(w("mapped"))], rows)
        if listed := framework.references:
            missing = [reference for reference in listed if not references[reference]]
            yield o.Fact(w("covered", n=len(listed) - len(missing), total=len(listed)))
            if missing:
                yield o.fact(w("not_covered"), "; ".join(missing))

    def source(self, source: Citation) -> o.Said:
        parts = [source.title[self.lang], source.publisher, source.date, source.url]
        return o.code(source.id), ": ", ", ".join(part for part in parts if part)


def _percent(share: Fraction) -> str:
    return f"{percent_text(share, share)}%"
