"""The outline of a questionnaire, for reading and review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.figures import days_between, percent_text
from aiassess.render.conditions import Notation
from aiassess.render.outline import (
    Block,
    Column,
    Fact,
    Item,
    Outline,
    Paragraph,
    Quote,
    Row,
    Said,
    Section,
    Table,
    Title,
    code,
)
from aiassess.render.sentences import Sentences
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aiassess.model import conditions as c
    from aiassess.model.levels import Level
    from aiassess.model.questionnaire import Question, Questionnaire
    from aiassess.model.questionnaire import Section as Asked


def questionnaire_outline(questionnaire: Questionnaire, lang: str) -> Outline:
    return _Pages(questionnaire, lang).document()


class _Pages:
    def __init__(self, questionnaire: Questionnaire, lang: str) -> None:
        self.q, self.lang = questionnaire, lang
        self.w = Sentences("questionnaire", lang)
        self.conditions = Notation(self.w)
        self.titles = {
            tag.id: tag.title[lang] for tag in (*questionnaire.principles, *questionnaire.actors, *questionnaire.phases)
        }

    def document(self) -> Iterator[Block]:
        q, lang = self.q, self.lang
        yield Title(q.title[lang])
        yield Quote(q.statement[lang])
        yield Fact(f"{q.id} {q.version}, {self.w.report('standing_' + q.status)}")
        yield Fact(code(q.digest))
        if q.phase_question:
            yield Fact((self.w("phase_question"), " ", code(q.phase_question)))
        yield Section(self.w("preparation"), [Item(text[lang]) for text in q.preparation])
        yield from map(self.section, q.sections)
        yield self.levels()
        yield Section(self.w("rules"), list(self.rules()))
        checks = [self.matched((code(check.id), ": ", check.text[lang]), check.when) for check in q.checks]
        yield Section(self.w.report("contradictions"), [Paragraph(self.w("checks_why")), *checks] if checks else [])
        yield Section(self.w("sources"), list(self.sources()))

    def section(self, section: Asked) -> Section:
        questions = [
            Section((f"{question.ref}. " if question.ref else "", code(question.id)), list(self.question(question)))
            for question in section.questions
        ]
        intro = section.intro[self.lang] if section.intro else ""
        when = [Paragraph(self.applies_when(section.show_if))] if section.show_if else []
        return Section(section.title[self.lang], [Paragraph(intro), *when, *questions])

    def question(self, question: Question) -> Iterator[Block]:
        lang = self.lang
        yield Paragraph(question.text[lang])
        if question.why:
            yield Fact(f"{self.w('why')} {question.why[lang]}")
        yield Paragraph(question.help[lang] if question.help else "")
        kind = say(lang, f"kinds.{question.type}")
        if question.score:
            kind += f", {self.w(question.score)} ({question.weight} × {question.highest_points // question.weight})"
        yield Fact(kind)
        yield from self.asked(question)
        for name in ("likelihood", "consequence"):
            if question.scale:
                yield Item(f"{self.w.report(name)}: {'; '.join(question.scale.lines(name, lang))}")
        for option in question.options:
            points = f" ({option.points})" if question.score else ""
            other = option.without_evidence
            counts = (" (", self.conditions.around("without_evidence", "option", other), ")") if other else ""
            note = (f" ({self.w('asks_note')})",) if option.asks_note else ()
            yield Item((code(option.id), points, ": ", option.label[lang], counts, *note))
        for band in question.bands:
            yield Item(f"≤ {band.up_to}: {band.points}" if band.up_to is not None else f"…: {band.points}")
        yield Fact("; ".join(self.titles[tag] for tag in (*question.principles, *question.actors)))
        if question.evidence_hint:
            yield Fact(f"{self.w('evidence')} {question.evidence_hint[lang]}")
        for finding in question.findings:
            yield Item(f"{self.w('severity_' + finding.severity)}: {finding.text[lang]} → {finding.action[lang]}")
        if question.source:
            yield Fact(f"{self.w('source')} {', '.join(question.source)}")
        if question.since:
            yield Fact(self.w("since", version=question.since))

    def asked(self, question: Question) -> Iterator[Fact]:
        """Yield when a question is asked, and which dates it accepts."""
        if question.show_if:
            yield Fact(self.applies_when(question.show_if))
        if self.q.phase_question and question.phases:
            yield Fact(f"{self.w('phases')} {', '.join(self.titles[phase] for phase in question.phases)}")
        if days := days_between(question.earliest, question.latest, self.lang):
            yield Fact(days)

    def applies_when(self, condition: c.Condition) -> Said:
        return self.w("applies_when"), " ", self.conditions.said(condition)

    def levels(self) -> Section:
        share = self.q.scoring.level_from
        w = self.w
        heads = (w.report("level"), w("title"), w.report(share), w("ready_at"), w("months"))
        columns = [Column(head) for head in heads]
        table = Table(columns, [Row(self.level(level)) for level in self.q.levels])
        return Section(self.w("levels"), [table, Paragraph(self.w("by_inherent") if share == "inherent" else "")])

    def level(self, level: Level) -> Sequence[Said]:
        up_to = level.up_to
        bound = (
            f"≤ {percent_text(up_to, up_to)}%"
            if up_to is not None
            else self.w("above" if level.by_points else "by_rule")
        )
        ready = (level.ready_at.controls, level.ready_at.each_principle) if level.ready_at else ()
        asked = " / ".join(f"{percent_text(percent, percent)}%" for percent in ready)
        return code(level.id), level.title[self.lang], bound, asked, str(level.reassess_months or "")

    def rules(self) -> Iterator[Item]:
        for rule in self.q.rules:
            unsure = f" ({self.w('unsure_stops')})" if rule.unsure_stops else ""
            title = f"{rule.title[self.lang]}. " if rule.title else ""
            said = code(rule.id), " → ", code(rule.level), f"{unsure}: {title}{rule.reason[self.lang]}"
            yield self.matched(said, rule.when)

    def matched(self, said: Said, when: c.Condition) -> Item:
        return Item(said, [Item(self.conditions.said(when))])

    def sources(self) -> Iterator[Item]:
        for source in self.q.sources:
            parts = [source.title[self.lang], source.publisher, source.date, source.url]
            yield Item((code(source.id), ": ", ", ".join(part for part in parts if part)))
