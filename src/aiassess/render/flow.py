"""The flow of a questionnaire as a Mermaid flowchart: what steers which questions, and which rules lead to which level.

Questions that steer nothing and are asked alike are one node, so that a picture stays one (docs/authors.md#read-it).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from aiassess.model import conditions as c
from aiassess.render.conditions import InWords
from aiassess.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aiassess.model.levels import Level, LocalText
    from aiassess.model.questionnaire import Question, Questionnaire, Section

# Between quotation marks Mermaid still reads its own entities, HTML, Markdown (also lists: "1. ") and directives.
_MARKUP = re.compile(r"[^\w .,()/?!'–—“”…’·≥≤-]|[.)-](?=\s)|^-")
_LONGEST_TEXT, _LONGEST_CONDITION, _LONGEST_LABEL = 90, 240, 60
"""Characters: more would not be read in a picture, and ``questionnaire show`` prints them."""


def write_flow(questionnaire: Questionnaire, langs: Sequence[str], only: Sequence[str] = ()) -> str:
    """Return the flowchart as Mermaid text, with its texts in one language or in several.

    ``only``: the ids of sections, to which then come what steers them and what they lead to; () for all.
    """
    flow = _Flow(questionnaire, langs)
    return "\n".join(["flowchart TD", *(f"  {line}" for line in flow.lines(only))]) + "\n"


class _Flow:
    def __init__(self, questionnaire: Questionnaire, langs: Sequence[str]) -> None:
        self.q, self.langs = questionnaire, langs
        self.words = [InWords(questionnaire, lang) for lang in langs]
        self.numbers = self.words[0].numbers
        self.edges: dict[tuple[str, str, str], dict[str, None]] = {}
        """From, arrow and to, with the labels in between."""
        conditions = [
            *(section.show_if for section in self.q.sections),
            *(question.show_if for question in self.q.questions),
            *(rule.when for rule in self.q.rules),
        ]
        self.steering = {node for condition in conditions for node in _looked_at(condition)}
        if self.q.phase_question:
            self.steering.add(f"q_{self.q.phase_question}")

    def lines(self, only: Sequence[str]) -> Iterator[str]:
        nodes = {section.id: dict(self.questions(section)) for section in self.q.sections}
        others = {**dict(self.rules()), **{f"l_{level.id}": self.level(level) for level in self.q.levels}}
        chosen = [section for section in self.q.sections if not only or section.id in only]
        inside: set[str] = set()
        for section in chosen:
            found = nodes.pop(section.id)
            inside |= {f"s_{section.id}", *found}
            yield f"subgraph s_{section.id}[{_label(self.text(section.title))}]"
            yield from (f"  {line}" for line in found.values())
            yield "end"
        for before, after in pairwise(chosen):
            yield f"s_{before.id} ~~~ s_{after.id}"
        edges = [edge for edge in self.edges if inside & {edge[0], edge[2]}]
        led = {end for _, _, end in edges if end.startswith("r_")}
        edges += [edge for edge in self.edges if edge[0] in led]
        near = {node for start, _, end in edges for node in (start, end)}
        for line_of in (*nodes.values(), others):
            yield from (line for node, line in line_of.items() if not only or node in near)
        for start, arrow, end in edges:
            said = "; ".join(label for label in self.edges[start, arrow, end] if label)
            longest = 3 * _LONGEST_LABEL * len(self.langs)
            yield f"{start} {arrow}{f'|{_label(safe_line(said, longest))}|' if said else ''} {end}"

    def level(self, level: Level) -> str:
        return f"l_{level.id}([{_label(self.text(level.title))}])"

    def questions(self, section: Section) -> Iterator[tuple[str, str]]:
        """Yield the nodes of a section: a node for each question that steers, and one for all others that are asked alike."""
        groups: dict[object, list[Question]] = {}
        for question in section.questions:
            alone = f"q_{question.id}" in self.steering
            groups.setdefault(question.id if alone else (question.show_if,), []).append(question)
        for group in groups.values():
            first = group[0]
            label = _label(self.several(group) if len(group) > 1 else self.one(first))
            condition = first.show_if
            if condition is not None and len(set(_looked_at(condition))) > 1:
                asked = _label(f"{self.say('applies_when')} {self.said(condition, _LONGEST_CONDITION)}")
                label = f"{label[:-1]}<br/>{asked[1:]}"
            yield f"q_{first.id}", f"q_{first.id}[{label}]"
            self.lead(condition, f"q_{first.id}")
        self.lead(section.show_if, f"s_{section.id}")

    def rules(self) -> Iterator[tuple[str, str]]:
        """Yield the nodes of rules that look at several questions; those that look at the same ones share one."""
        found: dict[tuple[tuple[str, ...], str], list[str]] = {}
        for rule in self.q.rules:
            asked = tuple(dict.fromkeys(_looked_at(rule.when)))
            if len(asked) > 1:
                titles = found.setdefault((asked, f"l_{rule.level}"), [])
                titles.append(self.text(rule.title) if rule.title else rule.id)
            else:
                self.lead(rule.when, f"l_{rule.level}")
        for number, ((asked, level), titles) in enumerate(found.items(), 1):
            said = safe_line("; ".join(titles), _LONGEST_CONDITION)
            yield f"r_{number}", f"r_{number}{{{{{_label(said)}}}}}"
            for start in asked:
                self.edges[start, "-->", f"r_{number}"] = {}
            self.edges[f"r_{number}", "==>", level] = {}

    def lead(self, condition: c.Condition | None, end: str) -> None:
        """Add the arrows from what a condition looks at; it is the label of the arrow if that is a single thing."""
        starts = list(dict.fromkeys(_looked_at(condition)))
        for start in starts:
            arrow = "-.->" if start.startswith("l_") else "==>" if end.startswith("l_") else "-->"
            bare = len(starts) > 1 or isinstance(condition, c.LevelAtLeast)  # the level's node says it all
            label = "" if bare or condition is None else self.said(condition, _LONGEST_LABEL)
            self.edges.setdefault((start, arrow, end), {})[label] = None

    # Texts

    def text(self, text: LocalText, longest: int | None = None) -> str:
        return " / ".join(dict.fromkeys(safe_line(text[lang], longest) for lang in self.langs))

    def say(self, key: str, **values: object) -> str:
        return " / ".join(dict.fromkeys(words.w(key, **values) for words in self.words))

    def said(self, condition: c.Condition, longest: int) -> str:
        """Return a condition in words; of options alone their labels, as the arrow says which question it is."""
        if isinstance(condition, c.AnyOf):
            said = [words.options(condition.question, condition.options, "or") for words in self.words]
        else:
            said = [words.said(condition) for words in self.words]
        return " / ".join(dict.fromkeys(safe_line(text, longest) for text in said))

    def one(self, question: Question) -> str:
        text = f"{self.numbers[question.id]} · {self.text(question.text, _LONGEST_TEXT)}"
        return f"{text} ({self.say('chooses_phase')})" if question.id == self.q.phase_question else text

    def several(self, questions: Sequence[Question]) -> str:
        """Return the numbers of questions, runs of neighbours as "3–7"."""
        place = {question.id: at for at, question in enumerate(self.q.questions)}
        runs: list[list[Question]] = []
        for question in questions:
            if runs and place[runs[-1][-1].id] + 1 == place[question.id]:
                runs[-1].append(question)
            else:
                runs.append([question])
        ends = (dict.fromkeys((self.numbers[run[0].id], self.numbers[run[-1].id])) for run in runs)
        said = safe_line(", ".join("–".join(numbers) for numbers in ends), _LONGEST_CONDITION)
        return f"{said} · {self.say('questions', n=len(questions))}"


def _looked_at(condition: c.Condition | None) -> Iterator[str]:
    """Yield the nodes of the questions and levels that a condition looks at, in the order written."""
    match condition:
        case None | c.InherentLevel():
            return
        case c.All(parts) | c.Any(parts):
            for part in parts:
                yield from _looked_at(part)
        case c.Not(part):
            yield from _looked_at(part)
        case c.LevelAtLeast(level, _):
            yield f"l_{level}"
        case c.OnQuestion(question):
            yield f"q_{question}"
        case _:
            assert_never(condition)


def _label(text: str) -> str:
    """Return any text as Mermaid reads it: quoted, with whatever could mean something as entities."""
    return '"' + _MARKUP.sub(lambda match: f"#{ord(match.group())};", safe_line(text)) + '"'
