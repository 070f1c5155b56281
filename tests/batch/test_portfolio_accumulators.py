"""Sums that workers make in parts: exact, bounded, and the same whatever the order and the parts."""

import json
import statistics
from fractions import Fraction
from itertools import pairwise, product
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.batch.portfolio.accumulators import First, Numbers, Products, Share, rounded
from aiassess.batch.portfolio.agencies import LONGEST_NAME, MOST_SPELLINGS, Agencies, key_of, one_name
from aiassess.figures import exact
from support.examples import examples

NUMBERS = (
    st.integers(-50, 3000) | st.integers(0, 400).map(lambda n: n / 4) | st.sampled_from([0.1, 0.2, 0.3, 1e-9, 1e15])
)


def through_json(sums, kind):
    data = json.loads(json.dumps(msgspec.to_builtins(sums, str_keys=True, enc_hook=str)))
    return msgspec.convert(data, kind, str_keys=True, dec_hook=lambda number, text: number(text))


def in_parts(make, add, items, cuts):
    """Add items in parts, the last part first, each handed over as JSON."""
    whole = make()
    bounds = [0, *sorted(cut % (len(items) + 1) for cut in cuts), len(items)]
    for start, end in reversed(list(pairwise(bounds))):
        part = make()
        for item in items[start:end]:
            add(part, item)
        whole.add_sums(through_json(part, make))
    return whole


def in_one(make, add, items):
    whole = make()
    for item in items:
        add(whole, item)
    return whole


CUTS = st.lists(st.integers(0, 99), max_size=4)


@examples(40)
@given(st.lists(NUMBERS, max_size=30), CUTS, st.sampled_from([3, 10_000]))
def test_numbers_are_exact_in_any_parts(numbers, cuts, most):
    with patch("aiassess.batch.portfolio.accumulators.MOST_NUMBERS", most):
        for found in (in_one(Numbers, Numbers.add, numbers), in_parts(Numbers, Numbers.add, numbers, cuts)):
            assert found.count == len(numbers)
            assert found.total == sum(map(exact, numbers))
            assert found.rough == (len(set(numbers)) > most)
            counted = [exact(rounded(number)) if found.rough else exact(number) for number in numbers]
            assert found.median == (statistics.median(counted) if counted else None)
    assert Numbers().median is None


@pytest.mark.parametrize(("number", "near"), [(0, 0), (7, 7), (1234, 1230), (0.12349, 0.123), (2_000_000, 2_000_000)])
def test_rounding_keeps_three_digits(number, near):
    assert rounded(number) == near


def test_a_tenth_is_a_tenth():
    assert exact(0.1) == Fraction(1, 10)
    tenths = in_one(Numbers, Numbers.add, [0.1] * 3)
    assert tenths.total == Fraction(3, 10) != Fraction(0.1) * 3


@examples(40)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=20), CUTS, st.sampled_from([3, 10_000]))
def test_products_are_exact_in_any_parts(pairs, cuts, most):
    expected = sum(exact(number) * exact(factor) for number, factor in pairs)
    with patch("aiassess.batch.portfolio.accumulators.MOST_NUMBERS", most):
        for found in (
            in_one(Products, lambda sums, pair: sums.add(*pair), pairs),
            in_parts(Products, lambda sums, pair: sums.add(*pair), pairs, cuts),
        ):
            assert (found.count, found.total) == (len(pairs), expected)


@examples(40)
@given(st.lists(st.integers(0, 1000), max_size=8), CUTS)
def test_shares_add_up_in_any_parts(some, cuts):
    for found in (
        in_one(Share, lambda share, tenths: share.add(1, tenths, tenths), some),
        in_parts(Share, lambda share, tenths: share.add(1, tenths, tenths), some, cuts),
    ):
        assert (found.systems, found.tenths, found.lowest) == (len(some), sum(some), min(some, default=0))


@examples(40)
@given(st.lists(st.tuples(st.integers(0, 5), st.text("ab", max_size=2)), max_size=40), CUTS)
def test_the_first_of_parts_are_the_first_of_all(entries, cuts):
    make = First[tuple[int, str]]
    with patch("aiassess.batch.portfolio.accumulators.MOST_LISTED", 4):
        for found in (in_one(make, First.add, entries), in_parts(make, First.add, entries, cuts)):
            assert found.entries == sorted(entries)[:4]


# Agencies

NAMES = [f"{first} {second}" for first, second in product(("Jabatan", "jabatan", "JABATAN"), "ABCDEFGH")]


def add_agency(agencies, name):
    agencies.add(name, "low ready complete", [50.5, None], overdue=False)


def facts(agencies):
    listed = agencies.listed()
    told = [(sums.name, sums.systems, sums.shares[0].tenths, dict(sums.spellings)) for sums in listed]
    return sorted(told), agencies.rest.systems


@examples(40)
@given(st.lists(st.sampled_from([*NAMES, None]), max_size=40), CUTS, st.sampled_from([1, 3, 5000]))
def test_agencies_are_the_same_in_any_order_and_parts(names, cuts, most):
    with patch("aiassess.batch.portfolio.agencies.MOST_AGENCIES", most):
        one = in_one(Agencies, add_agency, names)
        listed = one.listed()
        assert facts(in_parts(Agencies, add_agency, names, cuts)) == facts(one)
        assert facts(in_one(Agencies, add_agency, sorted(names, key=str))) == facts(one)
    keys = {key_of(one_name(name)) for name in names}
    assert len(listed) == min(len(keys), most)
    assert sum(sums.systems for sums in listed) + one.rest.systems == len(names)
    for sums in listed:
        assert sums.systems == sum(key_of(one_name(name)) == key_of(sums.name) for name in names)
        assert [share.tenths for share in sums.shares] == [505 * sums.systems, 0]
    if None in names:
        assert listed[-1].name == ""


def test_the_spelling_used_most_is_shown():
    agencies = in_one(Agencies, add_agency, ["Jabatan A", " JABATAN  A", "JABATAN A\n", "jabatan a"])
    (sums,) = agencies.listed()
    assert sums.name == "JABATAN A"
    assert sums.systems == 4


def test_very_many_spellings_are_one_agency_still():
    names = ["".join(letters) for letters in product(*(letter + letter.upper() for letter in "abcde"))]
    for order in (names, names[::-1]):
        (sums,) = in_one(Agencies, add_agency, order).listed()
        assert sums.systems == len(names) == 32
        assert sorted(sums.spellings) == sorted(names)[:MOST_SPELLINGS]
        assert sums.name == "ABCDE"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (None, ""),
        (" \t\n", ""),
        ("  Jabatan\u00a0 Kerja\nRaya ", "Jabatan Kerja Raya"),
        ("e\u0301", "é"),
        ("w" * 900, "w" * (LONGEST_NAME - 1) + "…"),
    ],
)
def test_names_as_they_are_listed(typed, name):
    assert one_name(typed) == name == one_name(name)
