"""The outcome of verifying a report: lines for people, data for programs (docs/review.md#verify)."""

import dataclasses
import json
import re
from collections.abc import Iterator

from aiassess.errors import Problem
from aiassess.report.compare import Difference
from aiassess.report.verify import Verification
from aiassess.safe import safe_line, safe_text
from aiassess.text import say

MOST_LINES = 20
MOST_DATA = 1000
"""At most so many differences are listed; the rest are counted."""
_ANSWER = re.compile(r"(answers|inactive)\[\d+\]\.(value|status)")


def verification_lines(verified: Verification, lang: str) -> Iterator[str]:
    """Yield one line if the report was reproduced, otherwise why not and what differs."""
    file = safe_line(verified.file, 300)
    if verified.reproduced:
        level = safe_line(verified.report["result"]["level_title"], 80)
        yield say(lang, "verify.reproduced", file=file, level=level, digest=verified.report["digest"])
        return
    yield say(lang, "verify.differs", file=file, why=_why(verified, lang))
    found = [_line(item, verified.outcome == "edited", lang) for item in verified.differences[:MOST_LINES]]
    found += [dataclasses.replace(problem, file=None).line_text(lang) for problem in verified.problems[:MOST_LINES]]
    more = len(verified.differences) + len(verified.problems) - len(found)
    yield from (f"  {line}" for line in found)
    if more:
        yield f"  {say(lang, 'cli.more_problems', n=more)}"
    if not verified.true_digest and not verified.outcome.startswith("edited"):
        yield f"  {say(lang, 'verify.digest_untrue')}"


def verification_data(verified: Verification) -> dict[str, object]:
    made, kept = verified.report["questionnaire"], verified.differences[:MOST_DATA]
    return {
        "file": safe_text(verified.file),
        "outcome": verified.outcome,
        "digest": verified.report["digest"],
        "digest_true": verified.true_digest,
        "questionnaire": {"id": made["id"], "version": made["version"], "at_hand": list(verified.at_hand)},
        "tool": {"made_by": verified.tools[0], "here": verified.tools[1]},
        "differences": [dataclasses.asdict(item) for item in kept],
        "more_differences": len(verified.differences) - len(kept),
        "problems": [problem_data(problem) for problem in verified.problems],
    }


def problem_data(problem: Problem, lang: str = "en") -> dict[str, object]:
    where = {"line": problem.line, "column": problem.column, "path": problem.path, "question": problem.question}
    return {"code": problem.code, "message": problem.message(lang), **where}


def _why(verified: Verification, lang: str) -> str:
    key, made = f"why_{verified.outcome}", verified.report["questionnaire"]
    if verified.outcome == "other_tool" and verified.differences:
        key += "_differs"
    return say(
        lang,
        f"verify.{key}",
        made=safe_line(verified.tools[0], 40),
        here=verified.tools[1],
        id=safe_line(made["id"], 80),
        version=safe_line(made["version"], 40),
        at_hand=", ".join(verified.at_hand),
    )


def _line(item: Difference, proven: bool, lang: str) -> str:
    key: str = item.kind
    if key == "value":
        key = "value_was" if proven else "value_told" if _ANSWER.match(item.path) else "value_gives"
    place = Problem("", path=item.path, question=item.question).place(lang)
    return say(lang, f"verify.{key}", place=place, expected=_shown(item.expected), found=_shown(item.found))


def _shown(value: object) -> str:
    return safe_line(json.dumps(value, ensure_ascii=False), 120)
