"""Sums that workers make in parts: exact, bounded, and the same whatever the order and the parts."""

import json
import statistics
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.batch.portfolio.agencies import LONGEST_NAME, MOST_SPELLINGS, Agencies, key_of, one_name
from aiassess.batch.portfolio.sums import First, Numbers, Products, Shares, rounded
from aiassess.figures import exact
from support.examples import examples

NUMBERS = (
    st.integers(-50, 3000) | st.integers(0, 400).map(lambda n: n / 4) | st.sampled_from([0.1, 0.2, 0.3, 1e-9, 1e15])
)


def through_json(data):
    return json.loads(json.dumps(data))


def in_parts(make, add, items, cuts):
    """Add items in parts, the last part first, each handed over as JSON."""
    whole = make()
    bounds = [0, *sorted(cut % (len(items) + 1) for cut in cuts), len(items)]
    for start, end in reversed(list(pairwise(bounds))):
        part = make()
        for item in items[start:end]:
            add(part, item)
        whole.add_data(through_json(part.data()))
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
    one, parts = (
        build(lambda: Numbers(most), Numbers.add, numbers, *more) for build, more in ((in_one, ()), (in_parts, (cuts,)))
    )
    for found in (one, parts):
        assert found.count == len(numbers)
        assert found.total == sum(map(exact, numbers))
        assert found.rough == (len(set(numbers)) > most)
        counted = [exact(rounded(number)) if found.rough else exact(number) for number in numbers]
        assert found.median == (statistics.median(counted) if counted else None)
    assert Numbers(most).median is None


@pytest.mark.parametrize(("number", "near"), [(0, 0), (7, 7), (1234, 1230), (0.12349, 0.123), (2_000_000, 2_000_000)])
def test_rounding_keeps_three_digits(number, near):
    assert rounded(number) == near


def test_a_tenth_is_a_tenth():
    assert exact(0.1) == Fraction(1, 10)
    tenths = in_one(Numbers, Numbers.add, [0.1] * 3)
    assert tenths.total == Fraction(3, 10) != Fraction(0.1) * 3


@examples(40)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=20), CUTS)
def test_products_are_exact_in_any_parts(pairs, cuts):
    expected = sum(exact(number) * exact(factor) for number, factor in pairs)
    for found in (
        in_one(Products, lambda sums, pair: sums.add(*pair), pairs),
        in_parts(Products, lambda sums, pair: sums.add(*pair), pairs, cuts),
    ):
        assert (found.count, found.total) == (len(pairs), expected)


@examples(40)
@given(st.lists(st.tuples(st.none() | st.integers(0, 1000), st.none() | st.integers(0, 1000)), max_size=8), CUTS)
def test_shares_add_up_in_any_parts(some, cuts):
    percents = [[None if tenths is None else tenths / 10 for tenths in pair] for pair in some]
    for found in (
        in_one(lambda: Shares(2), Shares.add, percents),
        in_parts(lambda: Shares(2), Shares.add, percents, cuts),
    ):
        for place in (0, 1):
            measured = [pair[place] for pair in some if pair[place] is not None]
            assert found.measured[place] == len(measured)
            assert found.tenths[place] == sum(measured)
            assert found.lowest[place] == min(measured, default=0)


@examples(40)
@given(st.lists(st.tuples(st.integers(0, 5), st.text("ab", max_size=2)), max_size=40), CUTS)
def test_the_first_of_parts_are_the_first_of_all(entries, cuts):
    for found in (in_one(lambda: First(4), First.add, entries), in_parts(lambda: First(4), First.add, entries, cuts)):
        assert found.entries == sorted(entries)[:4]


# Agencies

NAMES = [f"{first} {second}" for first, second in product(("Jabatan", "jabatan", "JABATAN"), "ABCDEFGH")]


def add_agency(agencies, name):
    agencies.named(name).add("low ready complete", [50.5], overdue=False)


def facts(agencies):
    return sorted(
        (sums.name, sums.systems, sums.shares.tenths, dict(sums.spellings)) for sums in agencies
    ), agencies.rest.systems


@examples(40)
@given(st.lists(st.sampled_from([*NAMES, None]), max_size=40), CUTS, st.sampled_from([1, 3, 5000]))
def test_agencies_are_the_same_in_any_order_and_parts(names, cuts, most):
    def make():
        return Agencies(1, most)

    one = in_one(make, add_agency, names)
    assert facts(in_parts(make, add_agency, names, cuts)) == facts(one)
    assert facts(in_one(make, add_agency, sorted(names, key=str))) == facts(one)
    keys = {key_of(one_name(name)) for name in names}
    assert len(list(one)) == min(len(keys), most)
    assert sum(sums.systems for sums in one) + one.rest.systems == one.together().systems == len(names)
    for sums in one:
        assert sums.systems == sum(key_of(one_name(name)) == key_of(sums.name) for name in names)
        assert sums.shares.tenths == [505 * sums.systems]
    if None in names:
        assert [sums.name for sums in one][-1] == ""


def test_the_spelling_used_most_is_shown():
    agencies = in_one(lambda: Agencies(1), add_agency, ["Jabatan A", " JABATAN  A", "JABATAN A\n", "jabatan a"])
    (sums,) = agencies
    assert sums.name == "JABATAN A"
    assert sums.systems == 4


def test_very_many_spellings_are_one_agency_still():
    names = ["".join(letters) for letters in product(*(letter + letter.upper() for letter in "abcde"))]
    for order in (names, names[::-1]):
        (sums,) = in_one(lambda: Agencies(1), add_agency, order)
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
