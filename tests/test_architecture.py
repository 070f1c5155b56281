"""The house's rules that a reader cannot see in one file: which way imports run, and who may import what."""

import ast
import itertools
import re
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from aiassess.cli.app import COMMANDS
from support.each import each
from support.syntax import imports_in

PACKAGE = Path(find_spec("aiassess").origin).parent

# From the ground up: a room may import from itself and from rooms before it.
LAYERS = [
    "text",
    "visible",
    "safe",
    "alike",
    "stdio",
    "signals",
    "figures",
    "canonical",
    "commands",
    "errors",
    "recognize",
    "files",
    "resources",
    "model",
    "kinds",
    "questionnaire",
    "answers",
    "imports",
    "scoring",
    "report",
    "merge",
    "diff",
    "program",
    "explain",
    "prove",
    "render",
    "form",
    "drafts",
    "interview",
    "batch",
    "edition",
    "cli",
]
# Whole libraries with one owner each, so that they can be exchanged and are not imported where they are not needed.
OWNERS = {
    "typer": {"cli"},
    "rich": {"cli", "render.text"},
    "prompt_toolkit": {"interview.terminal", "interview.mode"},
    "questionary": {"interview.pick"},
    "yaml": {"questionnaire.yaml_source", "questionnaire.yaml_errors", "questionnaire.yaml_writer"},
    "pyxform": {"imports.xlsform"},
    "jsonschema": {"questionnaire.schema"},
    "rfc8785": {"canonical"},
    "jinja2": {"render.html"},
    "docx": {"render.word"},
    "xlsxwriter": {"form", "batch.excel"},
    "python_calamine": {"answers.cells"},
    "msgspec": {"batch"},
    "icalendar": {"batch.calendar"},
    "numpy": {"batch.fast"},
    "pyarrow": {"batch.parquet"},
    "distributed": {"batch.cluster"},
    "backports": {"batch.streams"},
    "highspy": {"program.solver"},
    "platformdirs": {"questionnaire.cache", "drafts.places"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@cache
def imports_of(file: Path) -> set[str]:
    found = set()
    for node in imports_in(file):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@each("file", MODULES)
def test_imports_run_one_way(file):
    room = name_of(file).split(".")[0]
    if room in ("", "__main__"):
        return  # the package itself hands out what is above it
    for name in imports_of(file):
        parts = name.split(".")
        if parts[0] == "aiassess" and len(parts) > 1 and parts[1] in LAYERS:
            assert LAYERS.index(parts[1]) <= LAYERS.index(room), f"{room} imports {name}"


@each("file", MODULES)
def test_libraries_have_one_owner(file):
    module = name_of(file)
    for name in imports_of(file):
        owners = OWNERS.get(name.split(".")[0])
        if owners is not None:
            assert any(module == owner or module.startswith(owner + ".") for owner in owners), (
                f"{module} imports {name}"
            )


def modules_after(code: str) -> set[str]:
    out = subprocess.run(
        [sys.executable, "-c", code + "\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(out.stdout.splitlines()[-1].split())


def test_no_pattern_repeats_a_group_possessively():
    """In the first Pythons 3.11 that does not match what it should (CPython issue 106052); ``(?>(?:…)*)`` does."""
    patterns = {
        (file.name, node.value)
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    }
    texts = [(name, value.decode("latin-1") if isinstance(value, bytes) else value) for name, value in patterns]
    assert [found for found in texts if re.search(r"\)([*+?]|\{[\d,]+\})\+", found[1])] == []


def test_the_library_works_without_the_command_line():
    loaded = modules_after(
        "from aiassess import AnswerSet, build_report, load_answers, load_questionnaire, score\n"
        "q = load_questionnaire('gpaisa')\n"
        "assert build_report(score(q, AnswerSet('gpaisa', '1.0.0')))['result']['level'] == 'high'"
    )
    assert not loaded & {"typer", "rich", "questionary", "prompt_toolkit", "pydantic"}


def test_version_imports_next_to_nothing():
    loaded = modules_after(
        "import sys; sys.argv = ['aiassess', '--version']; from aiassess.cli.main import main; main()"
    )
    assert not loaded & {"typer", "rich", "yaml", "jsonschema", "dataclasses", "typing", "json"}


def test_help_imports_no_engine():
    loaded = modules_after(
        "import sys; sys.argv = ['aiassess', '--help']\n"
        "from aiassess.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )
    assert not loaded & {"rich", "yaml", "jsonschema", "prompt_toolkit", "questionary", "pydantic", "json"}
    assert not {name for name in loaded if name.startswith(("aiassess.scoring", "aiassess.questionnaire"))}


@each("command", COMMANDS)
def test_help_of_a_command_imports_nothing_heavy(command):
    loaded = modules_after(
        f"import sys; sys.argv = ['aiassess', {command!r}, '--help']\n"
        "from aiassess.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )
    assert not loaded & {"numpy", "msgspec", "highspy", "multiprocessing", "rich", "prompt_toolkit", "questionary"}


def test_scoring_a_cached_questionnaire_imports_no_parser(tmp_path):
    answers = tmp_path / "answers.json"
    answers.write_text(
        '{"format": "aiassess.answers/1", "questionnaire": {"id": "gpaisa", "version": "1.0.0"}, "answers": {}}'
    )
    code = (
        f"import sys; sys.argv = ['aiassess', 'score', {str(answers)!r}, '--format', 'json']\n"
        "from aiassess.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert end.code == 0"
    )
    modules_after(code)  # fills the cache
    engine_alone = {"rich", "yaml", "jsonschema", "prompt_toolkit", "questionary", "pydantic", "aiassess.interview"}
    assert not modules_after(code) & engine_alone


def test_the_public_names_are_there():
    import aiassess

    for name in aiassess.__all__:
        assert getattr(aiassess, name) is not None
    assert set(aiassess.__all__) <= set(dir(aiassess))
    with pytest.raises(AttributeError):
        aiassess.no_such_name  # noqa: B018 - the access is the test


def test_test_modules_have_different_names():
    """Two of one name in different folders cannot be collected in one run."""
    names = sorted(file.name for file in Path(__file__).parent.rglob("test_*.py"))
    assert [name for name, after in itertools.pairwise(names) if name == after] == []
