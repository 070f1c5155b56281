"""Last year's report looked over: what was promised, then section by section, through a kill, in each kind of screen."""

import signal
import subprocess
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from officer import TESTS, draft_file, environment, open_terminal, printed, read_json

from aiassess.text import say

LAST_YEAR = TESTS.parent / "examples" / "welfare-eligibility-2025.json"
SECURITY = "Section 2/11: Prohibited-use screen (6 to be confirmed)"


def report_of_last_year(folder):
    command = [sys.executable, "-m", "aiassess", "score", str(LAST_YEAR), "-o", str(folder / "report.json")]
    subprocess.run(command, check=True, capture_output=True, env=environment(folder))


def promises(left):
    return say("en", "carried.promises", n=left, total=49)


def confirmed(folder):
    answers = read_json(draft_file(folder))["answers"]
    return [name for name, answer in answers.items() if answer.get("confirmed", True)]


def test_the_second_year_goes_on_where_it_was_killed(tmp_path):
    report_of_last_year(tmp_path)
    with open_terminal(
        tmp_path, "assess", "--answers", "report.json", "--lang", "en", columns=100, rows=32
    ) as terminal:
        terminal.wait("90 answers were carried over", "Enter continue")
        terminal.press("enter")
        terminal.wait(promises(49), "> ≈  30 Stop official secrets", "Earlier answer")
        terminal.press("n")
        terminal.wait(promises(48), "⚑  30 Stop official secrets", "> ≈ 102")
        assert confirmed(tmp_path) == ["provider_reuse"]
        terminal.press("f8")
        terminal.wait("Section 1/11: System profile (7 to be confirmed)")
        terminal.press("y")
        terminal.wait(SECURITY)
        assert len(confirmed(tmp_path)) == 8
        terminal.kill(signal.SIGKILL)
    with open_terminal(tmp_path, "assess", "--resume", "gpaisa-1", "--lang", "en", columns=100, rows=32) as terminal:
        terminal.wait("Continuing the draft gpaisa-1", "Enter continue")
        terminal.press("enter")
        terminal.wait(SECURITY)
        terminal.press("esc")
        terminal.wait("7. Who uses this system")
        terminal.press("f8")
        terminal.wait(SECURITY)
        terminal.press("y")
        terminal.wait("Section 3/11", "to be confirmed")
        terminal.press("ctrl-z")
        terminal.wait(SECURITY, "Undone at question 8: confirming 6 answers at once.")
        assert len(confirmed(tmp_path)) == 8
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0
        assert "--resume gpaisa-1" in printed(terminal)


@pytest.mark.deep
def test_the_second_year_line_by_line(tmp_path):
    report_of_last_year(tmp_path)
    lines = ["tidak", "", "langkau", "sahkan", "8", "", "sahkan", "batal", "keluar"]
    command = [sys.executable, "-m", "aiassess", "assess", "--plain", "--lang", "ms", "--answers", "report.json"]
    done = subprocess.run(
        command,
        input="\n".join(lines),
        text=True,
        capture_output=True,
        cwd=tmp_path,
        env=environment(tmp_path),
        check=True,
    )
    assert "Dibatalkan pada soalan 9: pengesahan 5 jawapan serentak." in done.stdout
    assert {"provider_reuse", "system_name", "social_scoring"} < set(confirmed(tmp_path))
