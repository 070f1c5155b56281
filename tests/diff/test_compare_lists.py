"""Lists of two reports are compared by what their entries say: order is no difference, and what went is what is told."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.diff import risks
from support.differences import between, changes_in
from support.examples import examples
from support.tiny import tiny

QUESTIONNAIRE = tiny(
    {"id": "register", "type": "risks"},
    {"id": "other", "type": "risks"},
    {"id": "several", "type": "choices", "options": dict.fromkeys("abcdef", 0)},
)
SCALE = st.integers(1, 3)
RISKS = st.fixed_dictionaries(
    {"title": st.sampled_from(["Same", "Other"]), "likelihood": SCALE, "consequence": SCALE},
    optional={"treatment": st.sampled_from(["Training", "Tests"]), "owner": st.just("ICTSO")},
)
REGISTERS = st.lists(RISKS, max_size=6)
PROOFS = st.lists(
    st.fixed_dictionaries({"reference": st.sampled_from("abc")}, optional={"date": st.just("2026-01-01")}), max_size=5
)


def risk(title="Same", likelihood=2, consequence=2, **more):
    return {"title": title, "likelihood": likelihood, "consequence": consequence, **more}


def compared_registers(old, new):
    return between(QUESTIONNAIRE, {"register": old}, {"register": new})["risks"]


@given(REGISTERS, REGISTERS, st.sets(st.sampled_from("abcdef")), PROOFS, st.randoms(use_true_random=False))
@examples(60)
def test_order_is_no_difference(register, other, options, proofs, random):
    given_ = {
        "register": {"value": register, "evidence": proofs},
        "other": other,
        "several": {"value": sorted(options), "evidence": proofs},
    }

    def mixed(items):
        return random.sample(items, len(items))

    shuffled = {
        "register": {"value": mixed(register), "evidence": mixed(proofs)},
        "other": mixed(other),
        "several": {"value": mixed(sorted(options)), "evidence": mixed(proofs)},
    }
    assert changes_in(between(QUESTIONNAIRE, given_, shuffled)) == set()


@given(st.lists(RISKS, min_size=1, max_size=6), st.integers(0, 5), st.randoms(use_true_random=False))
@examples(60)
def test_the_one_that_went_is_the_one_that_is_told(register, place, random):
    gone = register[place % len(register)]
    left = [item for n, item in enumerate(register) if n != place % len(register)]
    random.shuffle(left)
    for before, after, name in ((register, left, "closed"), (left, register, "opened")):
        found = compared_registers(before, after)
        assert sorted(key for key, items in found.items() if items) == [name]
        (told,) = found[name]
        assert {key: told[key] for key in told if key in gone} == gone
        assert told["rating"] == gone["likelihood"] * gone["consequence"]


@given(
    st.lists(st.sampled_from([("a", None), ("a", "2026-01-01"), ("b", None)]), min_size=1, max_size=5),
    st.integers(0, 4),
)
@examples(30)
def test_of_equal_evidence_one_went(proofs, place):
    items = [{"reference": name} | ({"date": date} if date else {}) for name, date in proofs]
    gone = items.pop(place % len(items))
    old = {"several": {"value": ["a"], "evidence": [*items, gone]}}
    (answer,) = between(QUESTIONNAIRE, old, {"several": {"value": ["a"], "evidence": items}})["answers"]
    assert answer["evidence"] == {"added": [], "removed": [gone]}


def test_of_one_title_those_are_paired_that_are_most_alike():
    """One was removed, and another got worse: neither is taken for the other."""
    old = [risk(owner="ICTSO", treatment="Tests"), risk(likelihood=3, owner="JDN", treatment="Training")]
    new = [risk(likelihood=3, consequence=3, owner="JDN", treatment="Training")]
    for registers in ((old, new), (old[::-1], new)):
        found = compared_registers(*registers)
        assert [item["owner"] for item in found["closed"]] == ["ICTSO"]
        (change,) = found["changed"]
        assert [item["field"] for item in change["changes"]] == ["consequence", "inherent_rating", "rating"]
        assert change["effect"] == "worse"


@pytest.mark.parametrize("most", [0, 10**6])
def test_too_many_of_one_title_are_paired_without_comparing_them_all(monkeypatch, most):
    monkeypatch.setattr(risks, "MOST_COMPARED", most)
    random = Random(1)
    old = [risk(likelihood=random.randint(1, 5), owner=str(n)) for n in range(60)]
    new = [item for item in old[::-1] if item["owner"] != "7"]
    found = compared_registers(old, new)
    assert [item["owner"] for item in found["closed"]] == ["7"]
    assert not found["opened"] + found["changed"]
