"""All proofs about a questionnaire, as problems with their place, and the answers that show them (docs/proofs.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from aiassess.errors import Problem, Word
from aiassess.prove.reach import reachable
from aiassess.prove.search import Case, Claim, Search
from aiassess.questionnaire.schema import by_place

if TYPE_CHECKING:
    from aiassess.model.answers import AnswerSet
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.questionnaire.yaml_source import Path_, Source


REACHED = frozenset(
    f"prove_{what}_never" for what in ("section", "question", "band", "finding", "rule", "check", "level")
)
"""What can be reached, by the code that says that it cannot."""


@dataclass(frozen=True, slots=True)
class Proof:
    """``problems`` in document order; ``shown``: what proves each of them, by the name of its file.

    ``reached``: the path and id of what can be reached, with the number of the answers that do so, in ``cases``.
    """

    problems: tuple[Problem, ...]
    shown: dict[str, AnswerSet]
    reached: tuple[tuple[Path_, str, int], ...]
    cases: tuple[AnswerSet, ...]


def prove(source: Source, questionnaire: Questionnaire) -> Proof:
    """Return what is so of every set of answers to a questionnaire without errors, and ``source``, its document."""
    search = Search(questionnaire)
    search.settle(reachable(questionnaire))
    told = list(_once(source.data, (claim for claim in search.claims if claim.told)))
    problems = [_problem(source, claim) for claim in told]
    shown = {f"{claim.code}-{claim.about}": claim.shown.answers for claim in told if claim.shown}
    reached, cases = _covering(claim for claim in search.claims if claim.code in REACHED)
    return Proof(tuple(by_place(problems)), shown, reached, cases)


def _once(data: Any, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out what is said of the same part already: an anchor may stand in many conditions."""
    seen = set()
    for claim in claims:
        node = data
        for step in claim.path:
            node = node[step]
        key = claim.code, id(node)
        if key not in seen:
            seen.add(key)
            yield claim


def _problem(source: Source, claim: Claim) -> Problem:
    if claim.decided:
        return replace(source.problem(claim.code, claim.path, **claim.values), severity=claim.severity)
    said = Word(claim.code, claim.values)
    return replace(source.problem("prove_undecided", claim.path, claim=said), severity="note")


def _covering(claims: Iterable[Claim]) -> tuple[tuple[tuple[Path_, str, int], ...], tuple[AnswerSet, ...]]:
    """Return what can be reached, and few sets of answers that reach all of it."""
    numbers: dict[int, int] = {}
    cases: list[Case] = []
    reached = []
    for claim in claims:
        if claim.shown is None:
            continue
        if id(claim.shown) not in numbers:
            numbers[id(claim.shown)] = len(cases)
            cases.append(claim.shown)
        reached.append((claim.path, claim.about, numbers[id(claim.shown)]))
    return tuple(reached), tuple(case.answers for case in cases)
