"""The documentation is true: its commands give what it shows, its links lead somewhere, its numbers are the program's."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

from aiassess import load_answers, load_questionnaire, score
from aiassess.kinds import parts
from aiassess.kinds.risks import MAX_RISKS
from aiassess.resources import data_folder, load_schema
from support.each import each, tiers

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md"), *ROOT.glob("examples/*.md")])
SOURCES = ROOT / "src"

needs_source = pytest.mark.skipif(not SOURCES.is_dir(), reason="the sources are not beside the documentation")


def page_name(page):
    return page.relative_to(ROOT).as_posix()


# Blocks


@dataclass(frozen=True)
class Block:
    kind: str
    """The first word after the fence."""
    file: str
    """The rest of that line: the file that the block writes or changes."""
    text: str
    line: int


def blocks_of(page):
    found = []
    lines = page.read_text(encoding="utf-8").splitlines()
    start = None
    for number, line in enumerate(lines):
        if start is None and line.startswith("```"):
            start = number
        elif start is not None and line == "```":
            kind, _, file = lines[start][3:].partition(" ")
            text = "\n".join(lines[start + 1 : number]) + "\n"
            found.append(Block(kind, file.strip(), text, start + 1))
            start = None
    assert start is None, f"{page_name(page)}:{start + 1}: the block is never closed"
    return found


def is_run(block):
    return bool(block.file) or block.kind == "console" or (block.kind == "python" and "# prints: " in block.text)


RUN_PAGES = [page for page in PAGES if any(is_run(block) for block in blocks_of(page))]

LONG_PAGES = [DOCS / "batch.md", DOCS / "review.md"]


@pytest.fixture
def desk(tmp_path, request):
    """A folder with copies of what a fresh clone has, and an environment of its own."""
    folder = tmp_path / "desk"
    folder.mkdir()
    for name in ("examples", "examples-units"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("questionnaires", "schemas"):
        shutil.copytree(data_folder(name), folder / name)
    first = [str(request.getfixturevalue("warm_folder"))] if request.param == "warm" else []
    kept = {
        name: value
        for name, value in os.environ.items()
        if name == "AIASSESS_CACHE_DIR" or not name.startswith(("AIASSESS_", "LC_", "LANG", "ACCESSIBLE", "COLUMNS"))
    }
    env = {
        **kept,
        "PATH": os.pathsep.join([*first, str(Path(sys.executable).parent), kept.get("PATH", "")]),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONUTF8": "1",
        "AIASSESS_DATA_DIR": str(tmp_path / "data"),
    }
    return folder, env


@pytest.mark.skipif(sys.platform == "win32" or shutil.which("bash") is None, reason="the blocks are for a POSIX shell")
@pytest.mark.parametrize("desk", tiers(fast=["warm"], deep=["started anew"]), indirect=True)
@pytest.mark.parametrize(
    "page",
    tiers(
        fast=[page for page in RUN_PAGES if page not in LONG_PAGES],
        deep=[page for page in RUN_PAGES if page in LONG_PAGES],
    ),
    ids=page_name,
)
def test_blocks_do_what_the_page_shows(page, desk):
    folder, env = desk
    for block in blocks_of(page):
        where = f"{page_name(page)}:{block.line}"
        if block.kind == "console":
            run_console(block, folder, env, where)
        elif block.kind == "diff":
            apply_diff(block, folder, where)
        elif block.kind == "python" and is_run(block):
            run_python(block, folder, env, where)
        elif block.file:
            (folder / block.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / block.file).write_text(block.text, encoding="utf-8")


def run_console(block, folder, env, where):
    """Run the lines that begin with ``$`` in one shell, and compare what each prints."""
    steps = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        else:
            assert steps, f"{where}: the block begins with output"
            steps[-1][1].append(line)
    mark = "\x01"
    # The marks divide the output; the status is handed on, so that "echo $?" sees that of the command before.
    script = "".join(f'{command}\n_s=$?; printf "{mark}%s{mark}" "$_s"; (exit "$_s")\n' for command, _ in steps)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    pieces = done.stdout.decode().split(mark)
    assert len(pieces) == 2 * len(steps) + 1, f"{where}: the shell stopped early\n{done.stdout.decode()}"
    for place, (command, expected) in enumerate(steps):
        printed, status = pieces[2 * place], pieces[2 * place + 1]
        shows_status = place + 1 < len(steps) and steps[place + 1][0] == "echo $?"
        assert status == "0" or shows_status, f"{where}: {command} ended with {status}\n{printed}"
        assert matches(expected, printed), f"{where}: {command} printed\n{printed}\ninstead of\n" + "\n".join(expected)


def matches(expected, printed):
    """A line ``…`` stands for any lines, also none; ``…`` at the end of a line for its rest."""
    pattern = ""
    for line in expected:
        if line == "…":
            pattern += r"(?:[^\n]*\n)*?"
        elif line.endswith("…"):
            pattern += re.escape(line[:-1]) + r"[^\n]*\n"
        else:
            pattern += re.escape(line.rstrip()) + r"\n"
    text = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
    return re.fullmatch(pattern, text) is not None


def apply_diff(block, folder, where):
    file = folder / block.file
    text = file.read_text(encoding="utf-8")
    lines = block.text.splitlines()
    before = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
    after = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
    assert text.count(before) == 1, f"{where}: stands {text.count(before)} times in {block.file}\n{before}"
    file.write_text(text.replace(before, after), encoding="utf-8")


def run_python(block, folder, env, where):
    promised = re.findall(r"^# prints: (.*)$", block.text, re.MULTILINE)
    done = subprocess.run(
        [sys.executable, "-c", block.text], cwd=folder, env=env, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, f"{where}: {done.stderr.decode()}"
    assert done.stdout.decode().splitlines() == promised, where


def test_the_runner_sees_differences():
    assert matches(["a", "…", "d"], "a\nb\nc\nd\n")
    assert matches(["a…"], "abc\n")
    assert not matches(["a"], "a\nb\n")
    assert not matches(["a", "…", "d"], "a\nb\n")
    assert not matches(["a.c"], "abc\n")


# The README


def test_readme_begins_with_the_two_set_up_commands():
    blocks = blocks_of(README)
    assert [block.kind for block in blocks[:2]] == ["sh", "sh"]
    assert [block.kind for block in blocks].count("sh") == 2
    assert all(block.text.count("\n") == 1 for block in blocks[:2])
    assert "aiassess assess" in blocks[0].text
    assert "-m pytest" in blocks[1].text


def test_readme_is_short_and_says_what_it_must():
    text = README.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    assert "tidak rasmi" in text
    assert "**unofficial**" in text


# Links


def slug(heading):
    """The anchor that a heading gets on the usual forges."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def prose(page):
    """The page's lines outside blocks."""
    inside = False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            inside = not inside
        elif not inside:
            yield line


