"""A questionnaire as Markdown, to be read and reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from aiassess.figures import percent_text
from aiassess.model import conditions as c
from aiassess.render.markdown_text import as_item, inline, table
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.model.questionnaire import Question, Questionnaire, Section


def render_questionnaire(questionnaire: Questionnaire, lang: str) -> str:
    """Return the whole questionnaire in one of its languages, with a final newline."""
    return "\n".join(_Pages(questionnaire, lang).document()) + "\n"


class _Pages:
    def __init__(self, questionnaire: Questionnaire, lang: str) -> None:
        self.q = questionnaire
        self.lang = lang
        self.titles = {
            tag.id: tag.title[lang] for tag in (*questionnaire.principles, *questionnaire.actors, *questionnaire.phases)
        }

    def w(self, key: str, **values: object) -> str:
        return say(self.lang, f"questionnaire.{key}", **values)

    def document(self) -> Iterator[str]:
        q, lang = self.q, self.lang
        yield f"# {inline(q.title[lang])}"
        yield ""
        yield f"> {as_item(inline(q.statement[lang]))}"
        yield ""
        yield f"- {inline(q.id)} {q.version}, {self.w('standing_' + q.status)}"
        yield f"- `{q.digest}`"
        if q.phase_question:
            yield f"- {self.w('phase_question')} `{q.phase_question}`"
        for section in q.sections:
            yield from self.section(section)
        yield from self.levels()
        yield from self.rules()
        yield from self.checks()
        yield from self.sources()

    def section(self, section: Section) -> Iterator[str]:
        yield ""
        yield f"## {inline(section.title[self.lang])}"
        if section.intro:
            yield ""
            yield as_item(inline(section.intro[self.lang]))
        if section.show_if:
            yield ""
            yield f"{self.w('applies_when')} {self.condition(section.show_if)}"
        for question in section.questions:
            yield ""
            yield from self.question(question)

    def question(self, question: Question) -> Iterator[str]:
        lang = self.lang
        ref = f"{inline(question.ref)}. " if question.ref else ""
        yield f"### {ref}`{question.id}`"
        yield ""
        yield as_item(inline(question.text[lang]))
        if question.help:
            yield ""
            yield as_item(inline(question.help[lang]))
        yield ""
        kind = self.w(f"type_{question.type}")
        if question.score:
            kind += f", {self.w(question.score)} ({question.weight} × {question.highest_points // question.weight})"
        yield f"- {kind}"
        yield from self.asked(question)
        for option in question.options:
            points = f" ({option.points})" if question.score else ""
            other = option.without_evidence
            counts = f" ({self.w('without_evidence', option=other)})" if other else ""
            yield f"- `{option.id}`{points}: {inline(option.label[lang])}{counts}"
        for band in question.bands:
            yield f"- ≤ {band.up_to}: {band.points}" if band.up_to is not None else f"- …: {band.points}"
        tags = [self.titles[tag] for tag in (*question.principles, *question.actors)]
        if tags:
            yield f"- {as_item(inline('; '.join(tags)))}"
        if question.evidence_hint:
            yield f"- {self.w('evidence')} {inline(question.evidence_hint[lang])}"
        for finding in question.findings:
            yield f"- {self.w('severity_' + finding.severity)}: {inline(finding.text[lang])} → {inline(finding.action[lang])}"
        if question.source:
            yield f"- {self.w('source')} {inline(', '.join(question.source))}"
        if question.since:
            yield f"- {self.w('since', version=question.since)}"

    def asked(self, question: Question) -> Iterator[str]:
        """Yield when a question is asked, and which dates it takes."""
        if question.show_if:
            yield f"- {self.w('applies_when')} {self.condition(question.show_if)}"
        if self.q.phase_question and question.phases:
            yield f"- {self.w('phases')} {inline(', '.join(self.titles[phase] for phase in question.phases))}"
        first, last = question.earliest, question.latest
        if first or last:
            key = "dates_between" if first and last else "dates_from" if first else "dates_to"
            yield f"- {self.w(key, earliest=first, latest=last)}"

    def condition(self, condition: c.Condition) -> str:
        """Return a condition in a short notation that stays close to the file's own words."""
        match condition:
            case c.All(parts):
                return self.joined(" ∧ ", parts)
            case c.Any(parts):
                return self.joined(" ∨ ", parts)
            case c.Not(part):
                return f"¬ {self.condition(part)}"
            case c.LevelAtLeast(level, _):
                return self.w("level_at_least", level=f"`{level}`")
            case c.InherentLevel(levels):
                return f"`{self.w('inherent')} = {' | '.join(sorted(levels))}`"
            case c.OnQuestion():
                return f"`{self.test(condition)}`"
            case _:
                assert_never(condition)

    def test(self, test: c.Test) -> str:
        match test:
            case c.AnyOf(question, options):
                return f"{question} = {' | '.join(sorted(options))}"
            case c.AllOf(question, options):
                return f"{question} = {' & '.join(sorted(options))}"
            case c.AtLeast(question, bound):
                return f"{question} ≥ {bound}"
            case c.AtMost(question, bound):
                return f"{question} ≤ {bound}"
            case c.RatingAtLeast(question, bound):
                return f"{question}: {self.w('rating')} ≥ {bound}"
            case c.SetAside(question):
                return f"{question}: {self.w('set_aside')}"
            case c.Answered(question):
                return f"{question}: {self.w('answered')}"
            case _:
                assert_never(test)

    def joined(self, sign: str, parts: tuple[c.Condition, ...]) -> str:
        return "(" + sign.join(self.condition(part) for part in parts) + ")"

    def levels(self) -> Iterator[str]:
        yield ""
        yield f"## {self.w('levels')}"
        yield ""
        rows = []
        for level in self.q.levels:
            up_to = (
                f"≤ {percent_text(level.up_to, level.up_to)}%"
                if level.up_to is not None
                else self.w("above" if level.by_points else "by_rule")
            )
            ready = (
                " / ".join(
                    f"{percent_text(asked, asked)}%"
                    for asked in (level.ready_at.controls, level.ready_at.each_principle)
                )
                if level.ready_at
                else ""
            )
            months = str(level.reassess_months or "")
            rows.append([f"`{level.id}`", inline(level.title[self.lang]), up_to, ready, months])
        share = self.q.scoring.level_from
        columns = ("level", "title", f"level_from_{share}", "ready_at", "months")
        yield from table([self.w(key) for key in columns], rows)
        if share == "inherent":
            yield ""
            yield self.w("by_inherent")

    def rules(self) -> Iterator[str]:
        if self.q.rules:
            yield ""
            yield f"## {self.w('rules')}"
            yield ""
            for rule in self.q.rules:
                unsure = f" ({self.w('unsure_stops')})" if rule.unsure_stops else ""
                title = f"{inline(rule.title[self.lang])}. " if rule.title else ""
                yield f"- `{rule.id}` → `{rule.level}`{unsure}: {title}{inline(rule.reason[self.lang])}"
                yield f"  - {self.condition(rule.when)}"

    def checks(self) -> Iterator[str]:
        if self.q.checks:
            yield ""
            yield f"## {self.w('checks')}"
            yield ""
            yield self.w("checks_why")
            yield ""
            for check in self.q.checks:
                yield f"- `{check.id}`: {inline(check.text[self.lang])}"
                yield f"  - {self.condition(check.when)}"

    def sources(self) -> Iterator[str]:
        if self.q.sources:
            yield ""
            yield f"## {self.w('sources')}"
            yield ""
            for source in self.q.sources:
                parts = [source.title[self.lang], source.publisher, source.date, source.url]
                yield f"- `{source.id}`: {inline(', '.join(part for part in parts if part))}"
