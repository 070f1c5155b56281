"""How long commands take to start, as multiples of bare Python; the best of many runs of each, by turns."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15


def seconds(argv: list[str], env: dict[str, str]) -> float:
    """Return how long a process takes from start to end."""
    begin = time.perf_counter()
    subprocess.run(argv, check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.json"
        answers.write_text(
            json.dumps(
                {
                    "format": "aiassess.answers/1",
                    "questionnaire": {"id": "gpaisa", "version": "1.0.0"},
                    "answers": {"livelihood": "severe", "technique": "generative"},
                }
            )
        )
        env = {**os.environ, "AIASSESS_CACHE_DIR": folder}
        without_cache = {**env, "AIASSESS_CACHE_DIR": "/dev/null/none"}
        program = [sys.executable, "-m", "aiassess"]
        score = [*program, "score", str(answers), "--format"]
        cases = {
            "python -c pass": ([sys.executable, "-c", "pass"], env),
            "aiassess --version": ([*program, "--version"], env),
            "aiassess --help": ([*program, "--help"], env),
            "aiassess score, JSON": ([*score, "json"], env),
            "aiassess score, Markdown": ([*score, "md"], env),
            "aiassess score, text": ([*score, "text"], env),
            "aiassess score, JSON, no cache": ([*score, "json"], without_cache),
        }
        for argv, chosen in cases.values():  # byte-compiles and fills the cache
            seconds(argv, chosen)
        best = dict.fromkeys(cases, float("inf"))
        for _ in range(RUNS):
            for name, (argv, chosen) in cases.items():
                best[name] = min(best[name], seconds(argv, chosen))
        bare = best["python -c pass"]
        for name, time_taken in best.items():
            print(f"{name:32} {1000 * time_taken:7.1f} ms  x{time_taken / bare:.2f}")


if __name__ == "__main__":
    main()
