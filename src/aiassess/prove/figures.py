"""How many questions are asked, and how much one answer can weigh (docs/proofs.md#figures)."""

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from aiassess.errors import ProblemSeverity, Word
from aiassess.figures import one_decimal
from aiassess.model.levels import SCORE_KINDS, ScoreKind
from aiassess.model.questionnaire import Question
from aiassess.program.encoding import Encoding
from aiassess.program.solver import Budget, OutOfBounds, Program, bounds, total
from aiassess.prove.reach import exactly, has_credit
from aiassess.prove.search import WORK, Search, complete
from aiassess.questionnaire.yaml_source import Path_

Figure = tuple[str, Path_, dict[str, object], ProblemSeverity]
"""The code of a problem, its place, values and severity."""


def figures(search: Search, paths: dict[str, Path_]) -> Iterator[Figure]:
    """Yield what is to be known of a questionnaire, each found exactly; nothing of what takes too long."""
    q = search.questionnaire
    found = [_asked(search, level.id, ("levels", i)) for i, level in enumerate(q.levels)]
    found = [_asked(search, None, ("levels",))] if has_credit(q) else found
    for kind in SCORE_KINDS:
        found += [_heaviest(search, kind, paths), _maximum(search, kind)]
    for figure in found:
        with suppress(OutOfBounds):
            yield from figure


def _asked(search: Search, level: str | None, path: Path_) -> Iterator[Figure]:
    """Yield the least and the most questions that are asked where the level is this one, by phase."""
    q = search.questionnaire
    phases = q.phase_question
    counts = []
    for phase in dict.fromkeys(answer.value for answer in search.values(phases)) if phases else [""]:
        domains = dict(search.domains)
        if phases:
            domains[phases] = tuple(x for x in domains[phases] if x.answer.value == phase)
        e = Encoding(q, domains, Program(Budget(WORK)))
        if level is not None:
            e.program.at_least(exactly(e, q.levels[q.rank[level]]), 1)
        asked = total(e.applies[question.id] for question in q.questions)
        least, most = e.program.minimise(asked), e.program.minimise(asked * -1)
        if least and most:
            values = {"least": least(asked), "most": most(asked), "phase": phase}
            counts.append(Word("prove_asked_in_phase" if phases else "prove_asked_range", values))
    if counts:
        yield "prove_asked" if level else "prove_asked_all", path, {"id": level, "counts": counts}, "note"


def _heaviest(search: Search, kind: ScoreKind, paths: dict[str, Path_]) -> Iterator[Figure]:
    """Yield the largest share that one answer can have in a complete assessment."""
    q = search.questionnaire
    heaviest = sorted(q.scored[kind], key=lambda x: -x.highest_points)
    best, found, least = Fraction(0), None, 0
    for question in (None, *heaviest):  # first the least maximum of all, which tells which questions cannot weigh more
        if question and least and Fraction(question.highest_points, least) <= best:
            break
        maximum, there = _least_maximum(search, kind, [question] if question else heaviest)
        least = least or maximum
        for other in there:
            share = Fraction(other.highest_points, maximum)
            best, found = max((best, found), (share, other), key=lambda pair: pair[0])
    if found:
        percent = one_decimal(100 * best)
        yield f"prove_heaviest_{kind}", (*paths[found.id], "weight"), {"id": found.id, "percent": percent}, "note"


def _maximum(search: Search, kind: ScoreKind) -> Iterator[Figure]:
    """Yield that a maximum that is stated as a number is not the most that answers give."""
    stated = search.questionnaire.scoring.basis(kind)
    if not isinstance(stated, int):
        return
    e = search.encoding()
    points = e.points(search.questionnaire.scored[kind])
    solution = e.program.minimise(points * -1)
    if solution and (most := solution(points)) != stated:
        code = "prove_maximum_above" if most < stated else "prove_maximum_below"
        where = ("scoring", "inherent" if kind == "inherent" else "controls", "maximum")
        yield code, where, {"stated": stated, "most": most}, "warning"


def _least_maximum(search: Search, kind: ScoreKind, needed: list[Question]) -> tuple[int, list[Question]]:
    """Return the least maximum of a complete assessment in which one of the questions counts, and which of them all count.

    The maximum is 1 if there is no such assessment.
    """
    questions = search.questionnaire.scored[kind]
    e = search.encoding()
    maximum = e.maximum(kind, questions, tagged=False)
    counts = [(question, e.measured([question])) for question in questions]
    there = e.program.all_of([e.measured(needed), complete(e)])
    solution = e.program.minimise(maximum - there * (bounds(maximum)[1] + 1))
    if solution is None or not solution(there) or not solution(maximum):
        return 1, []
    return solution(maximum), [question for question, counted in counts if solution(counted)]
