"""The examples of docs/ci.md do what they say: the commands of each are run, and fail when a questionnaire is wrong."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from aiassess.resources import data_folder

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = {
    name: yaml.safe_load(text)
    for name, text in re.findall(
        r"```yaml (\S+)\n(.*?)```", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"), re.DOTALL
    )
}
GITHUB, GITLAB = EXAMPLES[".github/workflows/questionnaires.yml"], EXAMPLES[".gitlab-ci.yml"]
(HOOK,) = EXAMPLES[".pre-commit-config.yaml"]["repos"][0]["hooks"]
pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or not (ROOT / ".pre-commit-hooks.yaml").exists(), reason="for a POSIX shell, in a checkout"
)


def hook_command(*files):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == HOOK["id"]
    assert all(re.search(hook["files"], file) and re.search(HOOK["files"], file) for file in files)
    return shlex.join([*shlex.split(hook["entry"]), *HOOK["args"], *files])


JOBS = {
    "github questionnaires": [step["run"] for step in GITHUB["jobs"]["questionnaires"]["steps"] if "run" in step],
    "github reports": [step["run"] for step in GITHUB["jobs"]["reports"]["steps"] if "run" in step],
    "gitlab questionnaires": [*GITLAB["default"]["before_script"], *GITLAB["questionnaires"]["script"]],
    "gitlab reports": [*GITLAB["default"]["before_script"], *GITLAB["reports"]["script"]],
}


@pytest.fixture
def run(tmp_path, program):
    """Run commands in a repository with a copy of gpaisa and a report, and return the exit code of each."""
    shutil.copytree(data_folder("questionnaires"), tmp_path / "questionnaires")
    path = os.pathsep.join([str(Path(program[0]).parent), os.environ["PATH"]])

    def commands(*lines):
        return [
            subprocess.run(
                ["bash", "-euc", line],
                cwd=tmp_path,
                env={**os.environ, "PATH": path},
                capture_output=True,
                timeout=60,
                check=False,
            )
            for line in lines
        ]

    (tmp_path / "reports").mkdir()
    example = shlex.quote(str(ROOT / "examples" / "spam-filter.json"))
    assert [done.returncode for done in commands(f"aiassess score {example} -o reports/spam-filter.json")] == [0]
    return commands


def test_nothing_is_installed_by_name_from_a_registry():
    installs = [line for lines in JOBS.values() for line in lines if "pip" in line]
    assert len(installs) == len(JOBS)
    for line in installs:
        words = shlex.split(line.partition("pip install ")[2])
        assert words
        assert all("/" in word and word.endswith(".whl") for word in words), line


def test_every_job_passes_as_printed_and_a_wrong_questionnaire_fails(run, tmp_path):
    lines = [line for job in JOBS.values() for line in job if "pip" not in line]
    done = run(*lines, hook_command("questionnaires/gpaisa.yaml", "questionnaires/gpaisa/04_impact.yaml"))
    assert [(item.returncode, item.args[-1]) for item in done] == [(0, item.args[-1]) for item in done]
    assert (tmp_path / "systems.csv").stat().st_size > 0
    part = tmp_path / "questionnaires" / "gpaisa" / "04_impact.yaml"
    part.write_text(part.read_text(encoding="utf-8").replace("    weight: 2", "    wieght: 2", 1), encoding="utf-8")
    github, sarif, gitlab, hook = run(
        *(line for line in lines if "lint" in line), hook_command("questionnaires/gpaisa/04_impact.yaml")
    )
    assert [github.returncode, sarif.returncode, gitlab.returncode, hook.returncode] == [1, 0, 1, 1]
    assert github.stdout.startswith(b"::error file=questionnaires/gpaisa/04_impact.yaml,line=20,col=13,")
    assert hook.stdout.startswith(b"questionnaires/gpaisa/04_impact.yaml:20:13: error: ")
    (result,) = json.loads((tmp_path / "lint.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["ruleId"] == "schema_unknown_near"
    (entry,) = json.loads((tmp_path / "quality.json").read_text(encoding="utf-8"))
    assert entry["location"] == {"path": "questionnaires/gpaisa/04_impact.yaml", "lines": {"begin": 20}}


def test_a_report_that_was_changed_fails(run, tmp_path):
    report = tmp_path / "reports" / "spam-filter.json"
    report.write_text(report.read_text(encoding="utf-8").replace('"minimal"', '"limited"'), encoding="utf-8")
    (verify, *_) = run(*(line for line in JOBS["github reports"] if "pip" not in line))
    assert verify.returncode == 1
