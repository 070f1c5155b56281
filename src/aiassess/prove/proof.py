"""All proofs about a questionnaire, as problems with their place, and the answers that show them (docs/proofs.md)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from aiassess.errors import InvalidInput, Problem, Word
from aiassess.model.answers import AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.prove.figures import figures
from aiassess.prove.gates import avoidable, unmeasured
from aiassess.prove.monotone import monotone
from aiassess.prove.reach import reachable
from aiassess.prove.search import Claim, Search
from aiassess.questionnaire.checks.manuscript import Manuscript
from aiassess.questionnaire.schema import by_place
from aiassess.questionnaire.yaml_source import Path_, Source

REACHED = frozenset(
    f"prove_{what}_never" for what in ("section", "question", "option", "band", "finding", "rule", "check", "level")
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
    try:
        search = Search(questionnaire)
    except InvalidInput as error:  # a question with more sets of options than can be told apart
        notes = (replace(problem, file=source.spots[()].file, severity="note") for problem in error.problems)
        return Proof(tuple(notes), {}, (), ())
    paths = {question["id"]: path for path, question, _ in Manuscript(source).paths}
    search.settle(reachable(questionnaire))
    search.settle(avoidable(search, paths))
    search.settle(unmeasured(questionnaire))
    search.settle(monotone(search, paths))
    told = list(_once(source.data, (claim for claim in search.claims if claim.told)))
    problems = [_problem(source, claim) for claim in told if claim.code != "prove_unmeasured"]
    problems += _unmeasured(source, [claim for claim in told if claim.code == "prove_unmeasured" and claim.decided])
    for code, path, values, severity in figures(search, paths):
        problems.append(replace(source.problem(code, path, **values), severity=severity))
    shown = {}
    for claim in told:
        if claim.shown:
            shown[f"{claim.code}-{claim.about}"] = claim.shown.answers
        if claim.shown and claim.shown.after:
            shown[f"{claim.code}-{claim.about}-better"] = claim.shown.after.answers
    reached, cases = _covering(claim for claim in search.claims if claim.code in REACHED)
    return Proof(tuple(by_place(problems)), shown, reached, cases)


def _once(data: Any, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out what is said of the same part already, errors first: an anchor may stand in many conditions."""
    seen = set()
    for claim in sorted(claims, key=lambda claim: claim.severity):
        node = data
        for step in claim.path:
            node = node[step]
        key = claim.code, id(node)
        if key not in seen:
            seen.add(key)
            yield claim


def _problem(source: Source, claim: Claim) -> Problem:
    values = {"id": claim.about, **claim.values}
    if claim.decided:
        return replace(source.problem(claim.code, claim.path, **values), severity=claim.severity)
    said = Word(claim.code, values)
    return replace(source.problem("prove_undecided", claim.path, claim=said), severity="note")


def _unmeasured(source: Source, claims: list[Claim]) -> list[Problem]:
    """Return one note for all principles, and one for all actors, of which a complete assessment may measure nothing."""
    notes = []
    for dimension in ("principles", "actors"):
        ids = [claim.about for claim in claims if claim.path[1] == dimension]
        if ids:
            notes.append(source.problem("prove_unmeasured", ("dimensions", dimension), ids=ids))
    return [replace(note, severity="note") for note in notes]


def _covering(claims: Iterable[Claim]) -> tuple[tuple[tuple[Path_, str, int], ...], tuple[AnswerSet, ...]]:
    """Return what can be reached, and few sets of answers that reach all of it."""
    found = [claim for claim in claims if claim.shown]
    cases = list(dict.fromkeys(claim.shown for claim in found if claim.shown))
    number = {case: n for n, case in enumerate(cases)}
    reached = tuple((claim.path, claim.about, number[claim.shown]) for claim in found if claim.shown)
    return reached, tuple(case.answers for case in cases)
