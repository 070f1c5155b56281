"""The rows say what ``aiassess score`` says."""

import json

import pytest

from aiassess import load_answers, score
from aiassess.batch.columns import Layout
from aiassess.batch.judge import Judge, Refused
from aiassess.batch.known import all_questionnaires
from aiassess.errors import InvalidInput, WrongUsage
from support.batches import QUESTIONNAIRE, rows_of, run, submission
from support.tiny import inherent, tiny

BROKEN = {
    "nothing": b"",
    "blank": b" \n ",
    "no JSON": b"{",
    "an array of one": b"[1]",
    "a number": b"1",
    "no format": b"{}",
    "duplicate keys": b'{"format": "aiassess.answers/1", "format": "aiassess.answers/1"}',
    "NaN": b'{"a": NaN}',
    "another format": b'{"format": "aiassess.answers/2"}',
    "binary": b"\x00\x01\xff",
    "not UTF-8": b'{"a": "\xff"}',
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "deep": b"[" * 100 + b"]" * 100,
    "many": submission(harm="a", guard="b", office=3, nope=1),
    "several lines": json.dumps(json.loads(submission(harm="dreadful")), indent=1).encode(),
    "another questionnaire": submission().replace(b'"tiny"', b'"tinier"'),
    "a later version": submission().replace(b"1.2.0", b"2.0.0"),
    "no version": submission().replace(b"1.2.0", b"one"),
    "a formula": submission(harm="=1+1\n\x1b[2J\u202e"),
}


def complaint(file, lang):
    """The first error of ``aiassess score``."""
    with pytest.raises(InvalidInput) as caught:
        load_answers(file, QUESTIONNAIRE)
    return caught.value.problems


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_a_file_is_refused_in_the_words_of_score(tmp_path, monkeypatch, lang):
    monkeypatch.chdir(tmp_path)
    for name, raw in BROKEN.items():
        (tmp_path / f"{name}.json").write_bytes(raw)
    names = [f"{name}.json" for name in BROKEN if name not in ("an array of one", "deep")]
    run(names, ["rows.jsonl"], lang=lang, errors="errors.jsonl")
    rows = rows_of(tmp_path / "rows.jsonl")
    told = rows_of(tmp_path / "errors.jsonl")
    assert [row["source"] for row in rows] == names == [entry["source"] for entry in told]
    for row, entry in zip(rows, told, strict=True):
        problems = complaint(row["source"], lang)
        if row["error_code"] != "answers_unknown_questionnaire":  # score was given the questionnaire
            first = problems[0]
            assert (row["error_code"], row["error_place"]) == (first.code, first.place(lang))
            assert row["error_message"] == first.message(lang)
            said = [(item["code"], item["place"], item["message"]) for item in entry["problems"]]
            assert said == [(p.code, p.place(lang), p.message(lang)) for p in problems]
        assert (row["status"], row["level"], entry["count"]) == ("refused", None, len(problems))


def test_a_line_is_refused_with_its_place_in_the_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    good, bad = submission(), submission(harm="dreadful")
    (tmp_path / "in.jsonl").write_bytes(good + b"\n\n" + bad + b"\n{\n\xff\xff\n\x00\n")
    run(["in.jsonl"], ["rows.jsonl"])
    rows = rows_of(tmp_path / "rows.jsonl")
    column = bad.decode().index('"dreadful"') + 1
    assert [(row["line"], row["error_code"], row["error_place"]) for row in rows] == [
        (1, None, None),
        (3, "unknown_option", f"in.jsonl:3:{column}: answers.harm (question harm)"),
        (4, "json_syntax", "in.jsonl:4:2"),
        (5, "not_utf8", "in.jsonl:5"),
        (6, "binary", "in.jsonl:6"),
    ]


def test_an_element_is_refused_with_its_place_in_the_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    bad = json.dumps(json.loads(submission(harm="dreadful")), indent=2).encode()
    text = b"[ " + submission() + b",\n  " + bad + b",\n {\n ]"
    (tmp_path / "in.json").write_bytes(text)
    run(["in.json"], ["rows.jsonl"])
    rows = rows_of(tmp_path / "rows.jsonl")
    assert [row["line"] for row in rows] == [1, 2, 3]
    where = text[: text.index(b'"dreadful"')].decode()
    line, column = where.count("\n") + 1, len(where) - where.rindex("\n")
    assert rows[1]["error_place"] == f"in.json:{line}:{column}: answers.harm (question harm)"
    assert rows[2]["error_code"] == "array_open"


