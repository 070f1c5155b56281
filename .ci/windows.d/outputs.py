"""Write everything that the program makes of the examples into a folder, so that two systems can be compared byte by byte.

usage, in a folder with a copy of examples/: python outputs.py
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from aiassess.cli.handler import run

EXAMPLES = sorted(file.stem for file in Path("examples").glob("*.json"))
LANGUAGES = ("en", "ms")


def files(name: str, *endings: str) -> list[str]:
    """Return the options for one output of each format."""
    return [word for ending in endings for word in ("-o", f"{name}.{ending}")]


def written() -> Iterator[list[str]]:
    """Yield the commands that write files."""
    for example in EXAMPLES:
        answers, report = f"examples/{example}.json", f"{example}.en.json"
        for lang in LANGUAGES:
            told = ["--lang", lang]
            yield ["score", answers, *told, *files(f"{example}.{lang}", "json", "md", "txt", "html", "docx")]
            yield ["explain", answers, *told, *files(f"{example}.{lang}.explain", "json", "md", "txt")]
        yield ["explain", answers, "--any-answer", *files(f"{example}.any", "json")]
        yield ["form", "--answers", answers, *files(f"{example}.form", "html", "xlsx", "docx")]
        yield ["merge", answers, "-o", f"{example}.answers.json"]
        yield ["render", report, "--format", "decision", *files(f"{example}.decision", "md", "docx")]
        yield ["diff", f"{EXAMPLES[0]}.en.json", report, *files(f"{example}.diff", "json", "md", "txt")]
    for lang in (*LANGUAGES, "both"):
        yield ["form", "gpaisa", "--lang", lang, *files(f"form.{lang}", "html", "xlsx", "docx")]
        yield ["questionnaire", "show", "gpaisa", "--lang", lang, *files(f"gpaisa.{lang}", "md", "html", "docx", "mmd")]
    yield ["questionnaire", "schema", "gpaisa", "-o", "gpaisa.schema.json"]
    yield ["questionnaire", "diff", "gpaisa@1.0.0", "gpaisa", *files("editions", "json", "md", "txt")]
    for jobs in "12":
        tables = [*files(f"table{jobs}", "csv", "jsonl", "parquet"), "--errors", f"table{jobs}.errors.jsonl"]
        summary = ["--summary", f"summary{jobs}.html", "--summary", f"summary{jobs}.md", "--as-of", "2026-01-01"]
        yield ["batch", "examples", "examples/*t*.json", "missing.json", "--jobs", jobs, *tables, *summary]


PRINTED = [
    ["score", "examples/spam-filter.json"],
    ["score", "examples/spam-filter.json", "--format", "docx"],
    ["batch", "examples", "--jobs", "1"],
    ["verify", "spam-filter.en.json", "welfare-eligibility.ms.json"],
    ["questionnaire", "list"],
    ["questionnaire", "lint", "gpaisa"],
    ["score", "examples/missing.json"],
    ["--lang", "ms", "score", "--help"],
]
"""Commands whose standard output and messages are compared."""


def main() -> None:
    """Write the files, then what is printed."""
    for command in written():
        code = run(command)
        if code > 1:
            raise SystemExit(f"{command}: {code}")
    for number, command in enumerate(PRINTED):
        done = subprocess.run([sys.executable, "-m", "aiassess", *command], capture_output=True, check=False)  # noqa: S603 - ours
        messages = b"" if command[0] == "batch" else done.stderr  # a batch says how long it took
        said = b"%d\n%b\n%b" % (done.returncode, done.stdout, messages)
        Path(f"printed.{number}").write_bytes(said)


if __name__ == "__main__":
    main()