def anchors(page):
    return {slug(line.lstrip("#")) for line in prose(page) if re.match(r"#+ ", line)}


def missing_target(target, base):
    """Return what is wrong with a relative link, or None."""
    name, _, anchor = target.partition("#")
    file = (base.parent / name).resolve() if name else base
    if not file.exists():
        return f"{name} does not exist"
    if anchor and anchor not in anchors(file):
        return f"{target}: no such heading"
    return None


@each("page", PAGES)
def test_links_lead_somewhere(page):
    broken = []
    for line in prose(page):
        for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", line)):
            if not re.match(r"[a-z]+:", target):
                if not SOURCES.is_dir() and not target.startswith("#") and ".md" not in target:
                    continue
                broken.append(missing_target(target, page))
    if not SOURCES.is_dir():  # beside an installed wheel only some pages stand
        broken = [item for item in broken if item and "does not exist" not in item]
    assert [item for item in broken if item] == []


@each("page", PAGES)
def test_headings_are_distinct(page):
    headings = [slug(line.lstrip("#")) for line in prose(page) if re.match(r"#+ ", line)]
    assert sorted(set(headings)) == sorted(headings)


def test_every_page_can_be_reached_from_the_index():
    seen, waiting = set(), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or not page.exists():
            continue
        seen.add(page)
        targets = [target for line in prose(page) for target in re.findall(r"\]\(([^)#\s]+\.md)", line)]
        waiting += [(page.parent / target).resolve() for target in targets if ":" not in target]
    assert [page_name(page) for page in DOCS.rglob("*.md") if page.resolve() not in seen] == []


