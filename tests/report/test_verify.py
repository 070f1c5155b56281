"""What `verify` says of reports that were edited, each in its own way."""

import json

import pytest

from aiassess import __version__
from aiassess.canonical import digest_of, to_json
from aiassess.questionnaire.editions import Editions
from aiassess.report.documents import parse_report
from aiassess.report.saved import check_report
from aiassess.report.verify import translated, verify, verify_text
from support.tiny import control, inherent, report_of, tiny

PARTS = {
    "languages": ["en", "ms"],
    "title": {"en": "Tiny", "ms": "Kecil"},
    "subject": {"system": "name"},
    "rules": [{"when": {"question": "gate", "is": "yes"}, "level": "high"}],
}
QUESTIONS = (
    {"id": "name"},
    {"id": "gate", "options": {"no": 0, "yes": 0}},
    inherent("harm", findings=[{"on": ["all"], "severity": "major"}, {"on": ["all"], "severity": "minor"}]),
    control("guard", principles=["fair"], not_applicable=True),
    {"id": "several", "type": "choices", "options": {"one": 0, "two": 0, "three": 0}},
    {"id": "people", "type": "number", "unit": "people"},
    {"id": "since", "type": "date"},
    {"id": "register", "type": "risks"},
    {"id": "hidden", "show_if": {"question": "gate", "is": "no"}, "options": {"left": 0, "right": 0}},
)
EDITION = tiny(*QUESTIONS, **PARTS)
GIVEN = {
    "name": "Sorter",
    "gate": {"value": "yes", "note": "Seen.", "evidence": [{"reference": "File 1"}]},
    "harm": "all",
    "guard": "half",
    "several": ["one", "three"],
    "people": 12,
    "since": "2026-01-31",
    "register": [{"title": "Bias", "likelihood": 2, "consequence": 3}],
    "hidden": "left",
}


def report(lang="en", **about):
    return report_of(EDITION, GIVEN, lang, assessor="A. Officer", **about)


def place(data, question):
    return [item["question"] for item in data["answers"]].index(question)


def verified(data, *editions, digests=(), anew=False):
    """Return what is said of a report; ``anew``: its digest was calculated anew after the edit."""
    if anew:
        data["digest"] = digest_of({key: value for key, value in data.items() if key != "digest"})
    return verify(parse_report(to_json(data), "report.json"), Editions(editions or (EDITION,)), digests)


def said(result):
    """Return the outcome and each difference as (kind, path, question, expected, found)."""
    found = [(item.kind, item.path, item.question, item.expected, item.found) for item in result.differences]
    return result.outcome, found


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_a_report_as_it_was_made_is_reproduced(lang):
    result = verified(report(lang))
    assert said(result) == ("reproduced", [])
    assert result.reproduced
    assert result.same_result


def test_an_edited_result_is_named_to_the_last_word():
    data = report()
    data["result"].update(level="low", level_title="Low")
    expected = [
        ("value", "result.level", None, "high", "low"),
        ("value", "result.level_title", None, "High", "Low"),
    ]
    assert said(verified(data)) == ("edited", expected)


EDITS = {
    "one option for another": ("harm", "value", "none", "all"),
    "an option that there is not": ("harm", "value", "nope", "all"),
    "a number with its unit": ("people", "value", 13, 12),
    "a number that is a text now": ("people", "value", "many", 12),
    "no value at all": ("harm", "value", None, "all"),
    "what was answered is unsure now": ("guard", "status", "unsure", "answered"),
    "what was answered is blank now": ("gate", "status", "unanswered", "answered"),
    "the system's name": ("name", "value", "Other", "Sorter"),
}


@pytest.mark.parametrize(("question", "key", "edited", "original"), EDITS.values(), ids=list(EDITS))
def test_an_edited_answer_is_found_although_much_follows_from_it(question, key, edited, original):
    data = report()
    where = place(data, question)
    data["answers"][where][key] = edited
    expected = ("value", f"answers[{where}].{key}", question, original, edited)
    assert said(verified(data)) == ("edited", [expected])
    # Whoever calculates the digest anew is found out too; which of two places was edited is then not always certain.
    outcome, found = said(verified(data, anew=True))
    assert outcome == "other_result"
    assert found == [expected] or (question in ("people", "name") and len(found) == 1)


def test_entries_of_an_answer_are_restored_one_by_one():
    data = report()
    where = place(data, "several")
    data["answers"][where]["value"] = ["one"]
    assert said(verified(data)) == ("edited", [("missing", f"answers[{where}].value[1]", "several", "three", None)])
    data = report()
    where = place(data, "register")
    data["answers"][where]["value"][0]["likelihood"] = 1
    expected = ("value", f"answers[{where}].value[0].likelihood", "register", 2, 1)
    assert said(verified(data)) == ("edited", [expected])


def test_an_answer_that_does_not_apply_is_restored_too():
    data = report()
    data["inactive"][0]["value"] = "right"
    assert said(verified(data)) == ("edited", [("value", "inactive[0].value", "hidden", "left", "right")])


