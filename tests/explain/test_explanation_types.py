"""The types of an explanation and the schema say the same."""

from aiassess.explain.types import Explanation
from aiassess.resources import load_schema
from support.shapes import assert_same_shape


def test_an_explanation_is_what_its_schema_says():
    assert_same_shape(Explanation, load_schema("explanation"))