@needs_source
def test_pages_named_in_the_code_exist():
    files = [*SOURCES.rglob("*.py"), *ROOT.glob("schemas/*.json"), *ROOT.glob("questionnaires/**/*.yaml")]
    broken = []
    for file in files:
        for target in re.findall(r"\bdocs/[\w./-]+\.md(?:#[a-z0-9-]+)?", file.read_text(encoding="utf-8")):
            wrong = missing_target(target, README)
            if wrong:
                broken.append(f"{page_name(file)}: {wrong}")
    assert broken == []


# What the pages say of the program


def test_the_command_reference_is_current():
    spec = importlib.util.spec_from_file_location("generate_cli", DOCS / "generate_cli.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.REFERENCE.read_text(encoding="utf-8") == module.reference(), "run: python docs/generate_cli.py"


def keys_of(schema):
    """Every key that a schema knows."""
    if isinstance(schema, dict):
        properties = schema.get("properties", {})
        yield from properties
        for value in schema.values():
            yield from keys_of(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from keys_of(item)


@pytest.mark.parametrize(
    ("page", "schema"),
    [("questionnaire-format.md", "questionnaire"), ("report-format.md", "report"), ("diff-format.md", "diff")],
)
def test_every_key_of_a_format_is_described(page, schema):
    text = (DOCS / page).read_text(encoding="utf-8")
    if schema == "report":  # its "about", risks and evidence are those of the answers file
        text += (DOCS / "answers-format.md").read_text(encoding="utf-8")
    undescribed = {key for key in keys_of(load_schema(schema)) if not re.search(rf"\b{key}\b", text)}
    assert undescribed == set()


def test_limits_are_those_of_the_program():
    from aiassess import files
    from aiassess.answers import formats
    from aiassess.questionnaire import catalog, yaml_source

    text = (DOCS / "security.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")[1:5]] for line in text.splitlines() if line.count("|") == 5]
    table = {row[0]: row[1:] for row in rows}
    megabytes = [files.MAX_QUESTIONNAIRE_BYTES, files.MAX_ANSWERS_BYTES, files.MAX_REPORT_BYTES]
    assert [int(re.match(r"\d+", cell).group()) * 1_000_000 for cell in table["size"]] == megabytes
    assert table["nesting"][:2] == [f"{yaml_source.MAX_DEPTH} levels", f"{formats.DEPTH} levels"]
    assert table["values"] == [
        f"{yaml_source.MAX_VALUES:,} in all its files, aliases expanded",
        *[f"{formats.MAX_VALUES:,}"] * 2,
    ]
    assert table["section files"][0] == str(catalog.MAX_SECTION_FILES)
    assert table["characters of one text"] == [f"{parts.MAX_TEXT:,}"] * 2 + [""]
    entries = table["risks in a register, pieces of evidence for an answer"]
    assert entries[1] == f"{MAX_RISKS}, {formats.MAX_EVIDENCE}"


def test_exit_codes_are_those_of_the_program():
    from aiassess import errors

    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}
    assert told == {0, *(value for name, value in vars(errors).items() if name.startswith("EXIT_"))}


def test_settings_in_the_environment_are_all_told():
    package = Path(importlib.util.find_spec("aiassess").origin).parent
    code = "\n".join(file.read_text(encoding="utf-8") for file in package.rglob("*.py"))
    used = set(re.findall(r"AIASSESS_[A-Z_]+", code))
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert {name for name in used if name not in text} == set()


def test_keys_and_typed_commands_are_those_of_the_interview():
    from aiassess.interview.terminal.glyphs import UNICODE
    from aiassess.interview.terminal.keys import HINTS, labels
    from aiassess.text.plain import MESSAGES

    text = (DOCS / "interview.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([^`]+)`", text))
    shown = [labels(hint, UNICODE) for hint in HINTS]
    functions = {keys[0] for keys in shown if re.match(r"F\d", keys[0])}
    assert functions <= named
    for row in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE):
        keys = re.findall(r"`([^`]+)`", row)
        if re.match(r"F\d|Ctrl|Esc", keys[0]):
            assert any(set(keys) <= set(told) for told in shown), keys
    commands = [said for name, said in MESSAGES.items() if name.startswith("cmd_")]
    words = {lang: {word for said in commands for word in said[lang].split("|")} for lang in ("en", "ms")}
    rows = re.findall(r"^\| (`[a-z?].*?) \| (`[a-z?].*?) \|", text, re.MULTILINE)
    assert len(rows) > 10
    for row in rows:
        for lang, cell in zip(("en", "ms"), row, strict=True):
            for typed in re.findall(r"`([^`]+)`", cell):
                assert typed.removesuffix(" 12") in words[lang], typed


