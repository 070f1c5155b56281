"""What the judge's source calls things, and what it needs to know of a question.

Of a question ``mandate`` it has ``q_mandate``, the answer's state (``states.py``), and where something looks at it
``v_mandate``, what was answered: an option's id, a set of ids, a number, the highest rating of a risk register, a text. That
is false of every test where nothing was answered. ``o_mandate`` says whether the answer is still open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiassess.model.conditions import questions_in

if TYPE_CHECKING:
    from aiassess.batch.columns import Layout
    from aiassess.batch.fast.states import Tables
    from aiassess.model.questionnaire import Question, Questionnaire

_ID = re.compile(r"[a-z][a-z0-9_]*\Z")


def name(identifier: str) -> str:
    """Return an id that is about to stand in source. The schema lets no other through, and neither does this."""
    if not _ID.match(identifier):
        raise ValueError(identifier)
    return identifier


class Plan:
    """A questionnaire, its columns and tables.

    ``watched``: the questions that conditions look at; ``valued``: those whose value is kept.
    """

    def __init__(self, questionnaire: Questionnaire, layout: Layout, tables: Tables) -> None:
        self.questionnaire, self.layout, self.tables = questionnaire, layout, tables
        self.questions = questionnaire.questions
        findings = [(question, finding) for question in self.questions for finding in question.findings if finding.when]
        conditions = [rule.when for rule in questionnaire.rules]
        conditions += [section.show_if for section in questionnaire.sections if section.show_if]
        conditions += [question.show_if for question in self.questions if question.show_if]
        conditions += [finding.when for _, finding in findings if finding.when]
        self.watched = {one for condition in conditions for one in questions_in(condition)}
        self.valued = self.watched | {*questionnaire.subject.values(), *(question.id for question, _ in findings)}

    def state(self, question: Question) -> str:
        """Return the expression of an answer's state; for one choice, that is a state for each question."""
        variable = f"q_{name(question.id)}"
        if question.type == "choice":
            return f"{variable}.states[{self.tables.choices.place[question.id]}]"
        return variable

    def row(self, question: Question) -> str:
        """Return the expression of what an answer adds to every sum."""
        return self._of_choice(question, "rows", "row")

    def strings(self, question: Question) -> str:
        """Return the expression of how many strings an answer has."""
        return self._of_choice(question, "strings", "strings")

    def _of_choice(self, question: Question, several: str, one: str) -> str:
        variable = f"q_{name(question.id)}"
        if question.type == "choice":
            return f"{variable}.{several}[{self.tables.choices.place[question.id]}]"
        return f"{variable}.{one}"

    def hidden(self, question: Question) -> str:
        """Return the expression of the state of a question that does not apply."""
        return "HIDDEN" if question.type == "choice" else f"States_{name(question.id)}.hidden"

    def blank(self, question: Question) -> str:
        """Return the expression of the value where nothing is answered."""
        return {"choices": "frozenset()", "risks": "0"}.get(question.type, "None")

    def conditional(self, question: Question) -> bool:
        """Return whether a question may not apply."""
        return bool(question.show_if or self.questionnaire.section_of[question.id].show_if)

    def raises_critical(self, question: Question) -> bool:
        """Return whether an answer alone can raise a critical finding."""
        return any(finding.severity == "critical" and finding.on for finding in question.findings)
