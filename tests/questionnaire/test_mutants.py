"""Two hundred wrong variants of a questionnaire, drawn from mistakes that authors make: nearly all are noticed.

Every variant has one mistake, and the version of a correction of words. The kinds that survive are listed with the reason.
"""

import json
import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from aiassess import load_questionnaire
from aiassess.edition.baseline import baseline_problems
from aiassess.prove.proof import prove
from aiassess.questionnaire.catalog import checked_source
from aiassess.questionnaire.freeze import build_questionnaire
from support.mistakes import MISTAKES, mutant

AUTHORS = Path(__file__).parent.parent / "questionnaires" / "authors.yaml"
PAGE = Path(__file__).parents[2] / "docs" / "authors.md"
HOW_MANY = 200
SURVIVORS = {
    "word_mistyped": "no dictionary is asked: names, terms and two languages would make more noise than sense",
    "not_dropped_in_one_language": "what a sentence means is for a second reader of both languages",
}
pytestmark = pytest.mark.deep


def noticed(file, old, usual, *, proven):
    """Return what notices that a file is wrong, the cheapest first; None if nothing does. ``usual``: what proofs always say."""
    source, problems = checked_source(str(file))
    if problems:
        return "lint"
    if proven and proofs(source) - usual:
        return "--prove"
    problems = baseline_problems(old, source, "en")
    return "--baseline" if any(problem.severity != "note" for problem in problems) else None


def proofs(source):
    return {problem.code for problem in prove(source, build_questionnaire(source.data)).problems}


def tried(name, file, *, proven):
    old = load_questionnaire(name)
    usual = proofs(checked_source(name)[0]) if proven else set()
    names = [mistake for mistake in MISTAKES if not fits_only_large(mistake, old)]
    found = []
    for seed in range(HOW_MANY):
        mistake = names[seed % len(names)]
        file.write_text(json.dumps(mutant(old.document, mistake, Random(seed)), ensure_ascii=False), encoding="utf-8")
        found.append((mistake, noticed(file, old, usual, proven=proven)))
    return found


def fits_only_large(mistake, questionnaire):
    try:
        mutant(questionnaire.document, mistake, Random(0))
    except (IndexError, KeyError, ValueError):
        return True
    return False


@pytest.mark.parametrize(("name", "proven"), [("gpaisa", False), (str(AUTHORS), True)], ids=["gpaisa", "small"])
def test_nearly_all_are_noticed(name, proven, tmp_path):
    """Proofs about gpaisa take seconds each, so there only lint and the baseline are asked."""
    found = tried(name, tmp_path / "q.yaml", proven=proven)
    counts = Counter(how for _, how in found)
    (told,) = re.findall(
        r"200 wrong variants .*? at least (\d+), .*? at least (\d+) ", " ".join(PAGE.read_text("utf-8").split())
    )
    assert {mistake for mistake, how in found if how is None} <= SURVIVORS.keys()
    assert counts["lint"] >= int(told[0]) == HOW_MANY * 0.7
    assert HOW_MANY - counts[None] >= int(told[1]) > HOW_MANY * 0.95
    assert not proven or counts["--prove"] > 0
