"""A report as Markdown: what a head of department reads, made to be diffed, one fact a line (docs/report-format.md)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiassess.render.extras import CHAIN_COLUMNS, NOTHING, Extras, chain_rows
from aiassess.render.markdown_text import as_heading, as_item, inline, lines, table
from aiassess.render.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.report.types import Report


_DIGESTS = ("questionnaire_digest", "revises", "digest")


def render_markdown(report: Report, extras: Extras = NOTHING) -> str:
    """Return the report as Markdown with a final newline."""
    return "\n".join(_Markdown(report, extras).document()) + "\n"


class _Markdown:
    def __init__(self, report: Report, extras: Extras) -> None:
        self.w = Words(report)
        self.report = self.w.report
        self.extras = extras
        self.result = self.w.result

    def document(self) -> Iterator[str]:
        system = self.report["about"]["system"] or self.w("unnamed")
        yield f"# {inline(self.report['questionnaire']['title'])}: {as_heading(inline(system))}"
        yield ""
        if self.extras.notice:
            yield f"**{inline(self.extras.notice)}**"
            yield ""
        yield f"> {as_item(inline(self.report['questionnaire']['statement']))}"
        for part in (
            self.summary,
            self.why,
            self.scores,
            self.findings,
            self.plan,
            self.obligations,
            self.principles,
            self.actors,
            self.sections,
            self.risks,
            self.answers,
            self.inactive,
            self.missing,
            self.contradictions,
            self.unconfirmed,
            self.unevidenced,
            self.provenance,
            self.revisions,
        ):
            body = list(part())
            if body:
                yield ""
                yield from body

    def heading(self, key: str) -> list[str]:
        return [f"## {self.w(key)}", ""]

    # What it comes to

    def summary(self) -> Iterator[str]:
        about, result = self.report["about"], self.result
        yield from self.heading("result")
        yield f"- {self.w('agency')}: {inline(about['agency'] or self.w('unnamed'))}"
        yield f"- {self.w('level')}: **{inline(result['level_title'])}**"
        yield f"- {self.w('verdict')}: **{self.w('verdict_' + result['verdict'])}**"
        yield f"- {self.w('status')}: {self.w('status_' + result['status'])}"
        if result["status"] != "complete":
            yield f"- {self.w('range')}: {inline(self.w.range())}"
            if self.w.settled():
                yield f"- {inline(self.w.settled())}"
        yield from (f"- {text}" for _, text in self.w.to_look_at())
        if result["approval"]:
            yield f"- {self.w.approval()}: {inline(result['approval'])}"
        if self.w.reassess():
            yield f"- {self.w('reassess')}: {self.w.reassess()}"
        if about.get("classification"):
            yield f"- {self.w('classification')}: {inline(about['classification'])}"

    def why(self) -> Iterator[str]:
        yield from self.heading("why")
        for text, decided in self.w.reasons():
            yield f"- {as_item(inline(text))}" + (f" (**{self.w('decided')}**)" if decided else "")
        if self.w.control_reach():
            yield f"- {inline(self.w.control_reach())}"
        yield ""
        yield from self.heading("why_verdict")
        for line in self.w.verdict_reasons():
            yield f"- {as_item(inline(line))}"

    def scores(self) -> Iterator[str]:
        yield from self.heading("scores")
        rows = [[self.w(key), *self.w.score_cells(self.result[key])] for key in ("inherent", "controls", "residual")]
        yield from table([self.w("measure"), self.w("points"), self.w("percent")], rows, frozenset({1, 2}))
        yield ""
        yield f"- {inline(self.w.credit())}"

    # What to do

    def findings(self) -> Iterator[str]:
        yield from self.heading("findings")
        if not self.report["findings"]:
            yield self.w("none")
        for severity in ("critical", "major", "minor"):
            found = [item for item in self.report["findings"] if item["severity"] == severity]
            if found:
                yield from ([""] if severity != self.first_severity() else [])
                yield f"### {self.w('severity_' + severity)}"
                yield ""
                yield from (f"- {self.cite(item)}{inline(item['text'])}" for item in found)

    def first_severity(self) -> str:
        return str(self.report["findings"][0]["severity"])

    def plan(self) -> Iterator[str]:
        if not self.report["findings"]:
            return
        yield from self.heading("action_plan")
        actors: dict[str | None, list[Any]] = {}
        for item in self.report["findings"]:
            actors.setdefault(item["actor_title"], []).append(item)
        first = True
        for actor, items in actors.items():
            yield from ([] if first else [""])
            first = False
            yield f"### {as_heading(inline(actor or self.w('nobody')))}"
            yield ""
            for item in items:
                won = f" ({self.w('points_won')}: {item['points_won']})" if item["points_won"] else ""
                yield f"- {self.w('severity_' + item['severity'])}: {self.cite(item)}{inline(item['action'])}{won}"

    def cite(self, item: Any) -> str:
        return f"{inline(item['ref'])} `{item['question']}`: " if item["ref"] else f"`{item['question']}`: "

    def obligations(self) -> Iterator[str]:
        if self.report["obligations"]:
            yield from self.heading("obligations")
            yield from (f"- {as_item(inline(text))}" for text in self.report["obligations"])

    # Where it stands

    def principles(self) -> Iterator[str]:
        yield from self.tags("by_principle", "principle", self.report["dimensions"]["principles"])

    def actors(self) -> Iterator[str]:
        yield from self.tags("by_actor", "actor", self.report["dimensions"]["actors"])

    def tags(self, heading: str, column: str, items: list[Any]) -> Iterator[str]:
        if not items:
            return
        yield from self.heading(heading)
        rows = [
            [inline(item["title"]), *self.w.score_cells(item), f"{item['answered']} / {item['applicable']}"]
            for item in items
        ]
        head = [self.w(column), self.w("points"), self.w("percent"), self.w("answered")]
        yield from table(head, rows, frozenset({1, 2, 3}))

    def sections(self) -> Iterator[str]:
        yield from self.heading("by_section")
        rows = [
            [
                inline(item["title"]),
                f"{item['answered']} / {item['applicable']}",
                *(f"{item[kind]['points']} / {item[kind]['maximum']}" for kind in ("inherent", "controls")),
            ]
            for item in self.report["sections"]
        ]
        head = [self.w("section"), self.w("answered"), self.w("inherent"), self.w("controls")]
        yield from table(head, rows, frozenset({1, 2, 3}))

    def risks(self) -> Iterator[str]:
        if not self.report["risks"]:
            return
        yield from self.heading("risk_register")
        rows = [
            [
                inline(item["title"]),
                self.w.ratings(item)[0],
                inline(item.get("treatment") or ""),
                re.sub(r"(\d+)$", r"**\1**", self.w.ratings(item)[1]),
                inline(item.get("owner") or ""),
                item.get("due") or "",
            ]
            for item in self.report["risks"]
        ]
        yield from table(
            [self.w(key) for key in ("risk", "rating_before", "treatment", "rating_after", "owner", "due")], rows
        )
        yield ""
        yield f"- {self.w('rating_before')}: {self.w('likelihood')} × {self.w('consequence')}"

    # What was said

    def answers(self) -> Iterator[str]:
        yield from self.heading("answers")
        for place, (title, items) in enumerate(self.w.answers_by_section()):
            yield from [""] if place else []
            yield f"### {as_heading(inline(title))}"
            yield ""
            for item in items:
                yield from self.answer(item)

    def answer(self, item: Any) -> Iterator[str]:
        # Not "64. …": that looks like an ordered list inside the item, escaped or not.
        text = as_item(f"({inline(item['ref'])}) {inline(item['text'])}" if item["ref"] else inline(item["text"]))
        yield f"- {text} `{item['question']}`"
        yield from self.words(self.w("answer"), self.w.answer_lines(item))
        if item.get("score") and item["status"] != "not_applicable":
            how = f" ({self.w.counted_how(item)})" if self.w.counted_how(item) else ""
            kind = "inherent" if item["score"] == "inherent" else "controls"
            yield f"  - {self.w(kind)}: {item['points']} / {item['maximum']}{how}"
        if not item.get("confirmed", True):
            yield f"  - {self.w('to_confirm')}"
        if item["note"]:
            yield from self.words(self.w("note"), item["note"].splitlines())
        for evidence in item["evidence"]:
            date = f" ({evidence['date']})" if "date" in evidence else ""
            yield f"  - {self.w('evidence')}: {inline(evidence['reference'])}{date}"

    def words(self, label: str, texts: list[str]) -> Iterator[str]:
        """Yield a fact on its line; one of several lines as a list below its label."""
        found = [line for text in texts for line in lines(text)]
        if len(found) == 1:
            yield f"  - {label}: {found[0]}"
        elif found:
            yield f"  - {label}:"
            yield from (f"    - {as_item(line)}" for line in found)

    def inactive(self) -> Iterator[str]:
        if self.report["inactive"]:
            yield from self.heading("inactive")
            yield self.w("inactive_why")
            yield ""
            for item in self.report["inactive"]:
                yield from self.answer(item)

    def missing(self) -> Iterator[str]:
        yield from self.heading("missing")
        if not self.report["missing"]:
            yield self.w("none")
        for item in self.report["missing"]:
            yield f"- {self.w('answer_' + item['status'])}: {self.asked(item)}"

    def contradictions(self) -> Iterator[str]:
        if self.report["contradictions"]:
            yield from self.heading("contradictions")
            yield from (f"- {as_item(inline(item['text']))}" for item in self.report["contradictions"])

    def unconfirmed(self) -> Iterator[str]:
        if self.report["unconfirmed"]:
            yield from self.heading("unconfirmed")
            yield from (f"- {as_item(self.asked(item))}" for item in self.report["unconfirmed"])

    def unevidenced(self) -> Iterator[str]:
        if self.report["unevidenced"]:
            yield from self.heading("unevidenced")
        for item in self.report["unevidenced"]:
            yield f"- {as_item(self.asked(item))}"
            yield f"  - {inline(self.w.counted_now(item))}"

    def asked(self, item: Any) -> str:
        ref = f"({inline(item['ref'])}) " if item["ref"] else ""
        return f"{ref}{inline(item['text'])} `{item['question']}`"

    def provenance(self) -> Iterator[str]:
        yield from self.heading("provenance")
        for key, value in self.w.provenance():
            yield f"- {self.w(key)}: {f'`{value}`' if key in _DIGESTS else inline(value)}"

    def revisions(self) -> Iterator[str]:
        if self.extras.chain:
            yield from self.heading("revisions")
            rows = [
                [*(inline(cell) for cell in cells), f"`{digest}`"]
                for *cells, digest in chain_rows(self.extras.chain, self.w)
            ]
            yield from table([self.w(key) for key in CHAIN_COLUMNS], rows)
