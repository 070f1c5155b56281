"""``aiassess batch`` as it is typed."""

import csv
import io
import json
import subprocess
import sys

import pytest

from aiassess import load_answers, score
from support.terminal import Terminal

ROWS = ["a.json", "b.jsonl", "b.jsonl"]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch, answers_file):
    monkeypatch.chdir(tmp_path)
    answers_file(name="a.json", system_name="Ünit\t=1", livelihood="severe", audience=["public"])
    one = json.dumps(json.loads(answers_file(name="x.json", livelihood="none").read_text()))
    (tmp_path / "x.json").unlink()
    (tmp_path / "b.jsonl").write_text(f"{one}\n{{\n")
    return tmp_path


def table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_rows_go_to_standard_output_and_the_rest_to_standard_error(cli):
    done = cli("batch", "a.json", "b.jsonl")
    rows = table(done.out)
    assert done.code == 1
    assert [row["source"] for row in rows] == ROWS
    assert [row["status"] for row in rows] == ["incomplete", "incomplete", "refused"]
    assert rows[0]["level"] == score_level("a.json")
    assert done.err.startswith("3 submissions: 2 scored, 1 refused. ")
    assert done.err.count("\n") == 1
    assert table(cli("batch", "a.json", "-o", "-").out) == rows[:1]


def test_a_long_table_that_excel_opens_by_a_double_click(cli):
    done = cli("batch", "a.json", "b.jsonl", "--table", "findings", "--bom", "--lang", "en")
    assert (done.code, done.err.startswith("3 submissions: 2 scored, 1 refused. ")) == (1, True)
    assert done.out.startswith("\ufeffsource,line,questionnaire,")
    done = cli("batch", "a.json", "--table", "answer", "--lang", "en")
    told = "error: Unknown table “answer”. Choose from: scores, answers, findings, risks.\n"
    assert (done.code, done.out, done.err) == (2, "", told)


def test_more_rows_than_excel_holds(cli, here, monkeypatch):
    from aiassess.batch import excel

    monkeypatch.setattr(excel, "MOST_ROWS", 2)
    done = cli("batch", "a.json", "b.jsonl", "-o", "rows.xlsx", "--lang", "en")
    assert done.code == 3
    assert done.err.startswith(
        "rows.xlsx.partial.jsonl: error: These are more than the 2 rows that a sheet of Excel can hold. "
    )
    assert "--resume" not in done.err, "it would happen again"
    assert len((here / "rows.xlsx.partial.jsonl").read_bytes().splitlines()) == 3


@pytest.mark.parametrize(("lang", "told"), [("en", "1 submission: 1 scored, "), ("ms", "1 penghantaran: 1 dinilai, ")])
def test_one_is_not_told_as_several(cli, lang, told):
    assert cli("batch", "a.json", "--lang", lang).err.startswith(told)


def score_level(file):
    from aiassess import load_questionnaire

    questionnaire = load_questionnaire("gpaisa@1.0.0")
    return score(questionnaire, load_answers(file, questionnaire)).level.id


def test_json_lines_on_standard_output(cli):
    rows = [json.loads(line) for line in cli("batch", "a.json", "b.jsonl", "--format", "jsonl").out.splitlines()]
    assert [row["source"] for row in rows] == ROWS
    assert rows[0]["system"] == "Ünit\t=1"


def test_standard_input_is_json_lines(process, here):
    done = process("batch", "-", "a.json", "-", typed=(here / "b.jsonl").read_bytes())
    rows = table(done.out)
    assert [(row["source"], row["line"]) for row in rows] == [("<stdin>", "1"), ("<stdin>", "2"), ("a.json", "")]
    assert rows[1]["error_place"] == "<stdin>:2:2"
    assert rows[0]["error_code"] == ""


