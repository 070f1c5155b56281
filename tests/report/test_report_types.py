"""The types of a report and the schema say the same."""

import pytest

from aiassess.report.types import Report
from aiassess.resources import load_schema
from support.shapes import assert_same_shape


def test_a_report_is_what_its_schema_says():
    assert_same_shape(Report, load_schema("report"))


@pytest.mark.parametrize(
    "change",
    [
        lambda schema: schema["required"].remove("digest"),
        lambda schema: schema["properties"].pop("unconfirmed"),
        lambda schema: schema["properties"]["result"]["properties"].update(more={"type": "string"}),
        lambda schema: schema["$defs"]["score"]["properties"]["points"].update({"$ref": "#/$defs/version"}),
        lambda schema: schema["properties"]["obligations"]["items"].update(type="integer"),
        lambda schema: schema["$defs"]["status"]["enum"].append("guessed"),
        lambda schema: schema["properties"]["result"]["properties"]["approval"].update(type="string"),
    ],
)
def test_every_kind_of_difference_is_found(change):
    schema = load_schema.__wrapped__("report")
    change(schema)
    with pytest.raises(AssertionError):
        assert_same_shape(Report, schema)
