"""``aiassess`` alone at a terminal: the menu, on the full screen and line by line."""

import shutil
import subprocess
import sys

import pytest
from officer import WELFARE, open_terminal, printed

from aiassess.canonical import to_json
from support.tiny import inherent, report_of, tiny

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals")
ENGLISH = (
    *("1. Begin a new assessment of an AI system", "2. Begin: Self-assessment of a unit's use of AI assistants"),
    *("3. Triage only", "4. Read a report", "5. Bahasa Melayu", "6. Leave"),
)


@pytest.fixture
def report(tmp_path):
    """A report in a folder below, as an interview writes it."""
    folder = tmp_path / "done"
    folder.mkdir()
    (folder / "report.json").write_text(to_json(report_of(tiny(inherent()), {"risk": "some"})), encoding="utf-8")
    (folder / "report.html").write_text("<p>The report</p>", encoding="utf-8")
    return folder / "report.json"


def test_the_menu_speaks_both_languages_and_leaves_by_its_last_line_alone(tmp_path):
    with open_terminal(tmp_path, "--lang", "en") as terminal:
        terminal.wait(*ENGLISH)
        terminal.press("esc")
        terminal.wait("Esc does not leave. Line 6 does: Leave")
        terminal.press("f5")
        terminal.wait(
            "1. Mulakan penilaian baharu bagi sistem AI", "2. Mulakan: Penilaian kendiri penggunaan", "5. English"
        )
        terminal.press("5", "enter")
        terminal.wait(*ENGLISH)
        terminal.press("6", "enter")
        assert terminal.wait_end() == 0


def test_a_new_assessment_and_triage_begin_in_the_language_of_the_menu(tmp_path):
    for line, shown in (
        *(("1", "sistem AI sektor awam"), ("2", "penggunaan pembantu AI dalam unit")),
        ("3", "Saringan awal: soalan yang menentukan tahap, kemudian laporan."),
    ):
        with open_terminal(tmp_path, "--lang=en") as terminal:
            terminal.wait(*ENGLISH)
            terminal.press("f5")
            terminal.wait("Keluar")
            terminal.press(line, "enter")
            terminal.wait("Penilaian kendiri", shown, "Enter teruskan")
            terminal.press("ctrl-d")
            assert terminal.wait_end() == 0


def test_a_draft_is_a_line_of_the_menu(tmp_path):
    drafts = tmp_path / "data" / "drafts"
    drafts.mkdir(parents=True)
    shutil.copy(WELFARE, drafts / "gpaisa-1.draft.json")
    with open_terminal(tmp_path, "--lang", "en") as terminal:
        terminal.wait("3. Continue gpaisa-1: Skor Kelayakan Bantuan Contoh; gpaisa 1", "7. Leave")
        terminal.press("3", "enter")
        terminal.wait("Continuing the draft gpaisa-1", "Enter continue")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0


def test_the_menu_opens_in_the_language_of_the_latest_draft_unless_another_is_set(tmp_path):
    drafts = tmp_path / "data" / "drafts"
    drafts.mkdir(parents=True)
    shutil.copy(WELFARE, drafts / "gpaisa-1.draft.json")
    for env, shown in (
        ({}, "3. Sambung"),
        ({"AIASSESS_LANG": "en"}, "3. Continue"),
        ({"LC_ALL": "en_GB"}, "3. Continue"),
    ):
        with open_terminal(tmp_path, **env) as terminal:
            terminal.wait(shown)
            terminal.press("7", "enter")
            assert terminal.wait_end() == 0


def test_a_report_is_read_where_it_was_written(tmp_path, report):
    with open_terminal(tmp_path, "--lang", "en") as terminal:
        terminal.wait(*ENGLISH)
        terminal.press("4", "enter")
        terminal.wait("1. done/report.json", "2. Another one", "3. Back to the menu")
        terminal.press("1", "enter")
        assert terminal.wait_end() == 0
        shown = printed(terminal)
    assert "Level: " in shown
    assert f"in a browser: {report.with_name('report.html')}" in shown.replace(" /", " /")
    assert "render done/report.json" in shown
    assert "explain" not in shown, "its questionnaire is not a shipped one"


def test_a_path_may_be_typed_and_may_be_wrong(tmp_path, report):
    shutil.move(report.parent, tmp_path / "far")
    (tmp_path / "far" / "away").mkdir()
    shutil.move(tmp_path / "far" / "report.json", tmp_path / "far" / "away" / "report.json")
    path = "or of its folder:"
    with open_terminal(tmp_path, "--lang", "en") as terminal:
        terminal.wait(*ENGLISH)
        for keys, shown in (
            (("4", "enter"), path),
            (("far/report.html", "enter"), "report.json must be beside it"),
            (("enter",), "6. Leave"),
            (("4", "enter"), path),
            (("esc",), "6. Leave"),
            (("4", "enter"), path),
        ):
            terminal.press(*keys)
            terminal.wait(shown)
        terminal.press("far/away", "enter")
        assert terminal.wait_end() == 0
        assert "Level: " in printed(terminal)


def test_line_by_line_the_menu_is_numbered(tmp_path, report):
    with open_terminal(tmp_path, "--lang", "en", AIASSESS_PLAIN="1") as terminal:
        terminal.wait(*ENGLISH, "or quit to leave")
        terminal.press("bahasa", "enter")
        terminal.wait("6. Keluar", "keluar")
        terminal.press("4", "enter")
        terminal.wait("2. Laporan lain")
        terminal.press("2", "enter")
        terminal.wait("atau laluan foldernya:")
        terminal.press("done", "enter")
        assert terminal.wait_end() == 0
        assert "Level: " in terminal.text()


@pytest.mark.parametrize("words", [[], ["--lang", "ms"]])
def test_without_a_terminal_there_is_no_menu(words):
    done = subprocess.run([sys.executable, "-m", "aiassess", *words], input=b"", capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stdout == b""
