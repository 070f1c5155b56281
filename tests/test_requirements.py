"""What is declared is what is needed, and what is locked is what is declared (docs/decisions/0007-locked-versions.md)."""

import ast
import re
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from support.syntax import imports_in

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
LOCKS = ("run.txt", "dev.txt")
# Names under which distributions are imported, if these differ.
DISTRIBUTIONS = {
    "yaml": "pyyaml",
    "backports": "backports-zstd",
    "markdown_it": "markdown-it-py",
    "docx": "python-docx",
    "python_calamine": "python-calamine",
}
# A plug-in of pytest, and what only the documentation's own examples import.
NOT_IMPORTED = {"pytest-xdist", "duckdb", "pandas"}
PYTHONS = [{"python_version": version, "python_full_version": f"{version}.0"} for version in ("3.11", "3.14")]


def requirements(lines) -> dict[str, Requirement]:
    return {canonicalize_name(found.name): found for found in map(Requirement, lines)}


def group(name) -> dict[str, Requirement]:
    found = {}
    for entry in GROUPS[name]:
        found |= group(entry["include-group"]) if isinstance(entry, dict) else requirements([entry])
    return found


NEEDED = requirements(PROJECT["project"]["dependencies"])
OPTIONAL = requirements(line for extra in PROJECT["project"]["optional-dependencies"].values() for line in extra)


def imported(*folders) -> set[str]:
    """Return the distributions that the Python files of these folders import, wherever in a file that stands."""
    ours = {path.stem for folder in folders for path in (ROOT / folder).rglob("*.py")}
    ours |= {"aiassess", "support"} | {path.stem for path in (ROOT / "benchmarks").glob("*.py")}
    names = set()
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            for node in imports_in(path):
                if isinstance(node, ast.Import):
                    names |= {alias.name for alias in node.names}
                elif node.module:
                    names.add(node.module)
    standard = {*sys.stdlib_module_names, "compression"}  # in the standard library from 3.14 on
    foreign = {name.partition(".")[0] for name in names} - ours - standard
    return {canonicalize_name(DISTRIBUTIONS.get(name, name)) for name in foreign}


@pytest.mark.skipif(not (ROOT / "src").is_dir(), reason="the sources are not beside the tests")
def test_the_program_declares_exactly_what_it_imports():
    assert imported("src") == {*NEEDED, *OPTIONAL}


def test_the_tests_declare_what_they_import():
    declared = {*NEEDED, *OPTIONAL, *group("test"), "packaging"}  # packaging comes with pytest and with hatchling
    assert imported("tests", "benchmarks", "docs") <= declared
    assert set(group("test")) - set(group("build")) - NOT_IMPORTED <= imported("tests", "benchmarks", "docs")


def test_each_upper_bound_has_its_reason_beside_it():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    for before, line in pairwise(lines):
        if re.match(r'\s+"[A-Za-z0-9_.\[\],-]+[><=~!]', line):
            specifier = Requirement(re.search(r'"(.*)"', line)[1]).specifier
            if any(part.operator not in (">=",) for part in specifier):
                assert before.strip().startswith("#"), line


def test_everything_has_a_lower_bound_that_can_be_tried():
    for name, requirement in {**NEEDED, **OPTIONAL, **group("test")}.items():
        assert [part.operator for part in requirement.specifier].count(">=") == 1, name


def locked(file) -> list[tuple[Requirement, int]]:
    """Return each requirement of a lock file with the number of its hashes."""
    text = re.sub(r"\\\n", " ", (ROOT / "requirements" / file).read_text(encoding="utf-8"))
    found = []
    for line in text.splitlines():
        requirement, *hashes = re.split(r"\s+--hash=", line.partition("#")[0].strip())
        if requirement:
            assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), line[:100]
            found.append((Requirement(requirement), len(hashes)))
    return found


@pytest.mark.parametrize("file", LOCKS)
def test_a_lock_pins_everything_and_names_no_address(file):
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted-host|file:", text)
    for requirement, hashes in locked(file):
        assert [part.operator for part in requirement.specifier] == ["=="], requirement
        assert requirement.url is None
        assert hashes, f"{requirement} has no hash"


@pytest.mark.parametrize("file", LOCKS)
def test_nobody_elses_package_of_our_name_is_locked(file):
    # The registry has an `aiassess` that is not ours: a requirement of that name would install a stranger's program.
    names = {canonicalize_name(requirement.name) for requirement, _ in locked(file)}
    assert "aiassess" not in names
    assert "aiassess" not in {**NEEDED, **OPTIONAL, **group("dev")}


@pytest.mark.parametrize("python", PYTHONS, ids=lambda python: python["python_version"])
@pytest.mark.parametrize("file", LOCKS)
def test_a_lock_is_what_pyproject_asks_for(file, python):
    versions = {}
    for requirement, _ in locked(file):
        if requirement.marker is None or requirement.marker.evaluate(python):
            versions[canonicalize_name(requirement.name)] = next(iter(requirement.specifier)).version
    asked = {**NEEDED, **group("build")} if file == "run.txt" else {**NEEDED, **OPTIONAL, **group("dev")}
    for name, requirement in asked.items():
        if requirement.marker is None or requirement.marker.evaluate(python):
            assert versions[name] in requirement.specifier, f"{name}: run .ci/lock"


def test_users_get_the_versions_that_the_tests_got():
    run, dev = ({str(requirement) for requirement, _ in locked(file)} for file in LOCKS)
    assert {line.partition(";")[0] for line in run} <= {line.partition(";")[0] for line in dev}


def test_no_page_and_no_message_installs_us_from_the_registry():
    folders = [ROOT / "src", ROOT / "docs", *ROOT.glob("*.md")]
    files = [path for folder in folders for path in ([folder] if folder.is_file() else folder.rglob("*.[pm][yd]"))]
    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        found = re.search(r"(?:pip|pipx|uv|uvx)\s+(?:run\s+|install\s+|tool\s+)[^\n.]*\baiassess(?!/|\.git|-)", text)
        assert not found, f"{path.name}: {found[0]}"
