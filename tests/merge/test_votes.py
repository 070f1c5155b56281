"""What several parts say to one question, joined: in whatever order, and some of them first."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from aiassess.merge.votes import Conflict, Vote, chosen, joined, says_nothing
from aiassess.model.answers import Answer, Evidence
from support.examples import examples
from support.tiny import control, tiny

QUESTION = tiny(control(not_applicable=True, actors=["ictso"])).by_id["guard"]
PROOFS = (Evidence("Minutes"), Evidence("Report", "2026-10-01"))
VALUES = [
    *({"status": "answered", "value": value} for value in ("no", "half", "yes")),
    *({"status": "unsure", "waits_for": actor} for actor in (None, None, "ictso", "lawyer")),
    {"status": "not_applicable"},
    {"status": "unanswered"},
]


@st.composite
def votes(draw):
    given_ = draw(st.sampled_from(VALUES))
    note = draw(st.sampled_from([None, None, "One.", "Two."]))
    if given_["status"] == "not_applicable":
        note = note or "One."
    evidence = draw(st.sampled_from([(), (), PROOFS[:1], PROOFS[1:], PROOFS]))
    confirmed = given_["status"] == "unanswered" or draw(st.sampled_from([True, True, False]))
    name = draw(st.sampled_from("ABC"))
    answer = Answer(note=note, evidence=evidence, confirmed=confirmed, given_by=(name,), **given_)
    return Vote(name, Answer("answered", "no", given_by=(name,)) if says_nothing(answer) else answer)


GATE = st.booleans()


def join(*given_, gate=False):
    return joined(QUESTION, given_, gate=gate)


def grouped(one, other, *, gate):
    """Join two votes that may themselves be joined; None for a conflict on the way."""
    if one is None or other is None:
        return None
    found = join(one, other, gate=gate)
    return None if isinstance(found, Conflict) else Vote("merged", found)


@examples(300)
@given(st.lists(votes(), min_size=1, max_size=4), GATE)
def test_the_order_does_not_matter(several, gate):
    expected = join(*several, gate=gate)
    for order in permutations(several):
        found = join(*order, gate=gate)
        if isinstance(expected, Conflict):
            assert sorted(map(repr, found.votes)) == sorted(map(repr, expected.votes))
        else:
            assert found == expected


@examples(300)
@given(st.lists(votes(), min_size=1, max_size=3), GATE)
def test_saying_it_twice_changes_nothing(several, gate):
    once, twice = join(*several, gate=gate), join(*several, *several, gate=gate)
    assert isinstance(once, Conflict) == isinstance(twice, Conflict)
    if not isinstance(once, Conflict):
        assert once == twice == join(Vote("merged", once), gate=gate)
        assert once == join(Vote("merged", once), *several, gate=gate)


@examples(600)
@given(votes(), votes(), votes(), GATE)
def test_joining_some_first_gives_the_same_where_nothing_contradicts(a, b, c, gate):
    whole = join(a, b, c, gate=gate)
    found = [] if isinstance(whole, Conflict) else [whole]
    for one, other, last in ((a, b, c), (a, c, b), (b, c, a)):
        vote = grouped(grouped(one, other, gate=gate), last, gate=gate)
        if vote is not None:
            found.append(vote.answer)
    assert all(answer == found[0] for answer in found)


@examples(300)
@given(st.lists(votes(), min_size=1, max_size=4), GATE)
def test_nothing_is_lost_and_nothing_made_up(several, gate):
    found = join(*several, gate=gate)
    if isinstance(found, Conflict):
        assert len({vote.answer for vote in found.votes}) > 1
        assert {*found.votes} <= {*several}
        return
    assert any((found.status, found.value) == (vote.answer.status, vote.answer.value) for vote in several)
    kept = [vote.answer for vote in several if vote.answer.confirmed] or [vote.answer for vote in several]
    assert {answer.note for answer in kept} <= {None, found.note}
    assert {proof for answer in kept for proof in answer.evidence} <= {*found.evidence}
    assert {*found.given_by} <= {name for vote in several for name in vote.answer.given_by}


@examples(300)
@given(st.lists(votes(), min_size=2, max_size=4), GATE)
def test_whichever_is_chosen_is_what_is_taken(several, gate):
    found = join(*several, gate=gate)
    if isinstance(found, Conflict):
        for vote in found.votes:
            answer = chosen(several, vote)
            assert (answer.status, answer.value, answer.waits_for) == (
                vote.answer.status,
                vote.answer.value,
                vote.answer.waits_for,
            )
            assert vote.answer.note in (None, answer.note)
            assert {*vote.answer.evidence} <= {*answer.evidence}
