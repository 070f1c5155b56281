"""Parts joined: what they give together, where they contradict each other, and what each choice would do (docs/merge.md)."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property

from aiassess.answers.check import check_answers
from aiassess.answers.dump import answers_data
from aiassess.answers.types import AnswersFile
from aiassess.merge.about import AboutConflict, AboutConflictField, about_conflicts, about_of
from aiassess.merge.parts import Source
from aiassess.merge.votes import Conflict, Vote, chosen, joined
from aiassess.model.answers import Answer, AnswerSet
from aiassess.model.conditions import questions_in
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.shipped import version_key
from aiassess.scoring.assess import score
from aiassess.scoring.result import Assessment


@dataclass
class Merging:
    """Sources on the way to one answers file: contradictions are settled one by one, or all by a preferred file."""

    sources: Sequence[Source]
    questionnaire: Questionnaire
    language: str | None = None
    _about: dict[AboutConflictField, str] = field(default_factory=dict)
    _settled: dict[str, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sources = sorted(self.sources, key=lambda source: source.name)

    @cached_property
    def _votes(self) -> dict[str, list[Vote]]:
        found: dict[str, list[Vote]] = {question.id: [] for question in self.questionnaire.questions}
        for source in self.sources:
            for name, vote in source.votes(self.questionnaire).items():
                found[name].append(vote)
        return {name: votes for name, votes in found.items() if votes}

    @cached_property
    def _joined(self) -> dict[str, Answer | Conflict]:
        """What the parts say to each question, in document order."""
        gates = {name for rule in self.questionnaire.rules if rule.unsure_stops for name in questions_in(rule.when)}
        by_id = self.questionnaire.by_id
        return {name: joined(by_id[name], votes, gate=name in gates) for name, votes in self._votes.items()}

    @property
    def conflicts(self) -> list[Conflict]:
        """The questions on which the parts contradict each other, as far as that is not settled."""
        return [
            found for name, found in self._joined.items() if isinstance(found, Conflict) and name not in self._settled
        ]

    @property
    def about_conflicts(self) -> list[AboutConflict]:
        return [found for found in about_conflicts(self.sources) if found.field not in self._about]

    def settle(self, conflict: Conflict | AboutConflict, file: str) -> bool:
        """Settle a contradiction as a file has it; return whether that file says anything there."""
        if isinstance(conflict, AboutConflict):
            value = next((value for value, files in conflict.values.items() if file in files), None)
            if value is not None:
                self._about[conflict.field] = value
            return value is not None
        vote = next((vote for vote in conflict.votes if vote.file == file), None)
        if vote is not None:
            self._settled[conflict.question.id] = self._chosen(conflict, vote)
        return vote is not None

    def prefer(self, files: Iterable[str]) -> None:
        """Settle every contradiction as the first of these files has it that says anything there."""
        files = list(files)
        conflicts: list[Conflict | AboutConflict] = [*self.about_conflicts, *self.conflicts]
        for conflict in conflicts:
            any(self.settle(conflict, file) for file in files)

    def assessment(self, conflict: Conflict, vote: Vote) -> Assessment:
        """Return the assessment if a conflict were settled by a vote; others not settled yet count as unanswered."""
        return score(self.questionnaire, self._answers({conflict.question.id: self._chosen(conflict, vote)}))

    def preferring(self, file: str) -> tuple[Assessment, int]:
        """Return the assessment if a file settled whatever it can, and how many contradictions would be left."""
        trial = copy(self)  # with all that was worked out already
        trial._about, trial._settled = dict(self._about), dict(self._settled)
        trial.prefer([file])
        left = len(trial.conflicts) + len(trial.about_conflicts)
        return score(self.questionnaire, trial._answers({})), left

    def _chosen(self, conflict: Conflict, vote: Vote) -> Answer:
        return chosen(self._votes[conflict.question.id], vote)

    def _answers(self, more: dict[str, Answer]) -> AnswerSet:
        versions = {source.answers.questionnaire_version for source in self.sources}
        answers = {name: found for name, found in self._joined.items() if not isinstance(found, Conflict)}
        about = about_of(self.sources, self.questionnaire, self._about, self.language)
        version = max(versions, key=lambda text: (version_key(text), text))
        return AnswerSet(self.questionnaire.id, version, about, {**answers, **self._settled, **more})

    def document(self, shown: str) -> AnswersFile:
        """Return the answers file of all parts, once nothing is left to settle; raises InvalidInput if it holds too much."""
        data = answers_data(self._answers({}), self.questionnaire.by_id)
        check_answers(data, self.questionnaire, shown)
        return data
