"""What a batch costs, as shares of a floor measured by turns in the same run: reading and one typed parse of every submission.

    python benchmarks/batch.py                      # 10,000 submissions
    python benchmarks/batch.py --number 50000
    python benchmarks/batch.py --memory 10000 100000 1000000
    python benchmarks/batch.py --rounds 10000 100000 1000000    # what --latest and --against add; needs pyarrow
    python benchmarks/batch.py --rounds 100000 --changed 1      # every system answers anew; by default three in ten do
    python benchmarks/batch.py --rounds 100000 --revising 0.1   # one in ten revises a report that is not among the inputs

Disk space: 12 KB a submission, twice.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import jsonschema
from floor import parser
from submissions import json_lines

from aiassess import Questionnaire, load_questionnaire
from aiassess.answers.json_schema import answers_schema

ROUNDS = 5
BUFFER = 1 << 18
NAMED = re.compile(rb'("(system|agency)_name":\s*(?:\{"value":\s*)?")[^"\\]*')
JSONSCHEMA_NUMBER = 100
"""So many are enough to see what the general-purpose validator takes."""


def write_lines(file: Path, number: int, questionnaire: Questionnaire) -> None:
    """Write a JSON Lines file; beyond ten thousand submissions the same ones come again."""
    block = [line + b"\n" for line in json_lines(2026, min(number, 10_000), questionnaire)]
    with file.open("wb") as stream:
        stream.writelines(islice(cycle(block), number))


def write_round(
    file: Path, year: int, systems: range, questionnaire: Questionnaire, changed: float, revising: float = 0
) -> None:
    """Write the same, but every submission is that of a system of its own, found by its name in another round, too.

    One in twenty comes again. ``changed``: the share of systems whose answers are not those of 2025, but new in this year;
    ``revising``: the share of those known from 2025 that revise a report, which is not among the inputs.
    """
    count = min(len(systems), 10_000)
    blocks = [[line + b"\n" for line in json_lines(seed, count, questionnaire)] for seed in (2025, year)]
    with file.open("wb") as stream:
        for n in systems:
            line = blocks[n * 7 % 10 < 10 * changed][n % count]
            names = {b"system": b"System %d" % n, b"agency": b"Agency %d" % (n % 1000)}
            named = NAMED.sub(lambda match, names=names: match[1] + names[match[2]], line)
            if n < len(systems) and n * 3 % 100 < 100 * revising:  # else new in this round
                named = named.replace(b'"about": {', b'"about": {"revises": "sha256:%064x", ' % n, 1)
            stream.writelines([named] * (1 + (n % 20 == 0)))


def write_files(folder: Path, lines: Path) -> None:
    with lines.open("rb") as stream:
        for n, line in enumerate(stream):
            file = folder / f"{n // 1000:04}" / f"{n:07}.json"
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(line)


def batch(*words: str) -> None:
    """Run the command; what it says goes nowhere."""
    subprocess.run(
        [sys.executable, "-m", "aiassess", "batch", *words],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def floor_lines(lines: Path, decode: Callable[[bytes], object]) -> None:
    with lines.open("rb", buffering=BUFFER) as stream:
        for line in stream:
            decode(line)


def floor_files(folder: Path, decode: Callable[[bytes], object]) -> None:
    for below in sorted(os.listdir(folder)):  # noqa: PTH208 - the floor takes the fastest way
        for name in sorted(os.listdir(folder / below)):  # noqa: PTH208
            with open(f"{folder}/{below}/{name}", "rb", buffering=0) as stream:  # noqa: PTH123
                decode(stream.read())


def timed(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def speed(number: int, scratch: Path, questionnaire: Questionnaire) -> None:
    """Print each way's time for a submission, and its speed as a share of the floor's."""
    lines, folder, out = scratch / "all.jsonl", scratch / "files", str(scratch / "rows.csv")
    folder.mkdir()
    write_lines(lines, number, questionnaire)
    write_files(folder, lines)
    decode = parser(questionnaire)
    one, two = ("--jobs", "1"), ("--jobs", "2")
    single = scratch / "single.jsonl"
    write_lines(single, 1, questionnaire)
    ways: dict[str, Callable[[], object]] = {
        "floor, JSON Lines": lambda: floor_lines(lines, decode),
        "batch, JSON Lines, 1 process": lambda: batch(str(lines), "-o", out, *one),
        "batch, JSON Lines, 2 processes": lambda: batch(str(lines), "-o", out, *two),
        "floor, files": lambda: floor_files(folder, decode),
        "batch, files, 1 process": lambda: batch(str(folder), "-o", out, *one),
        "batch, files, 2 processes": lambda: batch(str(folder), "-o", out, *two),
        "start, 1 process": lambda: batch(str(single), "-o", out, *one),
        "start, 2 processes": lambda: batch(str(single), "-o", out, *two),
    }
    rounds = [{name: timed(way) for name, way in ways.items()} for _ in range(ROUNDS)]
    best = {name: min(seconds[name] for seconds in rounds) for name in ways}
    print(f"{number:,} submissions of {lines.stat().st_size / number:,.0f} bytes; {ROUNDS} rounds by turns")
    print(
        "times are the best, shares the medians of those within a round: a long run meets more noise than a short one"
    )
    for name, seconds in best.items():
        if name.startswith("start"):
            print(f"{name:32} {1000 * seconds:9.0f} ms")
            continue
        base = "floor, JSON Lines" if "Lines" in name else "floor, files"
        start = f"start, {name[-11:].strip(' ,')}"
        share = f"{median(one[base] / one[name] for one in rounds):.2f} of the floor"
        if start in ways:
            share += f", {median(one[base] / (one[name] - one[start]) for one in rounds):.2f} without its start"
        each, rate = 1e6 * seconds / number, number / seconds
        print(f"{name:32} {each:9.1f} us  {rate:9,.0f} a second  {share}")
    with lines.open("rb") as stream:
        some = [json.loads(line) for line in islice(stream, JSONSCHEMA_NUMBER)]
    validator = jsonschema.Draft202012Validator(answers_schema(questionnaire))
    seconds = min(timed(lambda: [validator.is_valid(item) for item in some]) for _ in range(3))
    each = seconds / len(some) / (best["batch, JSON Lines, 1 process"] / number)
    print(f"jsonschema alone takes {each:.1f} times as long as the whole of batch in one process")


def memory(numbers: list[int], scratch: Path, questionnaire: Questionnaire) -> None:
    """Print the highest resident memory of the command, and of its largest child, for more and more submissions."""
    for number in numbers:
        lines, out = scratch / "all.jsonl", str(scratch / "rows.csv")
        write_lines(lines, number, questionnaire)
        begin = time.perf_counter()
        peak = _peak([str(lines), "-o", out, "--jobs", "2"])
        seconds = time.perf_counter() - begin
        print(
            f"{number:>9,} submissions: {peak:5.0f} MB in the main process and its two, {number / seconds:,.0f} a second"
        )
        lines.unlink()


def rounds(numbers: list[int], scratch: Path, questionnaire: Questionnaire, changed: float, revising: float) -> None:
    """Print the time of runs with --latest and --against as multiples of the same run's without, and the highest memory."""
    lines, earlier, out = scratch / "round.jsonl", str(scratch / "earlier.parquet"), str(scratch / "rows.csv")
    added = {"without": [], "--latest": ["--latest"], "and --against": ["--latest", "--against", earlier]}
    made = {"rows": [], "rows, summary": ["--summary", str(scratch / "summary.json"), "--as-of", "2027-01-01"]}
    for number in numbers:
        write_round(lines, 2025, range(number), questionnaire, changed)
        batch(str(lines), "-o", earlier)
        write_round(lines, 2026, range(number // 20, number + number // 20), questionnaire, changed, revising)
        for what, outputs in made.items():
            base = 0.0
            for name, words in added.items():
                begin = time.perf_counter()
                peak = _peak([str(lines), "-o", out, "--jobs", "2", *outputs, *words])
                seconds = time.perf_counter() - begin
                base = base or seconds
                told = f"{seconds:7.1f} s, {seconds / base:.2f} times as long, {peak:5.0f} MB"
                print(f"{number:>9,} systems, {what:13} {name:13}: {told}", flush=True)
        lines.unlink()


def _peak(words: list[str]) -> float:
    """Return the highest sum of resident memory that was seen of the command and its processes, in MB."""
    import psutil  # noqa: PLC0415 - only this part needs it

    process = psutil.Popen([sys.executable, "-m", "aiassess", "batch", *words], stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        try:
            everybody = [process, *process.children(recursive=True)]
            peak = max(peak, sum(one.memory_info().rss for one in everybody))
        except psutil.Error:
            continue
        time.sleep(0.05)
    return peak / 1e6


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--memory", type=int, nargs="*")
    parser.add_argument("--rounds", type=int, nargs="*")
    parser.add_argument(
        "--changed", type=float, default=0.3, help="the share of systems that answer anew, for --rounds"
    )
    parser.add_argument(
        "--revising", type=float, default=0, help="the share of systems that revise a report, for --rounds"
    )
    parser.add_argument("--folder", help="where to put the files; left out: the system's temporary folder")
    parser.add_argument("-q", "--questionnaire", default="gpaisa@1.0.0")
    given = parser.parse_args()
    questionnaire = load_questionnaire(given.questionnaire)
    with tempfile.TemporaryDirectory(dir=given.folder) as scratch:
        if given.memory:
            memory(given.memory, Path(scratch), questionnaire)
        elif given.rounds:
            rounds(given.rounds, Path(scratch), questionnaire, given.changed, given.revising)
        else:
            speed(given.number, Path(scratch), questionnaire)


if __name__ == "__main__":
    main()
