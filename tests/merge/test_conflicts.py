"""What is listed of parts that differ: as data, and for people."""

import pytest
from test_merging import GATED, QUESTIONNAIRE, source

from aiassess import score
from aiassess.merge.listing import conflicts_data
from aiassess.merge.merging import Merging
from aiassess.merge.types import ConflictsData
from aiassess.render import renderer
from aiassess.resources import load_schema
from support.schemas import Schema
from support.shapes import assert_same_shape
from support.tiny import EVERY_TYPE, answer_set

YES = source(
    "yes.json", {"risk": "all", "guard": {"value": "yes", "evidence": [{"reference": "Minutes", "date": "2026-10-01"}]}}
)
NO = source("no.json", {"risk": "none", "guard": {"value": "no", "note": "Not yet."}}, assessor="Vendor")
LATER = source("later.json", {"guard": {"status": "unsure", "for": "ictso"}, "name": "Filter"})


def listed(*sources, questionnaire=QUESTIONNAIRE, lang="en"):
    data = conflicts_data(Merging(sources, questionnaire), lang)
    Schema("conflicts").validate(data)
    return data


def test_schema_and_types_say_the_same():
    assert_same_shape(ConflictsData, load_schema("conflicts"))


def test_each_choice_with_its_sources_and_what_it_would_do_to_the_result():
    risk, guard = listed(YES, NO, LATER)["conflicts"]
    assert risk["question"] == "risk"
    assert risk["differing"] == ["answer"]
    assert guard["differing"] == ["answer", "note", "evidence"]
    assert [choice["files"] for choice in guard["choices"]] == [["no.json"], ["yes.json"]]
    assert guard["choices"][0]["answer"] == {
        "text": "Option no",
        "status": "answered",
        "value": "no",
        "label": "Option no",
        "note": "Not yet.",
        "evidence": [],
        "from": ["Vendor"],
    }
    for choice, value in zip(risk["choices"], ("none", "all"), strict=True):
        # Exactly what the engine gives, with the other difference left open.
        expected = score(QUESTIONNAIRE, answer_set(QUESTIONNAIRE, {"risk": value, "name": "Filter"}))
        assert choice["level"] == expected.level.id
        assert choice["level_title"] == expected.level.title["en"]
        assert (choice["verdict"], choice["status"]) == (expected.verdict, expected.status)
    assert [choice["level"] for choice in risk["choices"]] == ["low", "high"]


def test_what_each_file_would_settle():
    later, no, yes = listed(YES, NO, LATER)["preferring"]
    assert (later["file"], later["left"], later["status"]) == ("later.json", 2, "incomplete")
    whole = score(QUESTIONNAIRE, answer_set(QUESTIONNAIRE, {"risk": "none", "guard": "no", "name": "Filter"}))
    assert (no["left"], no["level"], no["verdict"], no["status"]) == (0, "low", whole.verdict, "complete")
    assert (yes["left"], yes["level"]) == (0, "high")


def test_files_that_say_the_same_are_one_choice():
    same = source("same.json", {"risk": "none", "guard": {"value": "no", "note": "Not yet."}}, assessor="Officer")
    risk, _ = listed(YES, NO, same)["conflicts"]
    assert [choice["files"] for choice in risk["choices"]] == [["no.json", "same.json"], ["yes.json"]]
    assert risk["choices"][0]["answer"]["from"] == ["Officer", "Vendor"]


def test_a_doubt_on_a_prohibited_use_is_listed_with_what_it_does():
    parts = [
        source(name, {"risk": said, "guard": "yes"}, GATED)
        for name, said in (("a", {"status": "unsure"}), ("b", "none"))
    ]
    (risk,) = listed(*parts, questionnaire=GATED)["conflicts"]
    assert [(choice["verdict"], choice["status"]) for choice in risk["choices"]] == [
        ("stop", "undetermined"),
        ("ready", "complete"),
    ]


def test_people_read_it_in_words():
    text = " ".join(renderer("text", "conflicts")(listed(YES, NO, LATER)).split())
    assert text.startswith(
        "The parts differ in 2 places - later.json: no assessor named - no.json: Vendor - yes.json: no assessor named "
        "Question risk? [risk]: different answers - no.json: Option none"
    )
    assert "Result: Low; Hold (Incomplete) - yes.json: Option all Result: High; Hold (Incomplete)" in text
    assert "no.json: Option no Note: Not yet." in text
    assert "yes.json: Option yes Evidence: Minutes (1 October 2026)" in text
    assert "- --prefer later.json: " in text
    assert "2 places are left." in text
    assert "Each result counts the other differing questions as unanswered." in text
    assert text.endswith(
        "Nothing was written. Say which file to follow with --prefer FILE, or decide one by one with --interactive."
    )


def test_what_makes_no_difference_is_said_once():
    noted = [source(name, {"risk": "none", "guard": {"value": "yes", "note": name}}) for name in ("One", "Two")]
    text = " ".join(renderer("text", "conflicts")(listed(*noted)).split())
    assert text.startswith("The parts differ in one place - One: no assessor named - Two: ")
    assert "Question guard? [guard]: different notes -" in text
    assert text.count("Result:") == 0
    assert "The result is the same either way: Low; " in text
    assert "other differing questions" not in text


@pytest.mark.parametrize("name", ["text", "md"])
def test_what_somebody_wrote_stays_text(name):
    evil = "\x1b[31m[x](http://e.invalid)<b>\u202e\nnew line"
    parts = [source(f"{evil}{n}", {"words": f"{evil}{n}"}, EVERY_TYPE, classification=f"{evil}{n}") for n in "ab"]
    text = renderer(name, "conflicts")(listed(*parts, questionnaire=EVERY_TYPE))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\nnew line" not in text
    if name == "md":
        assert "[x](" not in text
        assert text.count("<b>") == text.count(r"\<b>")


def test_a_register_and_a_doubt_are_told_apart():
    risks = [{"title": title, "likelihood": 2, "consequence": 3} for title in ("It fails", "It leaks")]
    parts = [source(risk["title"], {"register": [risk]}, EVERY_TYPE) for risk in risks]
    (register,) = listed(*parts, questionnaire=EVERY_TYPE)["conflicts"]
    assert [choice["answer"]["label"] for choice in register["choices"]] == [None, None]
    assert [risk["title"] in choice["answer"]["text"] for risk, choice in zip(risks, register["choices"], strict=True)]
    asked = [source(actor, {"guard": {"status": "unsure", "for": actor}}) for actor in ("owner", "ictso")]
    (guard,) = listed(*asked)["conflicts"]
    assert [choice["answer"]["text"] for choice in guard["choices"]] == [
        "Not sure, waits for: Ictso",
        "Not sure, waits for: Owner",
    ]
