"""What is rounded for people stands to thresholds, to 0 and to 100 as what it was rounded from does."""

import pytest

from aiassess.explain.asked import Asked
from aiassess.explain.explanation import explain
from aiassess.render import renderer
from support.differences import between
from support.portfolios import row, summary
from support.tiny import assess, control, inherent, report_of, tiny

READY = {"ready_at": {"controls": 60, "each_principle": 60}}
FINE = tiny(
    inherent(options={"low": 2500, "high": 2501, "all": 10_000}),
    inherent("rest", options={"none": 0, "hardly": 1, "one": 10_000}),
    control(options={"no": 0, "almost": 11_998, "yes": 20_000}, principles=["safe"]),
    scoring={"inherent": {"maximum": 10_000}},
    levels=[{"id": "low", "up_to_percent": 25, **READY}, {"id": "high", **READY}],
)
ANSWERS = {"risk": "high", "rest": "none", "guard": "almost"}


@pytest.mark.parametrize("name", ["text", "md", "html"])
def test_a_report_tells_a_share_from_the_threshold_that_it_missed(name):
    text = renderer(name)(report_of(FINE, ANSWERS)).replace("→", "->")
    for told in ("Residual risk 25.01% -> High", "59.99% reached, at least 60% needed"):
        assert told in text
    assert text.count("25.01%") == 3
    assert text.count("59.99%") == 4
    if name == "html":
        assert text.count('class="filled-short"') == 2
    shown = renderer(name)(report_of(FINE, {**ANSWERS, "risk": "low"}))
    assert "25.01" not in shown


def test_json_keeps_one_decimal():
    result = report_of(FINE, ANSWERS)["result"]
    assert [result[name]["percent"] for name in ("inherent", "controls", "residual")] == [25, 60, 25]
    assert [(item["asked_percent"], item["reached_percent"]) for item in result["shortfalls"]] == [(60, 60)] * 2


@pytest.mark.parametrize("name", ["text", "md"])
def test_a_comparison_tells_its_two_shares_apart_and_from_thresholds(name):
    old, new = {**ANSWERS, "risk": "low", "guard": "yes"}, ANSWERS
    text = renderer(name, "diff")(between(FINE, old, new))
    assert "25.01% (2501/10000)" in text
    assert "59.99% reached, at least 60% needed" in text


@pytest.mark.parametrize("name", ["text", "md"])
def test_an_explanation_tells_what_a_change_leaves_from_the_threshold(name):
    assessment = assess(FINE, {**ANSWERS, "rest": "hardly"})
    text = renderer(name, "explanation")(explain(assessment, Asked(question=FINE.by_id["rest"])))
    assert "25.01%" in text  # were nothing left of "rest"
    text = renderer(name, "explanation")(explain(assessment, Asked()))
    share = text.replace("\\", "")
    assert "<0.1%" in share  # the one point of "rest" among 2502
    assert ">99.9%" in share


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize("name", ["md", "html"])
def test_one_system_of_thousands_is_not_0_percent_and_the_others_are_not_all(name, language):
    found = summary([row()] * 2999 + [row(verdict="stop", level="high", findings_critical=1)], language)
    text = renderer(name, "portfolio")(found).replace("&lt;", "<").replace("&gt;", ">").replace("\\", "")
    assert "<0.1%" in text
    assert ">99.9%" in text
