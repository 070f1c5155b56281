"""What every test stands on: a world without the user's own folders and language, and tiny questionnaires."""

import gc
import os
import re
import shutil
import signal
import sys
import tempfile
from itertools import count
from pathlib import Path
from textwrap import dedent

import hypothesis
import pytest
from hypothesis import settings

from aiassess import load_questionnaire
from aiassess.questionnaire.shipped import edition_names
from support import examples
from support.warm import warm_program

# What would let the machine on which the tests run speak into their results.
FOREIGN = (
    *("AIASSESS_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "EDITOR", "VISUAL"),
    "AIASSESS_QUESTIONNAIRES",
    *("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"),
)

# A whole questionnaire, one block for each top-level key; a test states the blocks that it is about.
TINY = {
    "format": "format: 1",
    "id": "id: tiny",
    "version": "version: 1.0.0",
    "languages": "languages: [en]",
    "title": "title: Tiny",
    "provenance": "provenance: {status: draft, statement: For tests.}",
    "dimensions": "dimensions: {principles: [], actors: []}",
    "sections": """sections:
  - id: only
    title: Only
    questions:
      - {id: colour, type: choice, text: Which?, options: [{id: red, label: Red}, {id: blue, label: Blue}]}""",
    "scoring": "scoring: {inherent: {maximum: all}, controls: {maximum: all}, mitigation: {method: none}}",
    "levels": "levels: [{id: low, title: Low, up_to_percent: 50}, {id: high, title: High}]",
}


def pytest_configure(config):
    """Set the scene before any test module is imported: some load questionnaires to name their cases."""
    deep = "not deep" not in config.option.markexpr
    if deep:
        examples.tier = "deep"
    else:
        os.fsync = lambda handle: None  # no power cut is tried here, and disks take longer than most tests
    settings.register_profile("of this tier", examples.examples(100))
    settings.load_profile("of this tier")
    if not hasattr(config, "workerinput"):  # those who share the work share the cache of checked questionnaires
        folder = Path(tempfile.mkdtemp(prefix="aiassess-tests-"))
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
        os.environ["AIASSESS_CACHE_DIR"] = str(folder / "cache")
        os.environ["AIASSESS_DATA_DIR"] = str(folder / "data")
        (folder / "home").mkdir()
        os.environ["HOME"] = os.environ["USERPROFILE"] = str(folder / "home")  # the user's own is not for tests
        if getattr(config.option, "numprocesses", None):  # else each worker would check them
            for name in edition_names():
                load_questionnaire(name)
    for name in FOREIGN:
        os.environ.pop(name, None)
    if hasattr(config, "workerinput") or not getattr(config.option, "numprocesses", None):
        os.environ.pop("PYTHONUTF8", None)  # for the tests' own files alone, not for the programs that they start
    # Else every program that a test starts would compile the whole package again, and so would each run the tests.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    # Who runs the tests in the background has these ignored, and every program that a test starts would inherit that.
    for number in (signal.SIGINT, getattr(signal, "SIGHUP", None)):
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


def pytest_xdist_auto_num_workers():
    """Let one worker more than there are processors run: some test always waits for a process or a clock."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish():
    """Look for garbage less often than every few tests, and not among the modules, which stay to the end."""
    if hypothesis.__version_info__ >= (6, 120):  # the oldest one declared looks for referrers, which are hidden then
        gc.collect()
        gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Put into both tiers what tries more in the deep one: properties, and what ``each`` tries one in several of."""
    if examples.tier == "deep":
        for item in items:
            test = getattr(item, "obj", None)
            if getattr(test, "is_hypothesis_test", False) or getattr(test, "both_tiers", False):
                item.add_marker("deep")


_NUMBERS = count()


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory, monkeypatch):
    """Give each test a data folder of its own, not yet made; the cache of checked questionnaires is shared, for speed."""
    folder = tmp_path_factory.getbasetemp() / "data" / str(next(_NUMBERS))
    monkeypatch.setenv("AIASSESS_DATA_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def warm_folder(tmp_path_factory):
    """A folder with a command ``aiassess`` that starts at once."""
    with warm_program(tmp_path_factory.mktemp("warm")) as folder:
        yield folder


@pytest.fixture(scope="session")
def program(request):
    """The words that start the program: in the fast tier as a child of one whose modules are loaded."""
    if sys.platform == "win32" or examples.tier == "deep":
        return [sys.executable, "-m", "aiassess"]
    return [str(request.getfixturevalue("warm_folder") / "aiassess")]


@pytest.fixture
def write_questionnaire(tmp_path):
    """Write a questionnaire and return its file: ``write_questionnaire("levels: …")``.

    The YAML given stands first, so that its lines keep their numbers; top-level keys that it lacks follow, tiny ones.
    """

    def write(text: str = "", name: str = "tiny.yaml") -> Path:
        given = dedent(text).removeprefix("\n")
        present = set(re.findall(r"^([a-z_]+):", given, re.MULTILINE))
        blocks = [block for key, block in TINY.items() if key not in present]
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(given + "\n".join(blocks) + "\n", encoding="utf-8", newline="\n")
        return file

    return write


@pytest.fixture
def make_questionnaire(write_questionnaire):
    """Write a questionnaire as ``write_questionnaire`` does, and return it loaded."""

    def make(text: str = "", name: str = "tiny.yaml"):
        return load_questionnaire(str(write_questionnaire(text, name)))

    return make