def test_exit_codes(cli, here):
    assert cli("batch", "a.json").code == 0
    assert cli("batch", "b.jsonl").code == 1
    assert cli("batch", "gone.json").code == 1
    assert cli("batch", "a.json", "--fail-on", "prohibited").code == 0
    assert cli("batch", "a.json", "--fail-on", "minimal").code == 1
    for words in (
        [],
        ["a.json", "--fail-on", "nope"],
        ["a.json", "--lang", "xx"],
        ["a.json", "--jobs", "0"],
        ["a.json", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:9"],
        ["a.json", "--format", "parquet"],
        ["a.json", "-o", "a.json"],
        ["a.json", "-o", "x.txt"],
        ["a.json", "--resume"],
    ):
        done = cli("batch", *words)
        assert (done.code, done.out) == (2, ""), words
        assert "Traceback" not in done.err
    assert cli("batch", "a.json", "-o", "gone/x.csv").code == 3
    assert cli("batch", "a.json", "-q", "gone.yaml").code == 3
    assert json.loads((here / "a.json").read_text())["format"] == "aiassess.answers/1"


def test_a_batch_that_finds_nothing_to_score_says_so_and_answers_no(cli, process, here):
    (here / "in").mkdir()
    (here / "empty.jsonl").write_text("\n")
    for words in (["in"], ["empty.jsonl"], ["in", "-o", "x.csv"], ["in", "empty.jsonl", "--fail-on", "prohibited"]):
        done = cli("batch", *words)
        assert (done.code, done.err) == (1, "No submissions were found.\n"), words
    assert process("batch", "-").code == 1


def test_undetermined_counts_as_reached(cli, here, answers_file):
    answers_file(name="u.json", social_scoring={"status": "unsure"})
    assert table(cli("batch", "u.json").out)[0]["status"] == "undetermined"
    assert cli("batch", "u.json", "--fail-on", "prohibited").code == 1


def test_messages_are_in_the_language_asked_for(cli, monkeypatch):
    english = table(cli("batch", "b.jsonl").out)[1]["error_message"]
    asked = cli("batch", "b.jsonl", "--lang", "ms")
    monkeypatch.setenv("AIASSESS_LANG", "ms")
    malay = cli("batch", "b.jsonl")
    assert table(asked.out)[1]["error_message"] == table(malay.out)[1]["error_message"] != english
    assert malay.err.startswith("2 penghantaran: 1 dinilai, 1 ditolak.")


def test_several_outputs_at_once(cli, here):
    done = cli("batch", "a.json", "b.jsonl", "-o", "x.csv", "-o", "x.ndjson", "--errors", "e.jsonl", "--reports", "r")
    assert (done.code, done.out) == (1, "")
    assert table((here / "x.csv").read_text(encoding="utf-8"))[0]["source"] == "a.json"
    assert len((here / "x.ndjson").read_text(encoding="utf-8").splitlines()) == 3
    assert [json.loads(line)["line"] for line in (here / "e.jsonl").read_text(encoding="utf-8").splitlines()] == [2]
    reports = list((here / "r").rglob("*.json"))
    assert len(reports) == 2
    single = cli("score", "a.json", "--format", "json").out
    assert single in [path.read_text(encoding="utf-8") for path in reports]


def test_reports_are_in_the_language_asked_for(cli, here):
    cli("batch", "a.json", "-o", "x.csv", "--reports", "en", "--lang", "en")
    cli("batch", "a.json", "-o", "x.csv", "--reports", "own")
    languages = [
        json.loads(next((here / name).rglob("*.json")).read_text())["questionnaire"]["language"]
        for name in ("en", "own")
    ]
    assert languages == ["en", "ms"]


def test_own_questionnaires_stand_beside_the_shipped_one(cli, here, write_questionnaire):
    file = write_questionnaire("id: mine\n")
    data = {
        "format": "aiassess.answers/1",
        "questionnaire": {"id": "mine", "version": "1.0.0"},
        "answers": {"colour": "red"},
    }
    (here / "m.json").write_text(json.dumps(data))
    assert table(cli("batch", "m.json").out)[0]["error_code"] == "answers_unknown_questionnaire"
    rows = table(cli("batch", "m.json", "a.json", "-q", str(file)).out)
    assert [row["questionnaire"] for row in rows] == ["mine", "gpaisa"]


def test_strict(cli):
    assert len(table(cli("batch", "b.jsonl", "a.json", "--strict").out)) == 2


def test_other_files_of_a_folder_are_mentioned(cli, here):
    (here / "in").mkdir()
    assert cli("batch", "in").err == "No submissions were found.\n"
    (here / "in" / "notes.txt").write_text("x")
    (here / "in" / "a.json").write_bytes((here / "a.json").read_bytes())
    assert "One file was skipped: its name does not end" in cli("batch", "in").err


@pytest.mark.deep
def test_a_reader_that_stops_early_changes_no_exit_code(here):
    (here / "many.jsonl").write_text((here / "b.jsonl").read_text().splitlines()[0] + "\n" + "{\n" * 5000)
    done = subprocess.run(
        f"{sys.executable} -m aiassess batch many.jsonl | head -1; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "1", "submissions are refused, whoever reads it"
    assert "5,000 refused" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files")
def test_an_output_that_fills_up_tells_how_to_go_on(process, here):
    import resource

    (here / "many.jsonl").write_text("{\n" * 3000)
    command = ["batch", "many.jsonl", "-o", "x.csv", "--jobs", "1"]
    limit = (300_000, 300_000)
    done = subprocess.run(
        [sys.executable, "-m", "aiassess", *command],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit),
    )
    assert done.returncode == 3
    first, hint = done.stderr.splitlines()
    assert "x.csv: error: The rows cannot be written" in first
    assert hint.endswith("aiassess batch many.jsonl --output x.csv --jobs 1 --resume")
    assert 0 < len(table((here / "x.csv").read_text())) < 3000
    assert process(*command, "--resume").code == 1
    assert [row["line"] for row in table((here / "x.csv").read_text())] == [str(n) for n in range(1, 3001)]


@pytest.mark.deep
@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_progress_is_shown_on_a_terminal(here):
    (here / "many.jsonl").write_text("{\n" * 6000)
    command = f"{sys.executable} -m aiassess batch many.jsonl -o x.csv --jobs 1"
    with Terminal(["bash", "-c", command], columns=100, cwd=here) as terminal:
        terminal.wait("6,000 submissions: 0 scored, 6,000 refused.")
        shown = terminal.raw.decode()
    assert "Submissions: " in shown
    assert "a second" in shown
    assert " left" in shown
    assert "%" in shown


@pytest.mark.deep
@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_ctrl_c_on_a_terminal(here):
    (here / "many.jsonl").write_text("{\n" * 400_000)
    command = ["-m", "aiassess", "batch", "many.jsonl", "-o", "x.csv", "--jobs", "2"]
    with Terminal.python(*command, columns=200, cwd=here) as terminal:
        terminal.wait("a second")
        terminal.press("ctrl-c")
        terminal.wait("Interrupted.")
        assert "-m aiassess batch many.jsonl --output x.csv --jobs 2 --resume" in terminal.words()
        assert terminal.wait_end() == 130
        assert " left" not in terminal.text()  # the progress is taken away
        assert b"Traceback" not in terminal.raw
    rows = table((here / "x.csv").read_text())
    assert [row["line"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]


def test_no_progress_is_shown_elsewhere(process, here):
    (here / "many.jsonl").write_text("{\n" * 3000)
    assert process("batch", "many.jsonl", "-o", "x.csv", "--jobs", "1").err.count("\n") == 1
