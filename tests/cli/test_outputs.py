"""Outputs that cannot be: every command that writes files says which and why, and none calls it a fault of its own."""

import io
import json
import subprocess
import sys

import pytest

from aiassess.batch.rounds.earlier import ALWAYS
from aiassess.cli.handler import run
from aiassess.errors import InvalidInput
from aiassess.files import refuse_device
from support.commands import commands
from support.each import some
from support.shell import fill

Q = ("-q", "tiny.yaml")

# Every option that names a file or folder to write, by command: what it is given beside, and the ending.
WRITERS = {
    ("score", "--output"): (("great.json", *Q), ".json"),
    ("render", "--output"): (("great.report.json",), ".json"),
    ("diff", "--output"): (("none.json", "great.json", *Q), ".json"),
    ("explain", "--output"): (("great.json", *Q), ".json"),
    ("merge", "--output"): (("great.json", *Q), ".json"),
    ("batch", "--output"): (("in", *Q, "--jobs", "1"), ".csv"),
    ("batch", "--errors"): (("in", *Q, "--jobs", "1", "-o", "rows.csv"), ".csv"),
    ("batch", "--reports"): (("in", *Q, "--jobs", "1", "-o", "rows.csv"), ""),
    ("batch", "--due"): (("in", *Q, "--jobs", "1", "-o", "rows.csv"), ".csv"),
    ("batch", "--register"): (("in", *Q, "--jobs", "1", "-o", "rows.csv"), ""),
    ("batch", "--set-aside"): (("in", *Q, "--jobs", "1", "-o", "rows.csv", "--latest"), ".csv"),
    ("batch", "--summary"): (("in", *Q, "--jobs", "1", "-o", "rows.csv"), ".md"),
    ("batch", "--changes"): (("in", *Q, "--jobs", "1", "-o", "rows.csv", "--against", "earlier.csv"), ".csv"),
    ("form", "--output"): (("tiny.yaml",), ".xlsx"),
    ("questionnaire new", "--output"): (("mine",), ".yaml"),
    ("questionnaire schema", "--output"): (("tiny.yaml",), ".json"),
    ("questionnaire diff", "--output"): (("tiny.yaml", "tiny.yaml"), ".json"),
    ("questionnaire import", "--output"): (("survey.json",), ".yaml"),
    ("questionnaire lint", "--witness"): (("tiny.yaml",), ""),
    ("questionnaire show", "--output"): (("tiny.yaml",), ".html"),
    ("assess", "--out"): (("tiny.yaml", "--plain", "--new"), ""),
}
NOT_FILES = {
    "--format",
    "--lang",
    "--questionnaire",
    "--fail-on",
    "--digest",
    "--jobs",
    "--scheduler",
    "--as-of",
    "--table",
    "--actor",
    "--section",
    "--id",
    "--language",
}
READ = {"--against", "--resume", "--answers", "--earlier", "--prefer", "--on", "--baseline", "--terms", "--with-engine"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    survey = {"pages": [{"name": "p", "elements": [{"type": "text", "name": "q", "title": "Which?"}]}]}
    (tmp_path / "earlier.csv").write_text(",".join(ALWAYS) + "\n")
    (tmp_path / "survey.json").write_text(json.dumps(survey))
    return fill(tmp_path)


def test_every_option_that_names_an_output_is_tried():
    found = {
        (" ".join(words), max(param.opts, key=len))
        for words, command in commands().items()
        for param in command.params
        if param.opts[0][0] == "-" and not param.is_flag
    }
    assert {(command, option) for command, option in found if option not in NOT_FILES | READ} == set(WRITERS)


def names(folder, ending):
    """Yield names of what cannot be written, by what is wrong with them."""
    (folder / f"loop{ending}").symlink_to(f"loop{ending}")
    (folder / f"one{ending}").symlink_to(f"two{ending}")
    (folder / f"two{ending}").symlink_to(f"one{ending}")
    if ending:
        (folder / "loop").symlink_to("loop")
    (folder / f"dangling{ending}").symlink_to(f"none/x{ending}")
    yield "a link to itself", f"loop{ending}"
    yield "links in a circle", f"one{ending}"
    yield "in a link to itself", f"loop/x{ending}"
    yield "a link into no folder", f"dangling{ending}"
    yield "too long a name", f"{'x' * 300}{ending}"
    yield "too long a path", f"{'x/' * 3000}x{ending}"
    yield "in a file", f"none.json/x{ending}"
    if ending:
        (folder / f"folder{ending}").mkdir()
        yield "a folder", f"folder{ending}"
        yield "in no folder", f"none/x{ending}"
        yield "the device that is full", "/dev/full"
    else:
        yield "a file", "none.json"
    if sys.platform.startswith("linux"):
        yield "in a folder of the system's", f"/proc/x{ending}"


@pytest.mark.skipif(sys.platform == "win32", reason="names as POSIX has them")
@pytest.mark.parametrize("writer", WRITERS, ids=" ".join)
def test_what_cannot_be_written_is_said(folder, capfdbinary, monkeypatch, writer):
    command, option = writer
    given, ending = WRITERS[writer]
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    for what, name in some(names(folder, ending), list(WRITERS).index(writer), one_in=3):
        if (command, what) == ("questionnaire import", "a folder"):
            continue  # it writes there, under the questionnaire's id
        before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file() and file.name != "rows.csv"}
        capfdbinary.readouterr()
        code = run(["--lang", "en", *command.split(), *given, option, name])
        out, err = capfdbinary.readouterr()
        said = (what, code, err)
        assert code in (2, 3), said
        assert b": error: " in err, said
        assert out == b"", said
        for file, data in before.items():
            assert file.read_bytes() == data, said


test_what_cannot_be_written_is_said.both_tiers = True


@pytest.mark.skipif(sys.platform == "win32", reason="names as POSIX has them")
def test_no_room_in_a_name_for_the_journal_beside_it(folder, cli):
    done = cli("batch", "in", *Q, "--jobs", "1", "-o", f"{'x' * 250}.csv")
    assert (done.code, done.out) == (3, "")
    assert not list(folder.glob("xxx*"))


@pytest.mark.parametrize(
    "name", ["con.json", "AUX", "in/nul.csv", "in\\COM1.md", "prn .txt", "lpt9.tar.gz", "com².json"]
)
def test_the_name_of_a_device_is_refused(name):
    with pytest.raises(InvalidInput) as caught:
        refuse_device(name, windows=True)
    assert [problem.code for problem in caught.value.problems] == ["device_name"]
    refuse_device(name, windows=False)


@pytest.mark.parametrize("name", ["icon.json", "console.json", "com10.json", "nul/a.json", "a.con", "com.json", "-"])
def test_what_only_looks_like_one_is_not(name):
    refuse_device(name, windows=True)


@pytest.mark.skipif(sys.platform != "win32", reason="Windows' devices, and names in which capitals do not count")
def test_outputs_on_windows(cli, write_questionnaire, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    show = ["--lang", "en", "questionnaire", "show", write_questionnaire()]
    done = cli(*show, "-o", "con.md")
    assert (done.code, done.out) == (3, "")
    assert "name of a device" in done.err
    assert cli(*show, "-o", "a.md", "-o", "A.MD").code == 2
    assert cli("batch", ".", "--jobs", "1", "-o", "aux.csv").code == 3
    assert [file.name for file in tmp_path.iterdir()] == ["tiny.yaml"]


def test_the_null_device_is_no_terminal(program, folder):
    """There an Office file would be refused; Windows calls NUL a terminal."""
    command = [*program, "form", "tiny.yaml", "--format", "xlsx"]
    assert subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False).returncode == 0
