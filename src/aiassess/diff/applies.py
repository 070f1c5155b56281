"""Questions that became applicable or no longer are, and because of which answers."""

from collections.abc import Callable, Iterator
from typing import assert_never

from aiassess.diff import types as t
from aiassess.diff.steps import Steps
from aiassess.model import conditions as c
from aiassess.model.answers import AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.scoring.applicability import applicable, facts_of
from aiassess.scoring.conditions import holds


def applicability_changes(steps: Steps, causes: Callable[[str], list[str]]) -> list[t.Applicability]:
    """Return the questions that apply in only one of the reports, in order; ``causes``: see ``Causes``."""
    found: list[t.Applicability] = []
    for name in steps.questions:
        was, now = (name in view.applying for view in (steps.old, steps.new))
        if was != now:
            whose = steps.whose(lambda view: name in view.applying)  # noqa: B023 - called at once
            named = [steps.named(cause) for cause in causes(name)] if whose != "questionnaire" else []
            found.append({**steps.named(name), "applies": now, "because": whose, "causes": named})
    return found


class Causes:
    """Finds the answers that made a question apply, or not; called with the question's id.

    ``before`` and ``after`` are answers to the same questionnaire.
    """

    def __init__(self, questionnaire: Questionnaire, before: AnswerSet, after: AnswerSet) -> None:
        self.given = (before, after)
        self.active = (applicable(questionnaire, before), applicable(questionnaire, after))
        self.facts = tuple(facts_of(questionnaire, active) for active in self.active)
        self.inherent = [question.id for question in questionnaire.scored["inherent"]]
        self.order = {question.id: place for place, question in enumerate(questionnaire.questions)}
        self.roots: dict[str, frozenset[str]] = {}
        # Conditions look at earlier questions only: in document order every root that is asked for is known.
        for section in questionnaire.sections:
            for question in section.questions:
                if self._toggled(question.id):
                    looked_at = {*self._turned(section.show_if), *self._turned(question.applies_if)}
                    self.roots[question.id] = frozenset().union(*(self._root(name) for name in looked_at))

    def __call__(self, name: str) -> list[str]:
        """Return the questions whose answers changed so that this one applies or no longer does, in document order."""
        return sorted(self.roots.get(name, ()), key=self.order.__getitem__)

    def _toggled(self, name: str) -> bool:
        return (name in self.active[0]) != (name in self.active[1])

    def _given_anew(self, name: str) -> bool:
        old, new = (answers.get(name) for answers in self.given)
        return (old.status, old.value) != (new.status, new.value)

    def _root(self, name: str) -> frozenset[str]:
        """Return the question itself if its answer changed, otherwise what made it apply or no longer apply."""
        if name in self.active[1] and self._given_anew(name):
            return frozenset([name])
        return self.roots.get(name, frozenset())

    def _turned(self, condition: c.Condition | None) -> Iterator[str]:
        """Yield the questions on which a condition turned from false to true, or the other way."""
        change = self._change(condition)
        if condition is None or change == 0:
            return
        match condition:
            case c.All(parts) | c.Any(parts):
                for part in parts:
                    if self._change(part) == change:
                        yield from self._turned(part)
            case c.Not(part) | c.LevelAtLeast(_, part):
                yield from self._turned(part)
            case c.InherentLevel():
                yield from (name for name in self.inherent if self._toggled(name) or self._given_anew(name))
            case c.OnQuestion(question):
                yield question
            case _:
                assert_never(condition)

    def _change(self, condition: c.Condition | None) -> int:
        """Return 1 if a condition now holds, -1 if it no longer does, 0 if it did not change."""
        was, now = (holds(condition, facts) for facts in self.facts)
        return bool(now) - bool(was)
