"""The contradictions between parts that are to be merged, for people to read (docs/merge.md)."""

from __future__ import annotations

from collections.abc import Iterator

from aiassess.merge import types as t
from aiassess.render.outline import Block, Fact, Item, On, Outline, Paragraph, Section, Title, fact
from aiassess.render.sentences import Sentences
from aiassess.safe import safe_line

_LONGEST = 400
"""Characters of an answer or a note that are shown: enough to tell it from another."""


def conflicts_outline(data: t.ConflictsData) -> Outline:
    w = ConflictWords(data["language"])
    yield Title(w.count("title", len(data["about"]) + len(data["conflicts"])))
    for source in data["files"]:
        yield Item(w.source(source))
    for about in data["about"]:
        yield Section(w.about_title(about), [Item(w.about_choice(choice)) for choice in about["choices"]])
    for conflict in data["conflicts"]:
        yield Section(w.title(conflict), list(_conflict(w, conflict)))
    yield Section(w("preferring"), [Item(w.preferring(item)) for item in data["preferring"]])
    others = [Paragraph(w("others_blank"))] if len(data["conflicts"]) > 1 else []
    yield Section("", [*others, Paragraph(w("how_to_settle"))])


def _conflict(w: ConflictWords, conflict: t.ConflictData) -> Iterator[Block | On]:
    outcomes = {w.outcome(choice) for choice in conflict["choices"]}
    for choice in conflict["choices"]:
        answer = choice["answer"]
        facts = [fact(w.report("note"), w.brief(answer["note"]))] if answer["note"] else []
        for item in answer["evidence"]:
            date = f" ({w.day(item['date'])})" if "date" in item else ""
            facts.append(fact(w.report("evidence"), w.brief(item["reference"]) + date))
        if len(outcomes) > 1:
            facts.append(Fact(w("would_be", outcome=w.outcome(choice))))
        yield Item((w.files(choice["files"]), ": ", w.brief(answer["text"])), facts)
    if len(outcomes) == 1:
        yield Paragraph(w("either_way", outcome=outcomes.pop()))


class ConflictWords(Sentences):
    """The words of conflicts; also for whoever is asked about them one by one."""

    def __init__(self, lang: str) -> None:
        super().__init__("merge", lang)

    def source(self, source: t.SourceData) -> str:
        return f"{self.brief(source['file'])}: {self.brief(source['assessor'] or self('no_assessor'))}"

    def title(self, conflict: t.ConflictData) -> str:
        """Return a question as it is cited, and what differs."""
        number = f"({conflict['ref']}) " if conflict["ref"] else ""
        differing = ", ".join(self(f"differing_{name}") for name in conflict["differing"])
        return f"{number}{conflict['text']} [{conflict['question']}]: {differing}"

    def choice(self, choice: t.ChoiceData) -> str:
        """Return one choice with its outcome, on one line."""
        answer = choice["answer"]
        evidence = [item["reference"] for item in answer["evidence"]]
        more = [self("with_note", note=self.brief(answer["note"]))] if answer["note"] else []
        more += [self("with_evidence", evidence=self.brief("; ".join(evidence)))] if evidence else []
        said = [self.brief(answer["text"]), *more, self("would_be", outcome=self.outcome(choice))]
        return f"{self.files(choice['files'])}: {' · '.join(said)}"

    def about_title(self, conflict: t.AboutConflictData) -> str:
        return self.report(conflict["field"])

    def about_choice(self, choice: t.AboutChoiceData) -> str:
        return f"{self.files(choice['files'])}: {self.brief(choice['value'])}"

    def outcome(self, data: t.OutcomeData) -> str:
        """Return level, verdict and, unless it is complete, the status."""
        told = f"{data['level_title']}; {self.verdict(data['verdict'])}"
        status = "" if data["status"] == "complete" else f" ({self.report('status_' + data['status'])})"
        return told + status

    def preferring(self, item: t.PreferringData) -> str:
        left = f" {self.count('left', item['left'])}" if item["left"] else ""
        return f"--prefer {self.brief(item['file'])}: {self.outcome(item)}.{left}"

    def files(self, names: list[str]) -> str:
        return ", ".join(self.brief(name) for name in names)

    def brief(self, text: str) -> str:
        return safe_line(text, _LONGEST)
