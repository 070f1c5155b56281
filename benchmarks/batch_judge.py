"""What judging one submission costs, step by step, as multiples of parsing it; without reading and writing.

python benchmarks/batch_judge.py            # 300 submissions, each the best of 60 times by turns
python benchmarks/batch_judge.py --number 1000
"""

import argparse
import hashlib
import json
import time
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from submissions import json_lines

from aiassess import load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.answers.strict_json import parse_json
from aiassess.batch.columns import Layout
from aiassess.batch.fast import compile_judge
from aiassess.batch.fast.decode import decoder
from aiassess.batch.fast.states import Tables

ROUNDS = 60
SLOW = 30
"""So many are enough to see what the engine's own way takes."""


def least(ways: dict[str, tuple[Callable[[bytes], Any], Sequence[bytes]]]) -> dict[str, float]:
    """Return for each way the mean, over its submissions, of the least time that each ever took; in microseconds."""
    clock = time.perf_counter_ns
    best = {name: [10**12] * len(lines) for name, (_, lines) in ways.items()}
    for _ in range(ROUNDS):
        for name, (way, lines) in ways.items():
            times = best[name]
            for n, line in enumerate(lines):
                begin = clock()
                way(line)
                times[n] = min(times[n], clock() - begin)
    return {name: sum(times) / len(times) / 1000 for name, times in best.items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--number", type=int, default=300)
    number = parser.parse_args().number
    questionnaire = load_questionnaire("gpaisa")
    layout = Layout([questionnaire])
    begin = time.perf_counter()
    judge = compile_judge(questionnaire, layout)
    compiled = time.perf_counter() - begin
    lines = list(json_lines(2026, number))
    rows = {line: judge(line) for line in lines}
    complete = [line for line, row in rows.items() if row and row[0] == "complete"]
    incomplete = [line for line, row in rows.items() if row and row[0] != "complete"]

    def engine(line: bytes) -> object:
        return layout.cells(score(questionnaire, check_answers(parse_json(line.decode(), "-"), questionnaire, "-")))

    found = least(
        {
            "json.loads": (json.loads, lines),
            "msgspec, any JSON": (msgspec.json.Decoder().decode, lines),
            "msgspec, typed": (decoder(questionnaire, Tables(questionnaire))[0], lines),
            "count of quotation marks": (lambda line: line.count(b'"'), lines),
            "SHA-256": (lambda line: hashlib.sha256(line).hexdigest(), lines),
            "judge": (judge, lines),
            "judge, complete": (judge, complete),
            "judge, incomplete": (judge, incomplete),
            "the engine's own way": (engine, lines[:SLOW]),
        }
    )
    size = sum(map(len, lines)) / number
    print(
        f"{number} submissions of {size:,.0f} bytes; {len(incomplete)} incomplete, {list(rows.values()).count(None)} in doubt"
    )
    print(f"{1000 * compiled:.0f} ms to compile the judge")
    for name, microseconds in found.items():
        plain, typed = found["msgspec, any JSON"], found["msgspec, typed"]
        print(f"{name:26} {microseconds:9.1f} us   x{microseconds / plain:.2f}   x{microseconds / typed:.2f} typed")


if __name__ == "__main__":
    main()
