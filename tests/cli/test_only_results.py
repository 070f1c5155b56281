"""Nothing but the result comes out on standard output, from native code neither (docs/cli.md#results-and-messages)."""

import contextlib
import csv
import io
import json
import re
import sys
from pathlib import Path

import pytest

from aiassess.cli.handler import run
from support.commands import commands, formats_of
from support.html_tree import parse_html
from support.office import parts
from support.shell import fill, start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="starts programs by a POSIX shell")

EXAMPLE = Path(__file__).parents[2] / "examples" / "spam-filter.json"
Q = ("-q", "tiny.yaml")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = fill(tmp_path_factory.mktemp("results"))
    assert run(["score", str(EXAMPLE), "-o", str(folder / "shipped.report.json")]) == 0  # with answers for the public
    return folder


# What prints in a format: what it is given, and where else it can write the same.
FORMATTED = {
    ("score",): ("great.json", *Q),
    ("render",): ("shipped.report.json",),
    ("diff",): ("none.json", "great.json", *Q),
    ("verify",): ("great.report.json", "edited.report.json", *Q),
    ("explain",): ("great.json", "low", *Q),
    ("merge",): ("none.json", "great.json", *Q, "-o", "new.json"),
    ("batch",): ("in", *Q),
    ("form",): ("tiny.yaml",),
    ("questionnaire", "list"): (),
    ("questionnaire", "show"): ("tiny.yaml",),
    ("questionnaire", "lint"): ("tiny.yaml",),
    ("questionnaire", "diff"): ("tiny.yaml", "tiny.yaml"),
    ("drafts", "list"): (),
}
# A solver, and a library that writes Parquet files: native code that could print.
NATIVE = [
    (("explain",), "json", ()),
    (("explain",), "json", ("--any-answer",)),
    (("batch",), "csv", ("-o", "-", "-o", "new.parquet")),
    (("batch",), "jsonl", ("--jobs", "2")),
]


def rows_of(text):
    head, *rows = csv.reader(io.StringIO(text))
    assert {len(row) for row in rows} == {len(head)}
    return rows


def markdown_of(text):
    assert re.match(r"# .+\n\n", text)
    assert text.endswith("\n")
    return text


# A format that is not here is a format that this test would forget.
READERS = {
    "json": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "csv": rows_of,
    "html": parse_html,
    "md": markdown_of,
    "text": str,
    "decision": markdown_of,
    "public": parse_html,
    "sarif": json.loads,
    "gitlab": json.loads,
    "github": str,
    "mermaid": lambda text: re.match(r"flowchart TD\n(  .+\n)+\Z", text)[0],
}


def read(name, out):
    """Read what was printed in a format; fails if anything else is among it."""
    return parts(out) if name in ("docx", "xlsx") else READERS[name](out.decode())


def test_native_code_prints_nothing_on_standard_output(program, folder):
    for command, name, more in NATIVE:
        case = FORMATTED[command]
        _, out, err, _ = start(program, folder, [*command, *case, "--format", name, *more])
        assert READERS[name](out.decode()), (command, name, err)


def test_every_command_with_a_format_is_tried():
    with_format = {words for words, found in commands().items() if any("--format" in x.opts for x in found.params)}
    assert with_format == set(FORMATTED)


@pytest.mark.deep
@pytest.mark.parametrize("command", FORMATTED, ids=" ".join)
def test_nothing_but_the_result_is_on_standard_output(program, folder, command):
    given = FORMATTED[command]
    outputs = any("-o" in param.opts and param.multiple for param in commands()[command].params)
    with contextlib.chdir(folder):
        formats = formats_of([*command, *given])
    for name in formats:
        to_file = outputs and name not in ("text", "decision", "public")  # no ending is called so
        more = ["-o", "-", "-o", f"new.{name}"] if to_file else []
        code, out, err, written = start(program, folder, [*command, *given, "--format", name, *more])
        assert code in (0, 1), err
        read(name, out)
        if to_file:
            assert list(written.values()) == [out], "a file holds the same"


def test_only_tables_are_written_to_standard_output(folder):
    """A Parquet file is no stream."""
    with contextlib.chdir(folder):
        assert formats_of(["batch", "in"]) == ["csv", "jsonl"]
        assert run(["batch", "in", "--format", "parquet"]) == 2


def test_schemas_are_json(program, folder):
    code, out, _, _ = start(program, folder, ["questionnaire", "schema", "tiny.yaml"])
    assert (code, json.loads(out)["type"]) == (0, "object")
