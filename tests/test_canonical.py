"""The bytes that digests are made of are RFC 8785's, whoever writes them."""

import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from aiassess.canonical import canonical_bytes
from support.each import each
from support.examples import examples

NUMBERS = [
    0,
    -0.0,
    50.0,
    27.2,
    1e-05,
    0.0001,
    9.9e-05,
    1e16,
    1e15,
    9999999999999998.0,
    1e21,
    2**53 - 1,
    2**53,
    1 - 2**53,
]
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(NUMBERS)
    | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def tried(write, value):
    try:
        return write(value)
    except rfc8785.CanonicalizationError as error:
        return type(error)


@examples(200)
@given(VALUES)
def test_any_data(value):
    assert tried(canonical_bytes, value) == tried(rfc8785.dumps, value)


@each("value", [*NUMBERS, {"\uffff": 1, "\U0001f600": 2}, {"b": 1, "a": '\x7f\x1f\u2028"\\'}, "\ud800"])
def test_where_json_of_the_standard_library_differs_or_might(value):
    assert tried(canonical_bytes, value) == tried(rfc8785.dumps, value)