@pytest.mark.parametrize(
    ("path", "edited", "original"),
    [
        ("about.system", "Other", "Sorter"),
        ("questionnaire.version", "1.3.0", "1.2.0"),
        ("questionnaire.id", "teeny", "tiny"),
        ("questionnaire.title", "Great", "Tiny"),
        ("questionnaire.language", "ms", "en"),
        ("questionnaire.digest", "sha256:" + "0" * 64, EDITION.digest),
        ("tool.version", "9.9.9", __version__),
        ("result.residual.points", 3, 4),
        ("answers[2].label", "Option none", "Option all"),
        ("answers[2].points", 0, 4),
        ("answers[2].text", "Other?", "Question harm?"),
        ("findings[0].severity", "minor", "major"),
        ("risks[0].owner", "Nobody", None),
    ],
)
def test_one_edit_is_named_alone(path, edited, original):
    data = report()
    *way, last = path.replace("[", ".").replace("]", "").split(".")
    holder = data
    for step in way:
        holder = holder[int(step) if step.isdigit() else step]
    holder[last] = edited
    kind = "extra" if original is None else "value"
    outcome, found = said(verified(data))
    assert outcome == "edited"
    assert [(item[0], item[1], item[3], item[4]) for item in found] == [(kind, path, original, edited)]


def test_order_entries_added_and_entries_removed():
    data = report()
    data["findings"].reverse()
    assert said(verified(data))[0] == "edited"
    assert [item[:2] for item in said(verified(data))[1]] == [("order", "findings")]
    data = report()
    del data["findings"][0]
    assert [item[:3] for item in said(verified(data))[1]] == [("missing", "findings[0]", "harm")]
    data = report()
    data["obligations"].append("Celebrate.")
    assert said(verified(data)) == ("edited", [("extra", "obligations[0]", None, None, "Celebrate.")])
    data = report()
    del data["about"]["assessor"]
    assert said(verified(data)) == ("edited_unscored", [])


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: data["answers"][1].update(note="Better."),
        lambda data: data["answers"][1].update(evidence=[]),
        lambda data: data["answers"][6].update(value="2026-02-01"),
        lambda data: data["about"].update(assessor="B. Officer"),
        lambda data: data["questionnaire"].update(answered_version="1.0.0"),
    ],
)
def test_what_scoring_cannot_work_out_shows_in_the_digest_alone(edit):
    data = report()
    edit(data)
    result = verified(data)
    assert said(result) == ("edited_unscored", [])
    assert not result.true_digest
    # With the digest calculated anew it is a genuine report, of other answers: only a digest kept elsewhere tells.
    assert verified(data, anew=True).reproduced
    assert verified(data, digests=[report()["digest"]]).outcome == "not_given"


def test_an_edited_digest():
    data = report()
    data["digest"] = "sha256:" + "0" * 64
    assert said(verified(data)) == ("edited_unscored", [])


def test_several_edits_of_which_not_all_can_be_found():
    data = report()
    data["result"]["level"] = "low"
    data["answers"][1]["note"] = "Better."
    outcome, found = said(verified(data))
    assert outcome == "edited_more"
    assert [item[1] for item in found] == ["result.level"]


def test_a_level_with_its_digest_calculated_anew():
    data = report()
    data["result"]["level"] = "low"
    assert said(verified(data, anew=True)) == ("other_result", [("value", "result.level", None, "high", "low")])


def test_answers_that_are_not_valid():
    data = report()
    data["answers"][place(data, "since")]["value"] = "soon"
    data["answers"].append(data["answers"][0] | {"question": "unheard_of"})
    result = verified(data)
    assert result.outcome == "answers_not_valid"
    assert {problem.code for problem in result.problems} == {"date_wrong", "unknown_question"}


def test_an_answer_that_was_removed():
    data = report()
    del data["answers"][place(data, "guard")]
    outcome, found = said(verified(data, anew=True))
    assert outcome == "other_result"
    assert ("missing", "guard") in [(item[0], item[2]) for item in found]


# Questionnaires and tools


def test_a_questionnaire_that_is_not_at_hand():
    data = report_of(tiny(*QUESTIONS, **PARTS, id="other"), GIVEN)
    result = verified(data)
    assert (result.outcome, result.at_hand) == ("questionnaire_unknown", ())
    data["result"]["level"] = "low"
    assert not verified(data).true_digest


def test_another_version_and_the_same_version_with_other_words():
    newer = tiny(*QUESTIONS, **PARTS, version="1.3.0")
    assert (verified(report(), newer).outcome, verified(report(), newer).at_hand) == (
        "questionnaire_version",
        ("1.3.0",),
    )
    silent = tiny(*QUESTIONS, **PARTS | {"title": "Changed in silence"})
    assert verified(report(), silent).outcome == "questionnaire_digest"
    assert verified(report(), silent, newer, EDITION).reproduced


