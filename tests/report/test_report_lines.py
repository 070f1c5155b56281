"""One changed answer changes few lines of a report, so that git and ``diff`` can show it (docs/review.md#plain-diff).

Counted as git counts: lines that went and lines that came; a line that is replaced counts as two.
"""

import dataclasses
import shutil
import statistics
import subprocess

import pytest

from aiassess import build_report, load_answers, load_questionnaire, score
from aiassess.render import renderer
from support.each import some
from support.editions import ANSWERS

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git counts the lines")

FILE = ANSWERS / "welfare-eligibility.json"
QUESTIONNAIRE = load_questionnaire("gpaisa@1.0.0")
ANSWERS = load_answers(FILE, QUESTIONNAIRE)
ENDINGS = {"md": "md", "json": "json"}


def with_answer(name, **change):
    """Return the example's answers with one of them changed."""
    answer = dataclasses.replace(ANSWERS.answers[name], **change)
    return dataclasses.replace(ANSWERS, answers={**ANSWERS.answers, name: answer})


def other_values(question):
    """Return other values of a scored question: the best, the worst and one between them."""
    given = ANSWERS.answers[question.id].value
    if question.type == "number":
        values = [0, 60, 100]
    else:
        ids = [option.id for option in sorted(question.options, key=lambda option: option.points)]
        values = [(name,) if question.type == "choices" else name for name in (ids[0], ids[len(ids) // 2], ids[-1])]
    return [value for value in dict.fromkeys(values) if value != given]


def rendered(answers):
    """Return the report of answers in each format."""
    report = build_report(score(QUESTIONNAIRE, answers))
    return {ending: renderer(kind)(report) for kind, ending in ENDINGS.items()}


def changed_lines(folder, variants):
    """Return (name, format) to how many lines of the example's report differ from that of other answers."""
    old = rendered(ANSWERS)
    for side in ("old", "new"):
        (folder / side).mkdir()
    for name, answers in variants.items():
        for side, texts in (("old", old), ("new", rendered(answers))):
            for ending, text in texts.items():
                (folder / side / f"{name}.{ending}").write_text(text, encoding="utf-8", newline="\n")
    command = ["git", "diff", "--no-index", "--no-ext-diff", "--no-renames", "--numstat", "old", "new"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    counts = dict.fromkeys(((name, kind) for name in variants for kind in ENDINGS), 0)
    for line in done.stdout.splitlines():
        came, went, path = line.split("\t")
        name, _, ending = path.rpartition("/")[2].rstrip("}").rpartition(".")
        counts[name, ending] = int(came) + int(went)
    return counts


def test_an_answer_to_a_control_question(tmp_path):
    variants = {
        f"{question.id}-{place}": with_answer(question.id, status="answered", value=value)
        for question in QUESTIONNAIRE.questions
        if question.score == "control" and question.id in ANSWERS.answers
        for place, value in enumerate(other_values(question))
    }
    assert len(variants) > 90
    variants = dict(some(variants.items(), 0, one_in=3))
    counts = changed_lines(tmp_path, variants)
    for kind, median, most in (("md", 50, 60), ("json", 90, 105)):
        found = [number for (_, of), number in counts.items() if of == kind]
        assert min(found) > 0
        assert statistics.median(found) <= median
        assert max(found) <= most


test_an_answer_to_a_control_question.both_tiers = True


def test_an_answer_that_makes_other_questions_come_and_go(tmp_path):
    """Generative AI brings a section of six questions; without vulnerable people an answer is kept aside."""
    variants = {
        "generative": with_answer("technique", value="generative"),
        "none": with_answer("vulnerable_share", value="none"),
    }
    counts = changed_lines(tmp_path, variants)
    assert counts["generative", "md"] <= 95
    assert counts["generative", "json"] <= 260
    assert counts["none", "md"] <= 60
    assert counts["none", "json"] <= 135


def test_what_counts_no_points_changes_its_own_line_and_the_digest(tmp_path):
    variants = {
        "note": with_answer("alternatives", note="Weighed once more."),
        "text": with_answer("disbenefits", value="None was found."),
        "number": with_answer("annual_cost", value=2_500_000),
    }
    counts = changed_lines(tmp_path, variants)
    assert counts["note", "md"] == counts["note", "json"] == 4
    assert counts["text", "md"] == counts["text", "json"] == 4
    assert counts["number", "md"] == 4
    assert counts["number", "json"] == 6, "value and label"
