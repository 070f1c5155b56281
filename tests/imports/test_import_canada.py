"""Canada's published survey, imported, scores as its own formula does (docs/import.md#points).

The formula is worked out here once more, in binary fractions as a browser does, on the survey's own names and conditions.
"""

import json
import math
import random
import re
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from aiassess import load_questionnaire
from aiassess.imports.convert import import_form
from aiassess.imports.reading import id_of
from aiassess.scoring.applicability import applicable
from support.examples import examples
from support.tiny import answer_set, assess

FILE = Path(__file__).parent / "canada" / "survey.json"
SURVEY = json.loads(FILE.read_bytes())
PICKED = ("radiogroup", "dropdown", "checkbox")


@cache
def imported():
    return import_form(FILE.read_bytes(), "survey.json")


@cache
def questionnaire():
    return load_questionnaire(imported().text.encode())


# Their side


def elements(node, conditions=(), panel=""):
    """Yield every question with the conditions on it and the name of the panel around it."""
    here = (*conditions, *([node["visibleIf"]] if "visibleIf" in node else []))
    if "elements" not in node:
        yield node, here, panel
    for element in node.get("elements", []):
        yield from elements(element, here, node["name"])


QUESTIONS = [found for page in SURVEY["pages"] for found in elements(page)]


def number(value):
    """Return what stands after the last hyphen."""
    _, hyphen, end = value.rpartition("-")
    return int(end) if hyphen and end.isdigit() else 0


def counts_as(question, panel):
    if question["type"] not in PICKED:
        return None
    return next((name[-3:] for name in (question["name"], panel) if name.endswith(("-RS", "-MS", "-NS"))), None)


def holds(condition, data):
    def test(match):
        name, operator, wanted = match[1], match[2], match[3].strip('["]')
        value = data.get(name, "")
        return str(value == wanted if operator == "=" else wanted in value)

    told = re.sub(r'\{([^}]+)\}\s+(=|contains)\s+("[^"]*"|\["[^"]*"\])', test, condition)
    assert re.fullmatch(r"(True|False|and|or|[() ])+", told), condition
    return eval(told)


def values_of(question):
    return [choice["value"] for choice in question["choices"]]


def filled_in(rng, blank, risky, careful):
    """Return answers in the order of the survey: to what is shown then, which is all that its own program keeps in the end."""
    data = {}
    for question, conditions, panel in QUESTIONS:
        if question["type"] not in PICKED or not all(holds(condition, data) for condition in conditions):
            continue
        if rng.random() < blank:
            continue
        values = values_of(question)
        worst = {"-RS": risky, "-MS": careful}.get(counts_as(question, panel), 0.5)
        if question["type"] == "checkbox":
            data[question["name"]] = [value for value in values if rng.random() < worst]
        else:
            data[question["name"]] = max(values, key=number) if rng.random() < worst else rng.choice(values)
    return {name: value for name, value in data.items() if value}


def formula(data):
    """Return impact, mitigation, the score after the deduction, its maximum, and the level."""
    sums, most = {"-RS": 0, "-MS": 0}, {"-RS": 0, "-MS": 0}
    for question, _, panel in QUESTIONS:
        kind = counts_as(question, panel)
        if kind not in sums:
            continue
        given = data.get(question["name"], [])
        sums[kind] += sum(map(number, given if isinstance(given, list) else [given]))
        points = [number(value) for value in values_of(question)]
        most[kind] += sum(points) if question["type"] == "checkbox" else max(points)
    impact, mitigation = sums["-RS"], sums["-MS"]
    total = math.floor((1 - 0.15) * impact + 0.5) if mitigation >= 0.8 * (most["-MS"] / 2) else impact
    level = 1 + sum(total > most["-RS"] * threshold for threshold in (0.25, 0.5, 0.75))
    return impact, mitigation, total, most, level


# Both sides


def answers(data):
    return {
        id_of(name, set()): [id_of(item, set()) for item in value] if isinstance(value, list) else id_of(value, set())
        for name, value in data.items()
    }


def compare(data):
    impact, mitigation, total, most, level = formula(data)
    result = assess(questionnaire(), answers(data))
    assert (result.inherent.points, result.inherent.maximum) == (impact, most["-RS"])
    if result.controls is None:  # no stage was chosen, so no measure is asked for
        assert mitigation == 0
    else:
        assert (result.controls.points, result.controls.maximum) == (mitigation, most["-MS"] // 2)
    assert result.credit.percent == (15 if total != impact or mitigation >= 0.8 * (most["-MS"] / 2) else 0)
    assert (result.residual.points, result.residual.percent * most["-RS"]) == (total, 100 * total)
    assert result.level.id == f"level_{level}"


@examples(60)
@given(st.integers(0, 2**32), *[st.sampled_from([0, 0.1, 0.5, 0.9, 1])] * 3)
def test_it_scores_as_its_own_formula_does(seed, blank, risky, careful):
    compare(filled_in(random.Random(seed), blank / 2, risky, careful))


def test_the_levels_and_the_deduction_are_all_met():
    met = set()
    for seed, (risky, careful) in enumerate([(0, 0), (0, 1), (0.6, 0), (0.9, 0), (0.9, 1), (1, 0), (1, 1)] * 6):
        data = filled_in(random.Random(seed), 0, risky, careful)
        impact, _, total, _, level = formula(data)
        met |= {level, total < impact}
        compare(data)
    assert met == {1, 2, 3, 4, False}


def test_binary_fractions_round_as_exact_ones_at_every_score():
    *_, most, _ = formula({})
    for impact in range(most["-RS"] + 1):
        assert math.floor((1 - 0.15) * impact + 0.5) == (85 * impact + 50) // 100
    for mitigation in range(most["-MS"] + 1):
        assert (mitigation >= 0.8 * (most["-MS"] / 2)) == (100 * mitigation >= 80 * most["-MS"] / 2)


def test_the_same_questions_apply():
    for seed in range(40):
        data = filled_in(random.Random(seed), 0.1, 0.5, 0.5)
        shown = {
            id_of(question["name"], set())
            for question, conditions, _ in QUESTIONS
            if question["type"] != "html" and all(holds(condition, data) for condition in conditions)
        }
        assert set(applicable(questionnaire(), answer_set(questionnaire(), answers(data)))) == shown


def test_nothing_was_left_out():
    assert [note.code for note in imported().notes] == ["import_untranslated"]
    assert len(questionnaire().questions) == sum(question["type"] != "html" for question, *_ in QUESTIONS)
    assert sum(question.show_if is not None for question in questionnaire().questions) == sum(
        "visibleIf" in question for question, *_ in QUESTIONS
    )
