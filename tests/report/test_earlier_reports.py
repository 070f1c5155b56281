"""Reports of versions that did not know a part of the format yet are read, reproduced, shown and compared."""

import json

import pytest

from aiassess import build_report, load_answers, load_questionnaire, score
from aiassess.canonical import digest_of, to_json
from aiassess.diff.compare import compare, is_empty
from aiassess.questionnaire.editions import Editions
from aiassess.render import renderer
from aiassess.report.documents import finder, parse_document, parse_report
from aiassess.report.verify import verify, verify_text
from support.earlier import as_earlier
from support.editions import ANSWERS
from support.tiny import control, inherent, report_of, tiny

EDITION = load_questionnaire("gpaisa@1.0.0")
EXAMPLE = build_report(score(EDITION, load_answers(ANSWERS / "service-chatbot.json", EDITION)))
EARLIER = as_earlier(EXAMPLE)


def outcomes(report, edition=EDITION):
    """Return what is said of a report, by the fast way and by the slow one."""
    text, editions = to_json(report), Editions([edition])
    return [
        found.outcome
        for found in (verify_text(text, "r.json", editions), verify(parse_report(text, "r.json"), editions))
    ]


def test_it_is_reproduced():
    assert outcomes(EXAMPLE) == outcomes(EARLIER) == ["reproduced"] * 2


def test_one_that_rests_on_blanks_is_reproduced():
    q = tiny(inherent(), rules=[{"when": {"not": {"question": "risk", "is": "none"}}, "level": "high"}])
    made = report_of(q)
    assert not any(reason["certain"] for reason in made["result"]["reasons"])
    assert outcomes(as_earlier(made), q) == ["reproduced"] * 2


def test_its_answers_are_scored_anew():
    document = parse_document(to_json(EARLIER).encode(), "r.json", finder(EDITION))
    assert build_report(document.assessment, document.language) == EXAMPLE


@pytest.mark.parametrize("name", ["md", "text", "html"])
def test_it_is_shown_as_if_it_were_made_now(name):
    render = renderer(name)
    assert render(EARLIER) == render(EXAMPLE).replace(EXAMPLE["digest"], EARLIER["digest"])


@pytest.mark.parametrize("at_hand", [[EDITION], []])
def test_it_is_no_other_report(at_hand):
    assert is_empty(compare(EARLIER, EXAMPLE, questionnaires=at_hand))
    assert is_empty(compare(EXAMPLE, EARLIER, questionnaires=at_hand, language="en"))


def test_an_edit_is_proven_by_its_digest():
    edited = json.loads(json.dumps(EARLIER))
    edited["result"]["verdict"] = "hold"
    assert outcomes(edited) == ["edited"] * 2
    del edited["digest"]
    assert outcomes(edited | {"digest": digest_of(edited)}) == ["other_result"] * 2


SAYING = tiny(
    inherent("harm"),
    control(
        "guard",
        [
            {"id": "no", "label": "No", "points": 0},
            {"id": "yes", "label": "Yes", "points": 4, "without_evidence": "no"},
        ],
    ),
    rules=[{"when": {"question": "harm", "is": "all"}, "level": "high", "title": "Great harm"}],
    checks=[{"id": "odd", "when": {"question": "guard", "is": "yes"}, "text": "That is odd."}],
    scoring={"level_from": "inherent"},
)


@pytest.mark.parametrize(
    "given",
    [
        {"harm": "all", "guard": "no"},
        {"harm": "none", "guard": {"value": "yes", "evidence": [{"reference": "File 1"}]}},
        {"harm": {"value": "none", "confirmed": False}, "guard": "no"},
        {"harm": "none", "guard": "yes"},
        {},
    ],
)
def test_what_a_report_of_now_says_cannot_be_left_out(given):
    """Else an edited report could pass for one of an earlier version."""
    report = report_of(SAYING, given)
    assert outcomes(report, SAYING) == ["reproduced"] * 2
    assert outcomes(as_earlier(report), SAYING) == ["other_result"] * 2


@pytest.mark.parametrize("name", ["contradictions", "unconfirmed", "unevidenced"])
def test_one_list_alone_cannot_be_left_out(name):
    report = {key: part for key, part in EXAMPLE.items() if key not in (name, "digest")}
    assert outcomes(report | {"digest": digest_of(report)}) == ["other_result"] * 2
