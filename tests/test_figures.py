"""What people are told of a figure never contradicts the figure (docs/scoring.md#rounding)."""

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from aiassess.figures import decimals_apart, decimals_in, one_decimal, part_text, percent_text, rounded_text
from support.examples import examples

COUNTS = st.one_of(st.integers(0, 20), st.integers(0, 10**9))
SHARES = st.builds(lambda points, whole: Fraction(100 * points, whole), COUNTS, COUNTS.filter(bool))
BOUNDS = st.one_of(st.integers(0, 100), st.decimals(0, 100, places=4)).map(Fraction)


def order(one, other):
    return (one > other) - (one < other)


@given(SHARES, st.lists(BOUNDS, max_size=3), st.integers(1, 3))
@example(Fraction(2501, 100), [Fraction(25)], 1)
@example(Fraction(5999, 100), [Fraction(60)], 1)
@example(Fraction(1, 30), [], 1)
@examples(300)
def test_a_share_is_told_as_it_stands_to_its_thresholds(share, bounds, decimals):
    shown = Fraction(percent_text(share, *bounds, decimals=decimals))
    for bound in (*bounds, 0, 100):
        told = Fraction(percent_text(Fraction(bound), Fraction(bound)))
        assert told == bound
        assert order(shown, told) == order(share, bound)
    assert abs(shown - share) <= Fraction(1, 20)


@given(SHARES, SHARES)
@example(Fraction(2496, 100), Fraction(2504, 100))
@examples(200)
def test_two_shares_beside_each_other_are_told_apart(one, other):
    texts = [percent_text(share, decimals=decimals_apart([one, other])) for share in (one, other)]
    assert order(*map(Fraction, texts)) == order(one, other)


@given(SHARES)
@examples(100)
def test_nothing_to_contradict_gives_the_number_that_json_has(share):
    assert (
        share < Fraction(1, 20) or 100 > share >= Fraction(9995, 100) or percent_text(share) == str(one_decimal(share))
    )


@given(COUNTS.filter(bool).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
@example((1, 3000))
@example((2999, 3000))
@examples(200)
def test_none_is_0_percent_and_all_are_100(counts):
    part, whole = counts
    text = part_text(part, whole)
    assert (text == "0") == (part == 0)
    assert (text == "100") == (part == whole)
    assert text in ("<0.1", ">99.9") or Fraction(text) == Fraction(str(one_decimal(Fraction(100 * part, whole))))


@given(SHARES, st.integers(1, 6))
@examples(100)
def test_the_decimals_of_a_sentence_are_found(share, decimals):
    text = rounded_text(share, decimals)
    assert rounded_text(share, decimals_in(f"Residual risk {text}% -> High", share)) == text
    assert decimals_in("Residual risk not measured -> Low", share) == 1
