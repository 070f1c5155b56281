"""Answers carried over to a later edition: what fits is taken whole, and what does not is said, and kept as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.answers.carry import carry_over
from aiassess.answers.dump import answers_data
from aiassess.errors import InvalidInput
from support.each import each
from support.examples import examples
from support.tiny import answer_set, answers_document, tiny

COLOURS = {"red": 0, "blue": 1}
TYPES = {
    "choice": ({"options": COLOURS}, "red"),
    "choices": ({"type": "choices", "options": COLOURS}, ["red", "blue"]),
    "text": ({"type": "text"}, "Some words"),
    "number": ({"type": "number"}, 7),
    "date": ({"type": "date"}, "2026-11-21"),
    "risks": ({"type": "risks"}, [{"title": "Wrong", "likelihood": 2, "consequence": 3}]),
}
NOTED = {"note": "Why", "evidence": [{"reference": "Paper 7"}]}


def edition(version, *questions):
    return tiny(*questions, {"id": "other"}, version=version, id="carried")


def carried(old, new, answer, *, told=True):
    """Return what becomes of one answer: what is taken as data, what is dropped, and the reasons in both languages."""
    document = answers_document(old, {"it": answer})
    answers, done = carry_over(document, new, "x", any_major=True, earlier=old if told else None)
    taken = answers_data(answers, [question.id for question in new.questions])["answers"]
    assert (done.old_version, done.new_version) == (old.version, new.version)
    reasons = [[problem.message(lang) for item in done.dropped for problem in item.problems] for lang in ("en", "ms")]
    assert all(item.question == "it" and item.answer == answer for item in done.dropped)
    assert len(done.lines(new, "en")) == 2 + len(done.dropped)
    return taken.get("it"), reasons


@each("old, new, told", [(old, new, told) for old in TYPES for new in TYPES for told in (True, False)])
def test_every_type_to_every_type(old, new, told):
    (before, value), (after, _) = TYPES[old], TYPES[new]
    answer = {"value": value, **NOTED}
    taken, reasons = carried(
        edition("1.0.0", {"id": "it", **before}), edition("2.0.0", {"id": "it", **after}), answer, told=told
    )
    if old == new or (not told and (old, new) in [("choice", "text"), ("date", "text")]):
        assert (taken, reasons) == (answer, [[], []])
    else:
        assert taken == NOTED, "what was noted is kept at the question"
        if told:
            assert reasons[0][0].startswith("The question now takes another kind of answer: ")
            assert reasons[1][0].startswith("Soalan ini kini memerlukan jenis jawapan yang lain: ")
        assert all(reasons)


FEWER = {"blue": 1, "green": 2}


@each(
    "before, after, answer, reason",
    [
        ({"options": COLOURS}, {"options": FEWER}, "red", "The option “Option red” is no longer offered."),
        (
            {"type": "choices", "options": COLOURS},
            {"type": "choices", "options": FEWER},
            {"value": ["red", "blue"]},
            "The option “Option red” is no longer offered.",
        ),
        (
            {"type": "choices", "options": COLOURS},
            {"type": "choices", "options": {"red": 0, "blue!": 0}},
            ["red", "blue"],
            "“blue” cannot be chosen together with others.",
        ),
        ({"type": "number"}, {"type": "number", "maximum": 5}, 7, "7 is out of range; expected"),
        ({"type": "number"}, {"type": "number", "whole": True}, 7.5, "7.5 is not a whole number."),
        ({"type": "date"}, {"type": "date", "minimum": "2027-01-01"}, "2026-11-21", "2026-11-21 is too early"),
        (
            {"not_applicable": True},
            {},
            {"status": "not_applicable", "note": "Nobody there"},
            "This question cannot be answered “not applicable”.",
        ),
        ({}, {"not_applicable": True}, {"status": "not_applicable"}, "“Not applicable” needs a note"),
    ],
)
def test_what_no_longer_fits_says_why(before, after, answer, reason):
    taken, reasons = carried(edition("1.0.0", {"id": "it", **before}), edition("2.0.0", {"id": "it", **after}), answer)
    assert len(reasons[0]) == len(reasons[1]) == 1
    assert reasons[0][0].startswith(reason)
    assert reasons[0] != reasons[1]
    assert taken == ({"note": answer["note"]} if isinstance(answer, dict) and "note" in answer else None)


def test_a_question_that_is_gone_is_named_as_it_was_worded():
    old, new = edition("1.0.0", {"id": "it", "text": "How old is it?"}), edition("2.0.0")
    _, done = carry_over(answers_document(old, {"it": "x"}), new, "x", any_major=True, earlier=old)
    assert done.lines(new, "en")[-1] == "- How old is it?: The question is no longer part of the questionnaire."
    assert done.lines(new, "ms")[-1] == "- How old is it?: Soalan ini tidak lagi terdapat dalam soal selidik."
    _, done = carry_over(answers_document(old, {"it": "x"}), new, "x", any_major=True)
    assert done.lines(new, "en")[-1].startswith("- it: ")


@pytest.mark.parametrize("version", ["1.0", 1, None, "x", "2.0.0.0"])
def test_another_major_version_must_still_be_a_version(version):
    new = edition("2.0.0")
    data = answers_document(new, {}) | {"questionnaire": {"id": "carried", "version": version}}
    with pytest.raises(InvalidInput) as error:
        carry_over(data, new, "x", any_major=True)
    assert [problem.code for problem in error.value.problems] == ["answers_version"]
    data["questionnaire"] = {"id": "other", "version": "1.0.0"}
    with pytest.raises(InvalidInput) as error:
        carry_over(data, new, "x", any_major=True)
    assert [problem.code for problem in error.value.problems] == ["other_questionnaire"]


def test_only_where_it_is_asked_for():
    with pytest.raises(InvalidInput) as error:
        carry_over(answers_document(edition("1.0.0"), {}), edition("2.0.0"), "x")
    assert [problem.code for problem in error.value.problems] == ["other_major_version"]
    assert "assess --answers" in error.value.problems[0].message("ms")


@examples(100)
@given(st.data())
def test_nothing_is_lost_and_nothing_made_up(data):
    names = [f"q{n}" for n in range(6)]
    kinds = st.sampled_from(sorted(TYPES))
    types = {name: data.draw(kinds) for name in names}
    later = {name: data.draw(st.just(types[name]) | kinds) for name in names if data.draw(st.integers(0, 4))}
    old = edition("1.0.0", *({"id": name, **TYPES[kind][0]} for name, kind in types.items()))
    new = edition("2.0.0", *({"id": name, **TYPES[kind][0]} for name, kind in later.items()))
    given_ = {
        name: {"value": TYPES[types[name]][1], **data.draw(st.sampled_from([{}, NOTED]))}
        for name in data.draw(st.lists(st.sampled_from(names), unique=True))
    }
    before = answer_set(old, given_).answers
    answers, done = carry_over(answers_document(old, given_), new, "x", any_major=True, earlier=old)
    dropped = {item.question: item for item in done.dropped}
    for name, answer in before.items():
        if types[name] == later.get(name):
            assert answers.answers[name] == answer
            assert name not in dropped
        else:
            assert dropped[name].answer == given_[name]
            assert dropped[name].problems
    assert set(answers.answers) <= set(before)
