"""Printed commands: what the program was started as, and words that each shell gives back as they were."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import commands
from aiassess.commands import join, program_words, shell_in_use

WORDS = st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=1)


@given(WORDS)
def test_posix_shells_give_the_words_back(words):
    assert shlex.split(join(words, "sh")) == words


WINDOWS = [
    (["aiassess", "assess", "--resume", "gpaisa-1"], "aiassess assess --resume gpaisa-1", None),
    (
        [r"C:\Fail Saya\aiassess.exe", "--resume", r"D:\Ai & Co\gpaisa-1.draft.json"],
        r'"C:\Fail Saya\aiassess.exe" --resume "D:\Ai & Co\gpaisa-1.draft.json"',
        r"& 'C:\Fail Saya\aiassess.exe' --resume 'D:\Ai & Co\gpaisa-1.draft.json'",
    ),
    (
        ["aiassess", "--out", "C:\\a b\\", r"C:\R&D", "O'Neil", "$x", "100%", "", r"\\server\share\x.json"],
        r"""aiassess --out "C:\a b\\" "C:\R&D" "O'Neil" $x "100%" "" \\server\share\x.json""",
        r"""aiassess --out 'C:\a b\\' 'C:\R&D' 'O''Neil' '$x' '100%' '' \\server\share\x.json""",
    ),
]


@pytest.mark.parametrize(("words", "cmd", "powershell"), WINDOWS)
def test_windows_shells(words, cmd, powershell):
    assert join(words, "cmd") == cmd
    assert join(words, "powershell") == (powershell or cmd)


def test_powershell_quotes_the_words_of_a_batch_file_for_cmd_too():
    words = [r"D:\Fail Saya\aiassess.cmd", "score", "R&D.json", "a b.json", "O'Neil", "plain.json", ""]
    assert join(words, "powershell") == (
        r"""& 'D:\Fail Saya\aiassess.cmd' score '"R&D.json"' '"a b.json"' '"O''Neil"' plain.json '""'"""
    )


@given(WORDS)
def test_no_word_escapes_its_quotes(words):
    """Nothing that a shell would act on stands outside of quotes."""
    for word in words:
        shown = join(["aiassess", word], "powershell").removeprefix("aiassess ")
        assert shown == word or (shown[0] == shown[-1] == "'" and len(shown) > 1)


def test_the_shell():
    assert shell_in_use("linux", {"PROMPT": "x"}) == shell_in_use("darwin", {}) == "sh"
    assert shell_in_use("win32", {"PROMPT": "$P$G"}) == "cmd"
    assert shell_in_use("win32", {}) == "powershell"


MACHINE = r"C:\Program Files\WindowsPowerShell\Modules;C:\Windows\system32\WindowsPowerShell\v1.0\Modules"


@pytest.mark.parametrize(
    ("modules", "shell"),
    [
        ("", "cmd"),
        (MACHINE, "cmd"),
        (r"H:\WindowsPowerShell\Modules;" + MACHINE, "powershell"),
        (r"D:\ali\Documents\PowerShell\Modules;" + MACHINE, "powershell"),
    ],
)
def test_the_shell_that_a_batch_file_was_called_from(modules, shell):
    environ = {"PROMPT": "$P$G", "PSModulePath": modules}
    assert shell_in_use("win32", environ, r"D:\a b\aiassess.CMD") == shell
    assert shell_in_use("win32", environ, r"D:\a b\aiassess.exe") == "cmd"


def test_the_program_as_it_was_started(monkeypatch, tmp_path):
    folder = tmp_path / "my venv" / "bin"
    folder.mkdir(parents=True)
    program = folder / "aiassess"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    (folder / "aiassess.exe").write_bytes(b"")  # what Windows finds
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program_words("bin/aiassess") == [str(program)]
    assert program_words(str(Path("bin", "aiassess.exe"))) == [str(program) + ".exe"]
    assert program_words(str(Path("bin", "aiassess.cmd"))) == [str(program) + ".cmd"]
    monkeypatch.setenv("PATH", str(folder))
    assert program_words(str(program)) == ["aiassess"], "what the shell finds needs no path"
    assert program_words("/usr/bin/pytest") == ["aiassess"]
    main = str(Path(commands.__file__).with_name("__main__.py"))
    assert program_words(main) == [sys.executable, "-m", "aiassess"]
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert program_words(main) == [Path(sys.executable).name.removesuffix(".exe"), "-m", "aiassess"]


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell")
def test_what_is_printed_runs(tmp_path):
    line = join([sys.executable, "-c", "import sys; print(sys.argv[1:])", "it's", "a b", "$HOME"], "sh")
    done = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "[\"it's\", 'a b', '$HOME']\n"


def test_a_command_in_a_message_is_whole():
    from aiassess.commands import command_line
    from aiassess.errors import Problem

    folder = "/a  b/" + "x" * 500
    message = Problem("rows_kept", {"command": command_line("batch", folder, "c\x1b\nd")}).message("ms")
    assert f"aiassess batch '{folder}' 'c\\u{{1b}}\\u{{a}}d'" in message
