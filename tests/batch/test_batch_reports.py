"""Reports as submissions: rows as of their answers, and one row where a report lies beside its answers file."""

import gzip
import json

import pytest

from aiassess import build_report, score
from aiassess.answers.check import check_answers
from aiassess.answers.dump import answers_data
from aiassess.canonical import digest_of, to_json
from support.batches import QUESTIONNAIRE, rows_of, run, submission
from support.tiny import UNSURE

GIVEN = [
    {"harm": "all", "guard": "yes"},
    {"harm": UNSURE, "sort": "old"},
    {"name": {"value": "Ü", "note": "Seen."}, "guard": {"note": "Not decided."}},
]
SUBMISSIONS = [submission(number, **given) for number, given in enumerate(GIVEN)]


def report(raw):
    return build_report(score(QUESTIONNAIRE, check_answers(json.loads(raw), QUESTIONNAIRE, "x")))


REPORTS = [to_json(report(raw)).encode() for raw in SUBMISSIONS]


def lines_of(raws):
    return b"".join(json.dumps(json.loads(raw)).encode() + b"\n" for raw in raws)


def rows(tmp_path, *inputs, **options):
    run(inputs, [tmp_path / "rows.jsonl"], **options)
    return rows_of(tmp_path / "rows.jsonl")


def told(found):
    """Return rows without what tells which file they are of."""
    return [
        {key: cell for key, cell in row.items() if key not in ("source", "report_digest", "digest")} for row in found
    ]


def write(folder, name, raw):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(raw)
    return folder / name


FORMS = {
    "file": lambda raws: {f"{n}.json": raw for n, raw in enumerate(raws)},
    "lines": lambda raws: {"all.jsonl": lines_of(raws)},
    "array": lambda raws: {"all.json": b"[" + b",".join(raws) + b"]"},
    "packed": lambda raws: {"all.jsonl.gz": gzip.compress(lines_of(raws))},
    "sorted keys": lambda raws: {
        f"{n}.json": json.dumps(json.loads(raw), sort_keys=True).encode() for n, raw in enumerate(raws)
    },
}


@pytest.mark.parametrize("form", FORMS)
def test_the_rows_of_reports_are_those_of_their_answers(tmp_path, form):
    found = []
    for kind, raws in (("answers", SUBMISSIONS), ("reports", REPORTS)):
        for name, data in FORMS[form](raws).items():
            write(tmp_path / kind, name, data)
        found.append(rows(tmp_path, tmp_path / kind))
    assert len(found[0]) == len(GIVEN)
    assert told(found[0]) == told(found[1])
    assert [row["status"] == "refused" for row in found[0]] == [False] * len(GIVEN)


def test_a_batch_reads_the_reports_that_it_wrote_and_writes_the_same_again(tmp_path):
    source = write(tmp_path, "all.jsonl", lines_of(SUBMISSIONS))
    before = rows(tmp_path, source, reports=str(tmp_path / "first"))
    after = rows(tmp_path, tmp_path / "first", reports=str(tmp_path / "second"))
    assert {row["system"]: row["level"] for row in before} == {row["system"]: row["level"] for row in after}
    texts = [sorted(file.read_bytes() for file in (tmp_path / name).rglob("*.json")) for name in ("first", "second")]
    assert texts[0] == texts[1] == sorted(REPORTS)


def test_reports_that_do_not_hold_are_refused_rows(tmp_path):
    changed, wrong, damaged = (json.loads(REPORTS[0]) for _ in range(3))
    changed["answers"][0]["note"] = "Better."
    harm = next(item for item in wrong["answers"] if item["question"] == "harm")
    harm["value"] = "huge"
    wrong["digest"] = digest_of({key: value for key, value in wrong.items() if key != "digest"})
    del damaged["result"]
    write(tmp_path, "all.jsonl", lines_of(json.dumps(item).encode() for item in (changed, wrong, damaged)))
    found = rows(tmp_path, tmp_path / "all.jsonl")
    assert [row["error_code"] for row in found] == ["report_changed_score", "unknown_option", "schema_required"]
    assert "answers[" in found[1]["error_place"]
    assert "(question harm)" in found[1]["error_place"]


