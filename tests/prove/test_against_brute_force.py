"""The proofs against brute force: every set of answers to a small questionnaire, scored by the engine."""

from dataclasses import replace
from itertools import combinations, permutations, product
from math import prod

from hypothesis import assume, event, given
from hypothesis import strategies as st

from aiassess import Answer
from aiassess.model import conditions as c
from aiassess.model.answers import Evidence
from aiassess.model.risks import Risk
from aiassess.program.encoding import worth
from aiassess.prove.gates import avoidable, unmeasured
from aiassess.prove.monotone import Worse, monotone
from aiassess.prove.reach import Value, reachable
from aiassess.prove.search import Case, Search
from aiassess.scoring.conditions import holds
from aiassess.scoring.result import VERDICTS
from support.examples import examples
from support.strategies import questionnaires

MOST = 400


def values(question):
    """Every value, of numbers and risks more than conditions and bands tell apart."""
    if question.type == "choice":
        return [option.id for option in question.options]
    if question.type == "choices":
        plain = [option.id for option in question.options if not option.exclusive]
        chosen = [combination for size in range(1, len(plain) + 1) for combination in combinations(plain, size)]
        return [*chosen, *((option.id,) for option in question.options if option.exclusive)]
    if question.type == "number":
        low = -4 if question.minimum is None else question.minimum
        high = 14 if question.maximum is None else question.maximum
        halves = range(int(2 * low), int(2 * high) + 1)
        return [n / 2 if n % 2 else n // 2 for n in halves if not (question.whole and n % 2)]
    if question.type == "risks":
        return [(Risk("x", a, b),) for a in range(1, 6) for b in range(1, a + 1)]
    return [{"text": "x", "date": question.earliest or question.latest or "2026-01-31"}[question.type]]


def answers(question):
    """Every answer, with and without evidence where it counts."""
    yield Answer("unanswered")
    yield Answer("unsure")
    if question.not_applicable:
        yield Answer("not_applicable", note="-")
    for value in values(question):
        answer = Answer("answered", value)
        yield answer
        if question.lacks_evidence(answer):
            yield replace(answer, evidence=(Evidence("A letter"),))


def told_apart(q, question, tests):
    """Of the answers, one of each of those that count and read the same."""
    different = {}
    for answer in answers(question):
        counts = worth(q, question, answer) if question.score else None
        read = [holds(test, lambda _, answer=answer: answer) for test in tests]
        read += [answer.value is not None and finding.on.isdisjoint(answer.chosen) for finding in question.findings]
        different.setdefault((answer.status, counts, *read), answer)
    return list(different.values())


def every_case(q):
    """Every set of answers, by the place of each answer among those of its question."""
    tests = {name: list(found) for name, found in q.tests_on.items()}
    for test in (test for check in q.checks for test in c.tests_in(check.when)):
        tests.setdefault(test.question, []).append(test)
    lists = [told_apart(q, question, tests.get(question.id, ())) for question in q.questions]
    assume(prod(map(len, lists)) <= MOST)
    names = [question.id for question in q.questions]
    return {
        places: Case(q, {name: each[i] for name, each, i in zip(names, lists, places, strict=True)})
        for places in product(*(range(len(each)) for each in lists))
    }


def settled(q):
    search = Search(q)
    paths = {question.id: ("sections", 0, "questions", i) for i, question in enumerate(q.questions)}
    search.settle(reachable(q))
    search.settle(avoidable(search, paths))
    search.settle(unmeasured(q))
    search.settle(monotone(search, paths))
    return search


@given(st.data())
@examples(300)
def test_what_is_proven_is_so_of_every_set_of_answers(data):
    q = data.draw(questionnaires(by_level=data.draw(st.booleans())))
    cases = every_case(q)
    search = settled(q)
    for claim in search.claims:
        if isinstance(claim, Worse):
            if claim.shown:
                assert claim.seen(claim.shown)
                assert alike(q, claim.shown, claim.shown.after, same=claim.what == "verdict")
                event(claim.code)
            continue
        if claim.within and not claim.within.shown:
            continue
        if isinstance(claim, Value):  # of the same effect are many
            shown = any(map(claim.fits, answers(claim.question)))
            assert not claim.shown or claim.seen(claim.shown)
        else:
            shown = any(map(claim.seen, cases.values()))
        if claim.decided:
            assert bool(claim.shown) == shown, (claim.code, claim.path)
            event(f"{claim.code} {'shown' if shown else 'never'}")
        else:
            event(f"{claim.code} not decided")


def alike(q, before, after, same):
    """Whether what is asked only with the better answer is answered well, as the page on proofs says."""
    sign = {"control": 1, "inherent": -1}
    decisive = {x.id for x in q.questions if any(f.severity == "critical" for f in x.findings)}
    conditions = [rule.when for rule in q.rules]
    conditions += [f.when for x in q.questions for f in x.findings if f.severity == "critical" and f.when]
    decisive.update(*map(c.questions_in, conditions))
    one, other = before.assessment.marks, after.assessment.marks
    if same:
        return set(one) == set(other)
    for new in set(other) - set(one):
        question, answer = q.by_id[new], after.answers.get(new)
        clean = not any(f.severity == "critical" and not f.on.isdisjoint(answer.chosen) for f in question.findings)
        if (question.score is None and new in decisive) or answer.status != "answered" or not clean:
            return False
        if question.score:
            best = max(
                sign[question.score] * worth(q, question, a)
                for a in answers(question)
                if a.status == "answered"
                and not any(f.severity == "critical" and not f.on.isdisjoint(a.chosen) for f in question.findings)
            )
            if sign[question.score] * worth(q, question, answer) < best:
                return False
    return True


def better(q, question, one, other):
    sign = {"control": 1, "inherent": -1}[question.score]
    scale = [sign * worth(q, question, a) for a in answers(question) if a.status == "answered"]
    if other.status != "answered" or one.status == "not_applicable":
        return False
    if one.status == "answered":
        return sign * worth(q, question, other) > sign * worth(q, question, one)
    return min(scale) < max(scale) == sign * worth(q, question, other)


@given(st.data())
@examples(300)
def test_no_better_answer_is_worse_unless_that_is_found(data):
    q = data.draw(questionnaires(by_level=data.draw(st.booleans())))
    cases = every_case(q)
    search = settled(q)
    claims = {(claim.what, claim.about): claim for claim in search.claims if isinstance(claim, Worse)}
    ready = [claim for (what, _), claim in claims.items() if what == "ready"]
    for place, question in enumerate(q.questions):
        alone = {}
        for key, case in cases.items():
            alone.setdefault(key[:place] + key[place + 1 :], []).append(case)
        for case, other in (pair for group in alone.values() for pair in permutations(group, 2) if question.score):
            if not better(q, question, case.answers.get(question.id), other.answers.get(question.id)):
                continue
            level = q.rank[other.assessment.level.id] > q.rank[case.assessment.level.id]
            verdicts = case.assessment.verdict, other.assessment.verdict
            found = []
            if level and alike(q, case, other, same=False):
                found = [claims["level", question.id]]
            elif VERDICTS.index(verdicts[1]) > VERDICTS.index(verdicts[0]) and alike(q, case, other, same=True):
                found = [claims["verdict", question.id]]
            elif verdicts == ("ready", "conditional") and alike(q, case, other, same=False):
                found = ready
            assert not found or any(claim.shown or not claim.decided for claim in found)
            event(f"worse by {verdicts}" if found else "not worse")
