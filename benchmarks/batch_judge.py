"""What judging a submission costs, as multiples of parsing it; without reading files and writing rows.

python benchmarks/batch_judge.py            # 1,000 submissions, the best of 15 rounds by turns
python benchmarks/batch_judge.py --number 4000
"""

import argparse
import gc
import hashlib
import json
import time
from collections.abc import Callable

import msgspec
from floor import parser
from submissions import json_lines

from aiassess import load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.answers.strict_json import parse_json
from aiassess.batch.columns import Layout
from aiassess.batch.fast import FastJudge

ROUNDS = 15
SLOW = 30
"""So many are enough to see what the engine's own way takes."""


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--number", type=int, default=1000)
    options.add_argument("-q", "--questionnaire", default="gpaisa@1.0.0")
    given = options.parse_args()
    number, questionnaire = given.number, load_questionnaire(given.questionnaire)
    layout = Layout([questionnaire])
    begin = time.perf_counter()
    judge = FastJudge(questionnaire, layout).prepare()
    made = time.perf_counter() - begin
    lines = list(json_lines(2026, number, questionnaire))
    parse, plain = parser(questionnaire), msgspec.json.Decoder().decode

    def engine(line: bytes) -> object:
        return layout.cells(score(questionnaire, check_answers(parse_json(line.decode(), "-"), questionnaire, "-")))

    ways: dict[str, Callable[[list[bytes]], object]] = {
        "msgspec, typed": lambda some: [parse(line) is None for line in some],
        "msgspec, any JSON": lambda some: [plain(line) is None for line in some],
        "json.loads": lambda some: [json.loads(line) is None for line in some],
        "SHA-256": lambda some: [hashlib.sha256(line).hexdigest() for line in some],
        "fast judge": judge.judge,
        "fast judge, 100 at once": lambda some: [judge.judge(some[n : n + 100]) for n in range(0, number, 100)],
        "the engine's own way": lambda some: [engine(line) for line in some],
    }
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        for name, way in ways.items():
            some = lines[:SLOW] if "engine" in name else lines
            gc.disable()
            begin = time.perf_counter()
            way(some)
            best[name] = min(best[name], (time.perf_counter() - begin) / len(some))
            gc.enable()
    size = sum(map(len, lines)) / number
    print(f"{number} submissions of {size:,.0f} bytes; {judge.judge(lines).count(None)} in doubt")
    print(f"{1000 * made:.0f} ms to make the judge")
    for name, seconds in best.items():
        print(f"{name:26} {1e6 * seconds:9.1f} us   x{seconds / best['msgspec, typed']:.2f}")


if __name__ == "__main__":
    main()