# The worked example


def worked_points():
    """Return {first cell of a row: {question: number}} of the table, the rows "ref" and "weight" included."""
    lines = (DOCS / "scoring.md").read_text(encoding="utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("| | `outcome_role`"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip(" *`") for cell in line.strip("|").split("|")])
    names, _, *rest = rows
    return {first: {q: int(n) for q, n in zip(names[1:], cells, strict=True) if n.isdigit()} for first, *cells in rest}


def worked(name):
    questionnaire = load_questionnaire()
    return score(questionnaire, load_answers(ROOT / "examples" / f"{name}.json", questionnaire))


def test_the_worked_points_are_those_of_the_engine():
    points = worked_points()
    refs, weights = points.pop("ref"), points.pop("weight")
    for question in load_questionnaire().questions:
        if question.score == "inherent":
            assert (str(refs.pop(question.id)), weights[question.id]) == (question.ref, question.weight)
    assert not refs
    assert weights.pop("weighted sum") * 4 == 100
    assert len(points) == 10
    for name, told in points.items():
        marks = worked(name).marks.values()
        assert told.pop("weighted sum") == worked(name).inherent.points
        assert {question: number * weights[question] for question, number in told.items()} == {
            mark.question.id: mark.points for mark in marks if mark.question.score == "inherent"
        }


def test_the_worked_sums_are_those_of_the_engine():
    welfare, chatbot, strong = map(worked, ("welfare-eligibility", "service-chatbot", "service-chatbot-strong"))
    assert (welfare.controls.points, welfare.controls.maximum, welfare.residual.points) == (179, 249, 48)
    assert (welfare.level.id, welfare.verdict, len(welfare.shortfalls)) == ("high", "conditional", 2)
    assert (chatbot.controls.points, chatbot.controls.maximum, chatbot.residual.points) == (91, 127, 21)
    assert (chatbot.level.id, chatbot.verdict) == ("limited", "ready")
    assert (strong.controls.points, strong.controls.maximum, strong.residual.points) == (121, 127, 17)
    for assessment, counts in ((welfare, (83, 82, 26, 43, 11)), (chatbot, (39, 39, 11, 21, 3))):
        marks = [mark for mark in assessment.marks.values() if mark.question.score == "control"]
        chosen = [mark.answer.value for mark in marks]
        assert (len(marks), sum(mark.counts for mark in marks)) == counts[:2]
        assert tuple(map(chosen.count, ("in_place", "partly", "planned"))) == counts[2:]


# What must not stand in any file


def test_no_registry_host_and_no_path_of_a_machine():
    hosts = r"pypi\.\w+|pythonhosted\.|npmjs\.|crates\.io|proxy\.golang|docker\.io|--index-url"
    paths = r"(?<![\w./~$}-])/(?:work|home|root|Users)/|\b[A-Z]:\\Users\b"
    pattern = re.compile(f"{hosts}|{paths}")
    folders = ["docs", "src", "schemas", "questionnaires", "examples", "examples-units", "tests", "benchmarks", ".ci"]
    files = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.is_file()]
    files += [file for file in ROOT.iterdir() if file.is_file()]
    found = []
    for file in files:
        if file == Path(__file__).resolve() or "__pycache__" in file.parts:
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{page_name(file)}: {match.group()}" for match in pattern.finditer(text)]
    assert found == []


def test_blocks_of_data_are_valid():
    for page in PAGES:
        for block in blocks_of(page):
            if block.kind == "json":
                json.loads(block.text)
            elif block.kind == "python":
                text = textwrap.dedent(block.text)
                compile(text if is_run(block) else f"{{{text}}}", f"{page_name(page)}:{block.line}", "exec")