def test_another_version_of_the_tool():
    data = report()
    data["tool"]["version"] = "0.0.9"
    result = verified(data, anew=True)
    assert (said(result), result.tools) == (("other_tool", []), ("0.0.9", __version__))
    assert result.same_result
    data["answers"][2]["text"] = "As version 0.0.9 put it?"
    result = verified(data, anew=True)
    assert result.outcome == "other_tool"
    assert [item.path for item in result.differences] == ["answers[2].text"]
    assert not result.same_result


# The file


def test_a_file_that_was_written_anew():
    data = report()
    for text in (json.dumps(data), json.dumps(data, indent=2), to_json({key: data[key] for key in sorted(data)})):
        assert verify(parse_report(text, "r.json"), Editions([EDITION])).outcome == "layout"
    for text in (to_json(data).replace("\n", "\r\n"), to_json(data)):
        assert verify(parse_report(text, "r.json"), Editions([EDITION])).reproduced
        assert verify_text(text, "r.json", Editions([EDITION])).reproduced
    assert verify(check_report(data, "r.json"), Editions([EDITION])).reproduced, "no file, so no form of one"


def test_the_form_of_a_number():
    text = to_json(report())
    assert '"percent": 50\n' in text
    edited = parse_report(text.replace('"percent": 50\n', '"percent": 50.0\n'), "r.json")
    assert not edited.changed
    assert verify(edited, Editions([EDITION])).outcome == "layout"


def test_a_digest_that_was_kept():
    data = report()
    assert verified(data, digests=[data["digest"], "sha256:" + "0" * 64]).reproduced
    other = ["sha256:" + "0" * 64]
    assert verified(data, digests=other).outcome == "not_given"
    assert verify_text(to_json(data), "r.json", Editions([EDITION]), other).outcome == "not_given"


def test_the_shipped_questionnaire_needs_no_file():
    from aiassess import load_questionnaire

    data = report_of(load_questionnaire("gpaisa@1.0.0"), {"system_name": "S"}, "ms")
    assert verify(parse_report(to_json(data), "r.json"), Editions()).reproduced


def test_another_language():
    saved = parse_report(to_json(report("en")), "r.json")
    assert translated(saved, EDITION, "ms") == report("ms")


# What was taken over, and what counts without evidence

TAKEN = {
    "gate": {"value": "yes", "confirmed": False},
    "harm": "all",
    "proven": "yes",
    "hidden": {"value": "left", "confirmed": False},
}
PROVEN = tiny(
    *QUESTIONS[1:4],
    QUESTIONS[-1],
    {
        "id": "proven",
        "score": "control",
        "options": [
            {"id": "no", "label": "Done", "points": 0},
            {"id": "yes", "label": "Done", "points": 4, "without_evidence": "part"},
            {"id": "part", "label": "Part", "points": 1},
        ],
    },
    checks=[{"id": "odd", "when": {"question": "gate", "is": "yes"}, "text": "That is odd."}],
    rules=[{"when": {"question": "gate", "is": "yes"}, "level": "high", "title": "By the gate"}],
)


def test_a_report_is_scored_again_with_all_that_its_answers_say():
    data = report_of(PROVEN, TAKEN)
    assert [item["question"] for item in data["unconfirmed"]] == ["gate"]
    assert [item["question"] for item in data["unevidenced"]] == ["proven"]
    assert said(verified(data, PROVEN)) == ("reproduced", [])


@pytest.mark.parametrize(
    ("question", "edited"), [("gate", {"confirmed": None}), ("harm", {"confirmed": False}), ("proven", {"value": "no"})]
)
def test_an_edit_of_what_is_confirmed_or_counts_without_evidence_is_named_alone(question, edited):
    data = report_of(PROVEN, TAKEN)
    where = next(place for place, item in enumerate(data["answers"]) if item["question"] == question)
    ((key, value),) = edited.items()
    kind = "value" if key == "value" else "missing" if value is None else "extra"
    data["answers"][where].pop(key, None)
    data["answers"][where] |= {} if value is None else edited
    outcome, found = said(verified(data, PROVEN))
    assert outcome == "edited"
    assert [(item[0], item[1]) for item in found] == [(kind, f"answers[{where}].{key}")]
    outcome, found = said(verified(data, PROVEN, anew=True))
    assert outcome == "other_result"
    assert len(found) == 1, "the answer, or the list that tells it a second time: either may have been edited"


@pytest.mark.parametrize(
    ("part", "edit"),
    [
        ("contradictions[0]", lambda data: data["contradictions"].clear()),
        ("unconfirmed[0]", lambda data: data["unconfirmed"].clear()),
        ("unevidenced[0].points", lambda data: data["unevidenced"][0].update(points=4)),
        ("result.level_settled", lambda data: data["result"].update(level_settled=not data["result"]["level_settled"])),
        ("result.level_from", lambda data: data["result"].update(level_from="inherent")),
        ("result.reasons[1].title", lambda data: data["result"]["reasons"][1].update(title="Other")),
    ],
)
def test_an_edit_of_what_a_report_says_besides_is_named_alone(part, edit):
    data = report_of(PROVEN, TAKEN)
    edit(data)
    outcome, found = said(verified(data, PROVEN))
    assert (outcome, [item[1] for item in found]) == ("edited", [part])
