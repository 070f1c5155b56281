"""A long text in the person's own editor: real programs, and everything that can go wrong with them."""

import signal
import stat
import sys
from pathlib import Path

import pytest
from screen_desk import comes, sees, view

from aiassess.interview import actions
from aiassess.interview.terminal import external_editor


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    """Editors' files are made where the test can look for them."""
    folder = tmp_path / "files"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def script(tmp_path, code):
    """Return the command line of an editor that runs this code with ``file`` as the path."""
    program = tmp_path / "external_editor.py"
    program.write_text(f"import sys\nfrom pathlib import Path\nfile = Path(sys.argv[1])\n{code}\n", encoding="utf-8")
    return [sys.executable, str(program)]


def left(folder):
    return list(Path(folder).iterdir())


def test_the_editor_gets_the_text_and_gives_it_back(tmp_path, own_folder):
    line = script(tmp_path, "file.write_text(file.read_text('utf-8') + 'and more\\n', 'utf-8')")
    assert external_editor.edit_with(line, "Teks “lama” ") == external_editor.Edited("Teks “lama” and more")
    assert not left(own_folder)


def test_the_file_is_for_its_owner_only(tmp_path):
    line = script(tmp_path, "file.write_text(oct(file.stat().st_mode & 0o777))")
    text = external_editor.edit_with(line, "secret").text
    if sys.platform != "win32":
        assert int(text, 8) == stat.S_IRUSR | stat.S_IWUSR


def test_windows_line_ends_and_a_byte_order_mark_are_dropped(tmp_path):
    line = script(tmp_path, "file.write_bytes(b'\\xef\\xbb\\xbfone\\r\\ntwo\\r\\n')")
    assert external_editor.edit_with(line, "").text == "one\ntwo"


def test_an_editor_that_is_not_there_changes_nothing(own_folder):
    result = external_editor.edit_with(["/no/such/editor"], "typed")
    assert (result.text, result.said) == (None, "editor_failed")
    assert result.values["editor"] == "/no/such/editor"
    assert not left(own_folder)


def test_an_editor_that_fails_without_a_change_changes_nothing(tmp_path, own_folder):
    result = external_editor.edit_with(script(tmp_path, "sys.exit(3)"), "typed")
    assert (result.text, result.said, result.values["code"]) == (None, "editor_code", 3)
    assert not left(own_folder)


def test_what_a_failing_editor_had_saved_is_taken(tmp_path):
    result = external_editor.edit_with(script(tmp_path, "file.write_text('long work'); sys.exit(3)"), "typed")
    assert (result.text, result.said) == ("long work", "editor_code_taken")


def test_a_file_that_cannot_be_read_back_is_kept_and_named(tmp_path, own_folder):
    result = external_editor.edit_with(script(tmp_path, "file.write_bytes(b'\\xff\\xfeab')"), "typed")
    assert (result.text, result.said) == (None, "editor_unreadable")
    assert [str(file) for file in left(own_folder)] == [result.values["file"]]


def test_a_file_that_is_gone_changes_nothing(tmp_path):
    result = external_editor.edit_with(script(tmp_path, "file.unlink()"), "typed")
    assert (result.text, result.said) == (None, "editor_gone")


def test_text_that_utf_8_cannot_hold_does_not_stop_it(tmp_path):
    assert (
        external_editor.edit_with(script(tmp_path, "file.write_text(file.read_text() + '!')"), "half \udc80").text
        == "half ?!"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_in_the_editor_is_the_editors(tmp_path):
    line = script(tmp_path, "import os, signal; os.kill(os.getppid(), signal.SIGINT); file.write_text('after')")
    before = signal.getsignal(signal.SIGINT)
    assert external_editor.edit_with(line, "") == external_editor.Edited("after")
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize(
    ("environ", "windows", "line"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, False, ["code", "--wait"]),
        ({"VISUAL": " ", "EDITOR": "'/opt/my editor/ed' -n"}, False, ["/opt/my editor/ed", "-n"]),
        ({"EDITOR": "it's"}, False, ["it's"]),
        ({"EDITOR": '"C:\\Program Files\\ed.exe" -n'}, True, ["C:\\Program Files\\ed.exe", "-n"]),
        ({"EDITOR": "C:\\ed.exe"}, True, ["C:\\ed.exe"]),
    ],
)
def test_which_editor(environ, windows, line):
    assert external_editor.command(environ, windows=windows) == line


def test_without_a_wish_an_editor_that_shows_its_keys(monkeypatch):
    there = {"editor", "vi", "vim", "nano"}
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if name in there else None)
    assert external_editor.command({}, windows=False) == ["nano"]
    assert external_editor.command({}, windows=True) is None
    there.remove("nano")  # nobody is dropped into vim: how to name an editor is said instead
    assert external_editor.command({}, windows=False) is None


def test_a_window_that_returns_at_once_keeps_its_file_until_it_is_closed(tmp_path, own_folder):
    waiting = external_editor.edit_with(script(tmp_path, "pass"), "typed")
    assert (waiting.text, left(own_folder)) == (None, [waiting.file])
    waiting.file.write_text("text that took ten minutes\n", encoding="utf-8")
    assert external_editor.read_back(waiting, "typed", closed=True) == external_editor.Edited(
        "text that took ten minutes"
    )
    assert not left(own_folder)


def test_a_window_closed_without_a_change_leaves_nothing(tmp_path, own_folder):
    waiting = external_editor.edit_with(script(tmp_path, "pass"), "typed")
    assert external_editor.read_back(waiting, "typed", closed=True) == external_editor.Edited()
    assert not left(own_folder)


@pytest.mark.parametrize("leave", [False, True])
def test_the_screen_waits_until_the_window_is_closed(tmp_path, desk, own_folder, monkeypatch, leave):
    line = script(tmp_path, "pass")
    monkeypatch.setenv("VISUAL", f"{line[0]} {line[1]}")

    def write(_):
        left(own_folder)[0].write_text("text that took ten minutes", encoding="utf-8")

    steps = ["half", "f9", comes("Is the editor closed?"), write]
    if leave:
        assert desk.ask(view("words"), *steps, "ctrl-d") == actions.Leave("half")
        assert left(own_folder)[0].read_text(encoding="utf-8") == "text that took ten minutes"
    else:
        steps += ["enter", comes("> text that took ten minutes"), "ctrl-z", sees("> half"), "ctrl-y", "enter"]
        assert desk.ask(view("words"), *steps) == actions.Give("text that took ten minutes")
        assert not left(own_folder)
