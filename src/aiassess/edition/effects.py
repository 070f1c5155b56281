"""What an edition does to saved answers, each scored by the old and by the new one (docs/edition-diff.md#effects)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, get_args

from aiassess.answers.carry import carry_over
from aiassess.batch.chunks import Chunk, Cutter, Files, Position
from aiassess.batch.submissions import submissions_of
from aiassess.batch.tasks import Result
from aiassess.diff.wording import canonical
from aiassess.edition import types as t
from aiassess.edition.reasons import Reasons
from aiassess.errors import InvalidInput, Problem
from aiassess.questionnaire.shipped import version_key
from aiassess.report.documents import finder, parse_document
from aiassess.report.types import Named
from aiassess.scoring.assess import score
from aiassess.text import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from aiassess.batch.inputs import Input
    from aiassess.batch.streams import Item
    from aiassess.batch.submissions import Placed
    from aiassess.edition.listing import Listing
    from aiassess.model.answers import AnswerSet
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.scoring.result import Assessment

MOST_TOLD = 50
"""Problems of one submission that are told."""
_CUTTER = Cutter(1 << 17, 1)
"""Small chunks: how far it is, is known at the end of each."""
OUTCOMES: tuple[t.Outcome, ...] = get_args(t.Outcome)


class Effects:
    """The effects on submissions, those that are alike in one group. Little of a submission is kept but its name.

    ``read``: the bytes that were read.
    """

    def __init__(self, listing: Listing) -> None:
        self.listing, self.old, self.new = listing, listing.old, listing.new
        self.reasons = Reasons(listing.found)
        self.find = finder(self.old)
        self.asking = cache(self._asking)
        self.submissions = self.read = 0
        self.counts: dict[t.Outcome, int] = dict.fromkeys(OUTCOMES, 0)
        self.groups: dict[str, t.GroupData] = {}

    def add_all(self, inputs: Iterable[Input], watch: Callable[[], object] = lambda: None) -> None:
        """Add every submission of the inputs; ``watch`` is called after each."""
        for source, item in self._submissions(_CUTTER.chunks(inputs, Position())):
            told: t.SubmissionData = {"source": source, "line": item.number, "problems": [], "dropped": None}
            outcomes, effect = self.effect(item, told)
            self.submissions += 1
            for outcome in outcomes:
                self.counts[outcome] += 1
            if outcomes != ["same"]:
                self.groups.setdefault(canonical(effect), effect)["submissions"].append(told)
            watch()

    def data(self) -> t.EffectsData:
        """Return the counts, and the groups: the gravest outcome first, then the largest."""
        groups = sorted(
            self.groups.values(), key=lambda one: (OUTCOMES.index(one["outcome"]), -len(one["submissions"]))
        )
        return {"submissions": self.submissions, "counts": self.counts, "groups": groups}

    def effect(self, item: Item, told: t.SubmissionData) -> tuple[list[t.Outcome], t.GroupData]:
        """Return as what a submission counts, and what becomes of it; ``told`` gets what concerns it alone."""
        outcome: t.Outcome = "not_compared"
        because: Sequence[int] = ()
        try:
            if item.problem:
                raise InvalidInput([item.problem])
            document = parse_document(item.raw, "", self.find)
            before = document.assessment
            outcome = "refused"
            return self.changed(before, document.answers_to(self.new))
        except InvalidInput as error:
            problems = error.problems
        except Exception as error:  # a fault of ours must not cost what becomes of all others
            outcome, problems = (
                "not_compared",
                (Problem("submission_fault", {"what": f"{type(error).__name__}: {error}"}),),
            )
        if outcome == "refused":
            with suppress(InvalidInput):  # answers to another questionnaire
                _, carried = carry_over(document.contained, self.new, "", any_major=True, earlier=self.old)
                told["dropped"] = [item.question for item in carried.dropped]
            concerned = {*(problem.question for problem in problems), *(told["dropped"] or ())}
            because = self.reasons.of_refusal(before, concerned)
        lang = spoken(self.listing.lang)
        told["problems"] = [
            {"code": one.code, "question": one.question, "message": one.message(lang)} for one in problems[:MOST_TOLD]
        ]
        return [outcome], _effect(outcome, because)

    def changed(self, before: Assessment, answers: AnswerSet) -> tuple[list[t.Outcome], t.GroupData]:
        """Return what the new edition makes of answers that it takes."""
        questionnaire, later = self.asking(answers.questionnaire_version)
        after, ids = score(questionnaire, answers), self.reasons.ids
        because = self.reasons.of(before, after)
        new_since = [name for name in later if name in after.marks and after.answer_to(name).status == "unanswered"]
        was = {ids.get(("question", name), name) for name in before.missing}
        missing = [name for name in after.missing if name not in was]
        holds: dict[t.Outcome, bool] = {
            "level": ids.get(("level", before.level.id), before.level.id) != after.level.id,
            "verdict": before.verdict != after.verdict,
            "incomplete": before.status == "complete" and bool(missing),
            "new_since": bool(new_since),
        }
        outcomes: list[t.Outcome] = [name for name, is_so in holds.items() if is_so]
        outcomes = outcomes or ["same" if because is None else "other"]
        effect = _effect(outcomes[0], because or ())
        if holds["level"]:
            old, new = (Named(id=one.level.id, title=self.listing.text(one.level.title)) for one in (before, after))
            effect["level"] = {"old": old, "new": new}
        if holds["verdict"]:
            effect["verdict"] = {"old": before.verdict, "new": after.verdict}
        effect["missing"], effect["new_since"] = missing, new_since
        return outcomes, effect

    def _asking(self, answered: str) -> tuple[Questionnaire, list[str]]:
        """Return the new edition for answers to a version, and the questions newer than that, which nobody was asked.

        They count as any blank, but nothing is incomplete for lack of them.
        """
        later = [q.id for q in self.new.questions if q.since and version_key(q.since) > version_key(answered)]
        if not later:
            return self.new, []
        sections = [
            replace(s, questions=tuple(replace(q, required=q.required and q.id not in later) for q in s.questions))
            for s in self.new.sections
        ]
        return replace(self.new, sections=tuple(sections)), later

    def _submissions(self, chunks: Iterable[Chunk]) -> Iterator[Placed]:
        """Yield every submission of chunks with its source, in order and in bounded memory."""
        for chunk in chunks:
            result = Result()
            yield from submissions_of(chunk, result, self._alike)
            self.read += result.read
            if result.unread and isinstance(chunk, Files):
                yield from self._submissions(_CUTTER.of_file(chunk.inputs[0], chunk.first, Position()))

    def _alike(self, one: bytes, other: bytes) -> bool:
        """Return whether two files hold the same answers, so that one of them is enough."""
        with suppress(InvalidInput):
            return parse_document(one, "", self.find).answers == parse_document(other, "", self.find).answers
        return False


def _effect(outcome: t.Outcome, because: Sequence[int]) -> t.GroupData:
    """Return an effect of which there is no more to say."""
    return t.GroupData(
        outcome=outcome, level=None, verdict=None, missing=[], new_since=[], because=[*because], submissions=[]
    )