def test_what_is_no_submission_is_a_row_that_says_what_it_is(tmp_path):
    write(tmp_path / "in", "summary.json", b'{"format": "aiassess.portfolio/1"}')
    write(tmp_path / "in", "page.json", b"<!doctype html><title>Report</title>")
    (page, summary) = rows(tmp_path, tmp_path / "in")
    assert page["error_code"] == summary["error_code"] == "wrong_file"
    assert "a page" in page["error_message"]
    assert "a summary" in summary["error_message"]


# The folder of an interview


def left_by_an_interview(folder, raw=SUBMISSIONS[0], report_of=None):
    """Write what an interview leaves: answers in their long form, and the report."""
    answers = check_answers(json.loads(raw), QUESTIONNAIRE, "x")
    order = [question.id for question in QUESTIONNAIRE.questions]
    write(folder, "answers.json", to_json(answers_data(answers, order)).encode())
    write(folder, "report.json", to_json(report(report_of or raw)).encode())
    write(folder, "report.html", b"<!doctype html>")
    write(folder, "tiny-1.draft.json", b"{")
    write(folder, "tiny-1.dropped.json", b'{"format": "aiassess.dropped/1", "dropped": []}')
    write(folder, ".tiny-1.state.json", b"{}")


def test_an_interviews_folder_is_one_row(tmp_path):
    for number, raw in enumerate(SUBMISSIONS):
        left_by_an_interview(tmp_path / "in" / str(number), raw)
    made = run([tmp_path / "in"], [tmp_path / "rows.jsonl"])
    found = rows_of(tmp_path / "rows.jsonl")
    assert [row["source"].removeprefix(f"{tmp_path.as_posix()}/in/") for row in found] == [
        f"{n}/report.json" for n in range(3)
    ]
    assert made.inputs.passed_over == 3 * 3
    assert told(found) == told(rows(tmp_path, *[tmp_path / "in" / str(n) / "answers.json" for n in range(3)]))


@pytest.mark.parametrize("way", ["folder", "pattern", "named", "two processes"])
def test_however_both_files_are_named_they_are_one_row(tmp_path, way):
    left_by_an_interview(tmp_path / "in")
    both = [tmp_path / "in" / name for name in ("answers.json", "report.json")]
    ways = {"folder": [tmp_path / "in"], "pattern": [tmp_path / "i*" / "*.json"], "named": both}
    found = rows(tmp_path, *ways.get(way, both), jobs=2 if way == "two processes" else 1)
    assert [row["source"] for row in found] == [both[1].as_posix()]


def test_an_answers_file_that_is_asked_for_alone_is_scored(tmp_path):
    left_by_an_interview(tmp_path / "in")
    for name in ("in/answers.json", "i*/answers.json", "in/tiny-1.draft.json", "in/*.draft.json"):
        assert len(rows(tmp_path, tmp_path / name)) == 1, name


def test_in_the_short_form_too_the_answers_are_the_same(tmp_path):
    left_by_an_interview(tmp_path / "in")
    write(tmp_path / "in", "answers.json", SUBMISSIONS[0])
    assert len(rows(tmp_path, tmp_path / "in")) == 1


@pytest.mark.parametrize("change", ["other answers", "changed report", "no report", "broken answers", "huge answers"])
def test_nothing_is_lost_where_the_two_do_not_agree(tmp_path, change):
    left_by_an_interview(tmp_path / "in", report_of=SUBMISSIONS[1] if change == "other answers" else None)
    if change == "changed report":
        data = json.loads(REPORTS[0])
        data["result"]["level"] = "low" if data["result"]["level"] != "low" else "high"
        write(tmp_path / "in", "report.json", to_json(data).encode())
    if change == "no report":
        write(tmp_path / "in", "report.json", b"<html>")
    if change == "broken answers":
        write(tmp_path / "in", "answers.json", b"{")
    if change == "huge answers":
        write(tmp_path / "in", "answers.json", b"[" + b",".join([SUBMISSIONS[0]] * 600) + b"]")
    found = rows(tmp_path, tmp_path / "in")
    assert len(found) == (601 if change == "huge answers" else 2)
    assert sum(row["status"] == "refused" for row in found) == (change not in ("other answers", "huge answers"))


def test_rows_do_not_depend_on_how_files_are_shared_out(tmp_path):
    for number in range(4):
        left_by_an_interview(tmp_path / "in" / str(number), SUBMISSIONS[number % 3])
    whole = rows(tmp_path, tmp_path / "in")
    assert len(whole) == 4
    for files in (1, 2, 3):
        assert rows(tmp_path, tmp_path / "in", sizes=(1 << 20, files)) == whole
