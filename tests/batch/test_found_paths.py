"""What a path is gets asked: pipes, loops and links that are found are passed over; what a person names is read."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path, PureWindowsPath

import pytest

from aiassess.batch.inputs import Inputs, matching
from aiassess.errors import InvalidInput
from aiassess.files import beside, read_text, slashed
from aiassess.questionnaire.catalog import lint_questionnaire
from aiassess.report.saved import reports_in
from aiassess.stdio import encoding_of, is_terminal
from support.batches import lines, rows_of, run, submission
from support.each import tiers

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "sub").mkdir(parents=True)
    for name in ("in/a.json", "in/sub/b.json", "in/sub/.hidden.json"):
        (tmp_path / name).write_bytes(submission())
    return tmp_path


def sources(*arguments):
    return [(item.source, item.problem and item.problem.code) for item in Inputs(arguments)]


@needs_links
def test_one_bad_entry_takes_no_neighbour_with_it(here):
    (here / "in" / "loop.json").symlink_to("loop.json")
    (here / "in" / "lost.json").symlink_to("gone")
    os.mkfifo(here / "in" / "pipe.json")
    run(["in"], ["rows.jsonl"])
    found = {row["source"]: row["error_code"] for row in rows_of(here / "rows.jsonl")}
    assert found == {
        "in/a.json": None,
        "in/loop.json": "unreadable",
        "in/lost.json": "missing_file",
        "in/sub/b.json": None,
    }
    inputs = Inputs(["in/*.json"])
    assert [item.source for item in inputs] == ["in/a.json", "in/loop.json", "in/lost.json"]
    assert inputs.passed_over == 1


@needs_links
def test_patterns_follow_no_links_to_folders(here):
    (here / "in" / "sub" / "up").symlink_to("..")
    (here / "in" / "root").symlink_to("/")
    wanted = [("in/a.json", None), ("in/sub/b.json", None)]
    assert sources("in/**/*.json") == sources("./in/**/*.json".removeprefix("./")) == wanted
    assert sources("**/**/*.json") == wanted  # each once


def test_patterns_match_what_glob_matches(here):
    import glob

    (here / "x[1].json").write_text("{}")
    for pattern in (
        *(
            "*.json",
            "in/*",
            "in/*/*.json",
            "in/**",
            "**/*.json",
            "*/a.json",
            "./in/*.json",
            "in/[ab].json",
            "in/?.json",
        ),
        *(
            "in/sub/.*.json",
            "gone/*.json",
            "in/**/b.json",
            f"{here.as_posix()}/in/**/*.json",
            "x[[]1].json",
            "in/*/gone.json",
        ),
    ):
        files = sorted(name for name in set(matching(pattern)) if os.path.isfile(name))  # noqa: PTH113
        found = map(slashed, glob.glob(pattern, recursive=True))  # noqa: PTH207
        assert files == sorted(name for name in found if os.path.isfile(name)), pattern  # noqa: PTH113


@needs_links
def test_pipes_that_are_found_are_not_waited_for(here, write_questionnaire):
    os.mkfifo(here / "in" / "report.json")
    assert reports_in("in")[0] == []
    file = write_questionnaire("sections: [{include: part.yaml}]\n")
    os.mkfifo(here / "part.yaml")
    codes = [problem.code for problem in lint_questionnaire(str(file))]
    assert codes == ["not_a_file"]
    with pytest.raises(InvalidInput) as caught:
        read_text(here / "part.yaml", "part.yaml", 9)
    for lang, words in (("en", "pipe or a device"), ("ms", "paip atau peranti")):
        assert words in caught.value.problems[0].message(lang)


@needs_links
def test_no_command_waits_for_a_pipe_that_it_finds(program, here, own_data_folder):
    os.mkfifo(here / "in" / "report.json")
    (own_data_folder / "drafts").mkdir(parents=True)
    os.mkfifo(own_data_folder / "drafts" / "x-1.draft.json")
    for words in (["verify", "in"], ["drafts", "list", "--lang", "en"], ["batch", "in"]):
        done = subprocess.run([*program, *words], timeout=30, capture_output=True, check=False)
        assert done.returncode in (0, 1, 3), done.stderr
        assert b"Traceback" not in done.stderr


@needs_links
@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="the shell's <(…)")
def test_a_pipe_that_a_person_names_is_read(here, write_questionnaire):
    write_questionnaire("id: mine\n")
    (here / "a.jsonl").write_bytes(lines(1))
    for command, code in (
        ("questionnaire lint <(cat tiny.yaml)", 0),
        ("batch <(cat a.jsonl) --format jsonl", 1),
        ("score <(cat in/a.json)", 3),  # it names no shipped questionnaire: so it was read
    ):
        done = subprocess.run(
            ["/bin/bash", "-c", f"{sys.executable} -m aiassess {command}"], timeout=30, capture_output=True, check=False
        )
        assert done.returncode == code, (command, done.stderr)
        assert b"pipe or a device" not in done.stderr


# The same on Windows


def test_sources_and_their_order_are_those_of_linux():
    names = ["in/a-b/x.json", "in/a.json", "in/a/z.json", "in/b.json"]
    windows = [str(PureWindowsPath(name)) for name in names]
    assert [slashed(name, "\\") for name in windows] == names == sorted(names)
    assert slashed("in\\a.json", "/") == "in\\a.json"  # on Linux that is a name


def test_files_beside_a_questionnaire_are_shown_as_it_is():
    for shown, found in (
        ("C:\\q\\mine.yaml", "C:\\q\\parts\\a.yaml"),
        ("C:/q/mine.yaml", "C:/q/parts/a.yaml"),
        ("mine.yaml", "parts/a.yaml"),
        ("..\\mine.yaml", "..\\parts\\a.yaml"),
    ):
        assert beside(shown, "parts/a.yaml", PureWindowsPath) == found
    assert beside("/q/mine.yaml", "parts/a.yaml") == "/q/parts/a.yaml"


def test_a_device_that_is_no_console_is_no_terminal():
    class Null:
        def isatty(self):
            return True  # as Windows says of NUL

        def fileno(self):
            return 0

    assert is_terminal(Null(), console=lambda _: True)
    assert not is_terminal(Null(), console=lambda _: False)
    assert not is_terminal(None)


def test_what_is_piped_on_windows_is_utf_8_as_elsewhere(monkeypatch):
    with Path(os.devnull).open(encoding="cp1252") as piped:
        assert encoding_of(piped, windows=True) == "utf-8"
        assert encoding_of(piped, windows=False) == "cp1252"
        monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
        assert encoding_of(piped, windows=True) == "cp1252"


# Short of something


@pytest.mark.skipif(sys.platform == "win32", reason="limits the open files of a process")
@pytest.mark.parametrize("jobs", tiers(fast=["2"], deep=["1"]))
def test_a_machine_that_is_short_of_something_refuses_no_submission(here, jobs):
    command = f"ulimit -n 7; exec {sys.executable} -m aiassess batch in -o rows.csv --jobs {jobs} --lang en"
    done = subprocess.run(["/bin/sh", "-c", command], timeout=60, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == 3 or not [row for row in rows_of(here / "rows.csv") if row["error_code"] == "unreadable"]


def test_a_run_needs_no_temporary_files(here, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(here / "gone"))
    assert run(["in"], ["rows.csv"], jobs=2).counts.rows == 2
