"""What the root files say of each other: versions, scripts, names."""

import os
import re
import runpy
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import aiassess

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

pytestmark = pytest.mark.skipif(not (ROOT / ".ci").is_dir(), reason="the root files are not beside the tests")


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def jobs():
    return yaml.safe_load(text_of(".github/workflows/tests.yml"))["jobs"]


def test_every_place_names_the_same_pythons():
    locked = re.search(r"^for python in ([\d. ]+); do", text_of(".ci/lock"), re.MULTILINE)[1].split()
    for job in jobs().values():
        assert job["strategy"]["matrix"]["python"] == locked
    assert PROJECT["requires-python"] == f">={locked[0]}"
    classified = re.findall(r"Python :: (3\.\d+)$", "\n".join(PROJECT["classifiers"]), re.MULTILINE)
    assert set(classified) <= set(locked)
    untried = text_of("README.md").partition("## What could not be tried")[2].partition("\n## ")[0]
    for version in set(locked) - set(classified):
        assert f"Python {version}" in untried
    assert f'"Python {locked[0]}."' in text_of(".ci/run"), "the lowest versions are tried with the lowest Python"


def test_what_is_run_elsewhere_is_a_script_of_ours():
    steps = [step["run"] for job in jobs().values() for step in job["steps"] if "run" in step]
    assert steps
    known = re.compile(r'\.ci/run|bash -euc "\$\(python \.ci/readme_command\.py 2\)"|git config .*')
    assert all(known.fullmatch(step) for step in steps)
    for name in (".github/workflows/tests.yml", "justfile", ".pre-commit-config.yaml", "CONTRIBUTING.md", ".ci/run"):
        for script in re.findall(r"(?<![\w/])\.ci/[\w.]*\w", text_of(name)):
            file = ROOT / script
            assert file.is_file(), f"{name}: {script}"
            assert file.suffix or os.access(file, os.X_OK), script


@pytest.mark.parametrize("windows", [False, True])
def test_the_readmes_commands_are_found_and_fit_the_system(windows, monkeypatch, capsys):
    script = runpy.run_path(str(ROOT / ".ci" / "readme_command.py"))
    monkeypatch.setitem(script["main"].__globals__, "WINDOWS", windows)
    for number, end in (("1", "assess --lang ms"), ("2", "python -m pytest")):
        monkeypatch.setattr(sys, "argv", ["readme_command.py", number])
        script["main"]()
        command = capsys.readouterr().out
        assert command.endswith(end)
        assert ("python3 " in command) == (".venv/bin/" in command) == (not windows)
        assert (".venv/Scripts/" in command) == windows


def test_the_line_for_powershell_does_what_the_first_command_does():
    first = re.search(r"^```sh\n(.*)$", text_of("README.md"), re.MULTILINE)[1]
    for sh, powershell in (("python3 ", "py "), (".venv/bin/", ".venv/Scripts/"), (" && ", "; "), ("/", "\\")):
        first = first.replace(sh, powershell)
    assert f"In PowerShell:\n`{first}`\n" in text_of("README.md")


def test_the_citation_is_of_this_version():
    citation = yaml.safe_load(text_of("CITATION.cff"))
    assert citation["version"] == aiassess.__version__
    assert (citation["title"], citation["license"]) == (PROJECT["name"], PROJECT["license"])
    assert citation["abstract"] == PROJECT["description"]
    assert citation["authors"] == PROJECT["authors"]
    assert citation["keywords"] == PROJECT["keywords"]


def test_the_library_has_a_page_that_names_all_of_it():
    page = text_of("docs/library.md")
    assert [name for name in aiassess.__all__ if not re.search(rf"`{name}\b", page)] == []
