"""What scoring costs, step by step, as multiples of reading the same answers with the standard library's JSON."""

import argparse
import json
import random
import timeit
from collections.abc import Callable
from typing import Any

from aiassess import build_report, load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.answers.strict_json import parse_json
from aiassess.canonical import to_json
from aiassess.model.questionnaire import Question
from aiassess.render import renderer
from aiassess.scoring.range import outlook

REPEATS, LOOPS = 15, 20


def value_for(question: Question, rng: random.Random) -> Any:
    """Return a valid value."""
    if question.type == "choice":
        return rng.choice(question.options).id
    if question.type == "choices":
        return [rng.choice(question.options).id]
    if question.type == "number":
        return rng.randint(int(question.minimum or 0), int(question.maximum or 100))
    if question.type == "date":
        return "2027-01-31"
    if question.type == "risks":
        return [{"title": "A wrong result goes unnoticed", "likelihood": 2, "consequence": 3}]
    return "A text of the length that an officer writes in one breath, and then one more clause."


def main() -> None:
    """Print the table."""
    rng = random.Random(20261122)
    options = argparse.ArgumentParser()
    options.add_argument("-q", "--questionnaire", default="gpaisa@1.0.0")
    questionnaire = load_questionnaire(options.parse_args().questionnaire)
    answers = {
        question.id: {"value": value_for(question, rng), "note": "Disemak oleh pemilik proses pada mesyuarat bulanan."}
        for question in questionnaire.questions
    }
    document = {
        "format": "aiassess.answers/1",
        "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
        "answers": answers,
    }
    text = json.dumps(document)
    checked = check_answers(document, questionnaire, "-")
    assessment = score(questionnaire, checked)
    report = build_report(assessment, "ms")
    active = {name: mark.answer for name, mark in assessment.marks.items()}
    steps: dict[str, Callable[[], Any]] = {
        "json.loads": lambda: json.loads(text),
        "read strictly": lambda: parse_json(text, "-"),
        "check": lambda: check_answers(document, questionnaire, "-"),
        "score": lambda: score(questionnaire, checked),
        "level range": lambda: outlook(questionnaire, active),
        "build the report": lambda: build_report(assessment, "ms"),
        "write JSON": lambda: to_json(report),
        "write Markdown": lambda: renderer("md")(report),
    }
    best = dict.fromkeys(steps, float("inf"))
    for _ in range(REPEATS):
        for name, step in steps.items():
            best[name] = min(best[name], timeit.timeit(step, number=LOOPS) / LOOPS)
    base = best["json.loads"]
    print(f"{len(answers)} answers, {len(text.encode()):,} bytes of JSON")
    for name, seconds in best.items():
        print(f"{name:20} {1e6 * seconds:9.0f} us  x{seconds / base:.2f}")


if __name__ == "__main__":
    main()
