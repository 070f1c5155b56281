"""git shows reports as text, set up as docs/review.md says; with the real git."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aiassess.canonical import to_json
from support.tiny import control, inherent, report_of, tiny

PROGRAM = shutil.which("git")
pytestmark = [
    pytest.mark.skipif(PROGRAM is None, reason="git is not here"),
    pytest.mark.skipif(sys.platform == "win32", reason="the program is started by a POSIX shell"),
]
PAGE = Path(__file__).parents[2] / "docs" / "review.md"
QUESTIONNAIRE = tiny({"id": "name"}, inherent(), control(), {"id": "proof"}, subject={"system": "name"})


@pytest.fixture
def git(tmp_path, warm_folder):
    """Run git in a repository that is set up as the documentation says: ``git("diff")``."""
    folder = tmp_path / "repository"
    folder.mkdir()
    bare = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env = bare | {
        "PATH": os.pathsep.join([str(warm_folder), str(Path(sys.executable).parent), os.environ["PATH"]]),
        "HOME": str(tmp_path),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_PAGER": "cat",
        "LC_ALL": "C.UTF-8",
        **{f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }

    def call(*argv, code=0):
        done = subprocess.run([PROGRAM, *argv], cwd=folder, env=env, capture_output=True, timeout=60, check=False)
        assert done.returncode == code, done.stderr.decode()
        assert code or done.stderr == b""
        return done.stdout.decode()

    call("init", "--quiet", "--initial-branch=main")
    page = PAGE.read_text(encoding="utf-8")
    (command,) = re.findall(r'^\$ git config diff\.aiassess\.textconv "(.*)"$', page, re.MULTILINE)
    call("config", "diff.aiassess.textconv", command)
    (attributes,) = re.findall(r"^```text \.gitattributes\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (folder / ".gitattributes").write_text(attributes)
    call.report = folder / "report.json"
    call.attributes = folder / ".gitattributes"
    return call


def write(git, **given):
    git.report.write_text(to_json(report_of(QUESTIONNAIRE, {"name": "Sorter", **given})), encoding="utf-8")


def commit(git, **given):
    write(git, **given)
    git("add", ".")
    git("commit", "--quiet", "--message=x")


def changed(shown):
    """Return the lines that a diff takes away and adds."""
    return [line for line in shown.splitlines() if re.match(r"[-+](?![-+])", line)]


def test_a_changed_answer_is_shown_in_words_below_its_question(git):
    commit(git, risk="some", guard="yes", proof={"value": "Kept", "note": "Old note."})
    commit(git, risk="some", guard="half", proof={"value": "Kept", "note": "New note."})
    lines = git("diff", "HEAD~1", "--", "report.json").splitlines()
    place = lines.index("-  Answer: Option yes")
    assert lines[place - 1] == " - Question guard? [guard]"
    assert "+  Answer: Option half" in lines
    assert {"-  Note: Old note.", "+  Note: New note."} <= set(lines)
    assert len(changed("\n".join(lines))) < 20


def test_a_report_that_was_edited_or_is_none_does_not_stop_git(git):
    commit(git, risk="all", guard="yes")
    text = git.report.read_text(encoding="utf-8")
    git.report.write_text(text.replace('"level_title": "High"', '"level_title": "Low"', 1), encoding="utf-8")
    lines = changed(git("diff"))
    assert lines[0].startswith("+NOTICE: this report was changed after it was made")
    assert lines[-2:] == ["-Level: High", "+Level: Low"]
    git("commit", "--quiet", "--all", "--message=edited")
    git.report.write_text("", encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=emptied")
    shown = git("log", "--patch", "--", "report.json")
    assert shown.count("\ndiff --git") == 3
    assert "NOTICE: this file cannot be read as a report" in shown


def conflict(git):
    commit(git, risk="some", guard="yes")
    git("checkout", "--quiet", "-b", "other")
    commit(git, risk="all", guard="yes")
    git("checkout", "--quiet", "main")
    commit(git, risk="none", guard="yes")
    git("merge", "other", code=1)


def test_reports_are_never_merged_line_by_line(git):
    conflict(git)
    assert "<<<<<<<" not in git.report.read_text(encoding="utf-8")
    assert git("status", "--short") == "UU report.json\n"
    git("diff")


def test_conflict_marks_are_shown(git):
    git.attributes.write_text("report.json diff=aiassess\n")
    conflict(git)
    assert "<<<<<<<" in git.report.read_text(encoding="utf-8")
    shown = git("diff")
    assert "cannot be read as a report" in shown
    assert "<<<<<<< HEAD" in shown