def test_good_submissions_get_the_cells_of_their_assessment(tmp_path):
    layout = Layout([QUESTIONNAIRE])
    judge = Judge([QUESTIONNAIRE], layout)
    for number in range(3):
        file = tmp_path / f"{number}.json"
        file.write_bytes(submission(number))
        assert judge.judge([submission(number)]) == [
            layout.cells(score(QUESTIONNAIRE, load_answers(file, QUESTIONNAIRE)))
        ]


def test_each_submission_is_judged_by_the_questionnaire_that_it_names(tmp_path):
    first = tiny(inherent("harm"), id="same", version="1.0.0")
    second = tiny(inherent("harm", {"none": 1, "some": 3, "all": 9}), id="same", version="2.1.0")
    judge = Judge([QUESTIONNAIRE, first, second], Layout([QUESTIONNAIRE, first, second]))
    layout = Layout([QUESTIONNAIRE, first, second])
    places = {column.name: place - 2 for place, column in enumerate(layout.columns)}

    def judged(name, version):
        raw = json.dumps(
            {
                "format": "aiassess.answers/1",
                "questionnaire": {"id": name, "version": version},
                "answers": {"harm": "some"},
            }
        ).encode()
        cells = judge.judge([raw])[0]
        if isinstance(cells, Refused):
            return cells.problems[0].code
        return cells[places["version"]], cells[places["inherent_points"]], cells[places["inherent_maximum"]]

    assert judged("same", "1.0.0") == ("1.0.0", 2, 4)
    assert judged("same", "2.0.0") == ("2.0.0", 3, 9)
    assert judged("same", "2.9.9") == ("2.9.9", 3, 9)
    assert judged("tiny", "1.0.0") == ("1.0.0", 2, 4)
    assert judged("same", "3.0.0") == "other_major_version"
    assert judged("same", "9" * 5000 + ".0.0") == "answers_version"
    assert judged("nobody", "1.0.0") == "answers_unknown_questionnaire"


def test_an_own_questionnaire_takes_the_place_of_the_shipped_one_it_revises(tmp_path, write_questionnaire):
    own = write_questionnaire("id: gpaisa\nversion: 1.5.0\n")
    later = write_questionnaire("id: gpaisa\nversion: 99.0.0\n", "later.yaml")
    other = write_questionnaire("id: other\n", "other.yaml")
    shipped = [(q.id, q.version) for q in all_questionnaires([])]
    assert shipped[:2] == [("ai_at_work", "1.0.0"), ("gpaisa", "1.0.0")]
    found = [(q.id, q.version) for q in all_questionnaires([str(later), str(own), str(other), str(own)])]
    assert found == [shipped[0], ("gpaisa", "1.5.0"), *shipped[2:], ("gpaisa", "99.0.0"), ("other", "1.0.0")]
    twin = write_questionnaire("id: gpaisa\nversion: 1.6.0\n", "twin.yaml")
    with pytest.raises(WrongUsage) as caught:
        all_questionnaires([str(own), str(twin)])
    assert caught.value.problems[0].code == "questionnaire_twice"


def test_a_fault_of_the_program_is_a_row(tmp_path):
    class Odd(Layout):
        def cells(self, assessment, report_digest=None):
            raise ZeroDivisionError("boom \x1b[2J")

    layout = Odd([QUESTIONNAIRE])
    judge = Judge([QUESTIONNAIRE], layout)
    found = judge.judge([b"\xef\xbb\xbf" + submission()])[0]  # a byte-order mark is left to the engine's own way
    assert isinstance(found, Refused)
    assert found.problems[0].code == "submission_fault"
    assert "ZeroDivisionError: boom \\u{1b}[2J" in found.problems[0].message("en")


def test_where_the_fast_way_fails_the_engine_judges(monkeypatch):
    layout = Layout([QUESTIONNAIRE])
    judge = Judge([QUESTIONNAIRE], layout)
    expected = judge.judge([submission(1), submission(2)])
    monkeypatch.setattr(judge._fast[0]._steps[2], "cells", None)
    assert judge.judge([submission(1), submission(2)]) == expected
    assert not any(isinstance(cells, Refused) for cells in expected)


def test_where_submissions_cannot_be_read_on_that_is_not_hidden():
    """Else those behind would be missing from the rows, and nobody would know."""

    def source():
        yield submission()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Judge([QUESTIONNAIRE], Layout([QUESTIONNAIRE])).judge(source())
