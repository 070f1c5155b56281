"""Reports that somebody changed: every change is found, and none makes the comparison fail."""

import copy
import json
import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import InvalidInput, load_questionnaire
from aiassess.diff.compare import compare, is_empty
from aiassess.render import DIFF_FORMATS, renderer
from aiassess.report.saved import check_report
from support.differences import SCHEMA, changes_in, compared
from support.each import each
from support.examples import examples
from support.hostile import STRINGS
from support.tiny import EVERY_TYPE, SET_ASIDE, UNSURE, control, inherent, report_of, tiny

QUESTIONNAIRE = tiny(
    {"id": "system"},
    {"id": "first", "options": {"no": 0, "yes": 0}},
    inherent("harm", ref="3", findings=[{"id": "bad", "on": ["all"], "severity": "critical"}]),
    control("fence", principles=["safe"], actors=["owner"]),
    {"id": "several", "type": "choices", "options": {"one": 0, "two": 0}},
    {"id": "register", "type": "risks"},
    {"id": "hidden", "show_if": {"question": "first", "is": "yes"}},
    {"id": "open", "options": {"no": 0, "yes": 0}},
    {
        "id": "proven",
        "score": "control",
        "options": [
            {"id": "no", "label": "No", "points": 0},
            {"id": "yes", "label": "Yes", "points": 4, "without_evidence": "no"},
        ],
    },
    rules=[
        {"when": {"question": "harm", "is": "all"}, "level": "high", "title": "Harm"},
        {"when": {"question": "open", "is": "yes"}, "level": "banned", "unsure": "stop"},
    ],
    levels=[
        {"id": "low", "up_to_percent": 50},
        {
            "id": "high",
            "ready_at": {"controls": 100, "each_principle": 100},
            "obligations": ["Test it."],
            "approval": "Head",
            "reassess_months": 6,
        },
        {"id": "banned", "stop": True},
    ],
    checks=[{"id": "odd", "when": {"question": "first", "is": "no"}, "text": "That is odd."}],
    subject={"system": "system"},
    scoring={"mitigation": {"method": "step", "at_percent": 50, "reduces_percent": 10, "blocked_when": ["incomplete"]}},
)
REPORT = report_of(
    QUESTIONNAIRE,
    {
        "system": "The system",
        "first": {
            "value": "no",
            "note": "So far.",
            "evidence": [{"reference": "File 1", "date": "2026-01-31"}],
            "confirmed": False,
        },
        "harm": "all",
        "fence": "half",
        "several": ["one", "two"],
        "register": [
            {
                "title": "Bias",
                "likelihood": 2,
                "consequence": 3,
                "treatment": "Test",
                "owner": "Us",
                "due": "2026-12-31",
            }
        ],
        "hidden": {"value": "kept", "note": "Kept."},
        "open": UNSURE,
        "proven": "yes",
    },
    assessor="A. Officer",
    completed_at="2026-01-31T10:00:00+08:00",
)

# What a comparison passes over, and why (docs/diff-format.md#what-is-no-difference).
NOISE = re.compile(
    r"""tool\.version | digest | questionnaire\.(id|language|digest)   # which file it is, and in which words
    | findings\[\d+\]\.(points_won|ref|question)                       # what other fields say as well …
    | (missing|inactive)\[\d+\]\.(section|section_title) | missing\[\d+\]\.(text|ref)
    | findings\[\d+\]\.actor_title
    | (unconfirmed|unevidenced)\[\d+\]\.(?!question).*
    | result\.reasons\[\d+\]\.(kind|title)
    | result\.reasons\[0\]\.text | result\.shortfalls\[\d+\]\.text | result\.undetermined_by\[\d+\]\.text""",
    re.VERBOSE,
)


def leaves(data, path=""):
    """Yield (path, container, key) of every value that holds no others."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        here = f"{path}[{key}]" if isinstance(data, list) else f"{path}.{key}".lstrip(".")
        if isinstance(value, (dict, list)) and value:
            yield from leaves(value, here)
        else:
            yield here, data, key


def other_value(value, path):
    """Return another value that the report's schema takes in the same place, or None."""
    known = {
        "status": ["complete", "incomplete"] if path.startswith("result") else ["official", "draft"],
        "verdict": ["ready", "stop"],
        "level_from": ["residual", "inherent"],
        "severity": ["minor", "major"],
        "score": ["inherent", "control"],
        "blocked_by[0]": ["incomplete", "critical_finding"],
    }.get(path.rpartition(".")[2])
    if path.startswith(("answers", "inactive", "missing")) and path.endswith("status"):
        known = ["unanswered", "unsure"]
    if known:
        return next(item for item in known if item != value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value - 1 if value > 1 else value + 1
    if isinstance(value, str):
        return re.sub(r"[a-z0-9](?=[^a-z0-9]*$)", lambda last: "1" if last.group() == "2" else "2", value)
    return {"percent": 7, "due": "2026-12-31", "principle": "safe", "actor": "owner", "rule": "rule_9"}.get(
        path.rpartition(".")[2], "added"
    )


PATHS = [path for path, _, _ in leaves(REPORT) if path not in ("format", "tool.name")]


def edited(path):
    """Return the report with the value at a path changed to another that its schema takes."""
    report = copy.deepcopy(REPORT)
    container, key = next((container, key) for found, container, key in leaves(report) if found == path)
    if container[key] == []:
        container[key] = [{"reference": "added"}] if key == "evidence" else ["added"]
    else:
        container[key] = other_value(container[key], path)
    return report


@each("path", PATHS, one_in=4)
def test_a_change_of_any_value_is_found(path):
    changed = edited(path)
    assert changed != REPORT
    if path == "questionnaire.id":
        with pytest.raises(InvalidInput):
            compare(REPORT, changed)
        return
    for at_hand in ([QUESTIONNAIRE], []):
        for old, new in ((REPORT, changed), (changed, REPORT)):
            found = compare(old, new, questionnaires=at_hand, edited=(True, True))
            if path == "questionnaire.digest":
                assert changes_in(found) >= {"questionnaire"}
            elif NOISE.fullmatch(path):
                assert is_empty(found), path
            else:
                assert not is_empty(found), path
    assert renderer("md", "diff")(found) != renderer("md", "diff")(found | {"old": found["old"] | {"edited": False}})


def test_most_of_a_report_is_compared():
    """The list of what is passed over stays short."""
    assert len(PATHS) > 150
    assert sum(bool(NOISE.fullmatch(path)) for path in PATHS) < 45


def test_what_only_a_hand_can_have_changed_is_named_with_its_place():
    new = copy.deepcopy(REPORT)
    new["answers"][2]["label"] = "Option none"
    new["answers"][3]["points"] = 4
    new["sections"][0]["title"] = "Other"
    found = compared(REPORT, new, QUESTIONNAIRE)
    assert found["unexplained"] == [
        {"place": "section.main", "old": "Section main", "new": "Other"},
        {"place": "label.harm.all", "old": "Option all", "new": "Option none"},
        {"place": "answers.fence.points", "old": 2, "new": 4},
    ]


# Of valid shape, and nonsense


# Where a report may hold any text.
FREE = re.compile(
    r"\.(system|agency|assessor|completed_at|classification|ref|note|reference|treatment|owner|value|label|text|action|title"
    r"|\w+_title|statement|approval)$|(obligations|label|value|titles)\[\d+\]$"
)


def shuffled(report, random):
    """Return a report in which parts stand twice, elsewhere, or not at all, and texts are hostile."""
    report = copy.deepcopy(report)
    lists = ("contradictions", "unconfirmed", "unevidenced")
    for part in ("answers", "inactive", "findings", "risks", "missing", *lists, "sections", "obligations"):
        items = report[part]
        if items and random.random() < 0.5:
            items[random.randrange(len(items))] = copy.deepcopy(random.choice(items))
        if items and random.random() < 0.3:
            items.append(copy.deepcopy(random.choice(items)))
        if items and random.random() < 0.2:
            items.pop(random.randrange(len(items)))
        if random.random() < 0.3:
            random.shuffle(items)
    for part in lists if random.random() < 0.3 else ():  # an earlier version made it, or a hand
        del report[part]
    places = list(leaves(report))
    for path, container, key in random.sample(places, min(len(places), random.randint(0, 25))):
        if isinstance(container[key], str) and FREE.search(path):
            container[key] = random.choice(STRINGS)
        elif isinstance(container[key], int) and not isinstance(container[key], bool):
            container[key] = random.choice([0, 1, 5, 25, 2**53 - 1, 3.0])
    for item in report["answers"]:
        if random.random() < 0.1:
            item["value"] = random.choice(
                [None, [], [[1]], [{"a": {}}], "x" * 50, 2.0, ["one", "one"], [True], [None, 1]]
            )
            item["label"] = random.choice([None, [], "label", ["a", "b", "c"]])
    return report


def valid(report):
    """Return whether the report would be read at all."""
    try:
        check_report(report, "report.json")
    except InvalidInput:
        return False
    return True


@examples(20)
@given(st.integers(0, 2**32))
def test_no_report_that_can_be_read_makes_it_fail(seed):
    random = Random(seed)
    old, new = shuffled(REPORT, random), shuffled(REPORT, random)
    for report in (old, new):
        if random.random() < 0.3:
            report["questionnaire"]["digest"] = "sha256:" + "0" * 64
        if random.random() < 0.3:
            report["questionnaire"]["language"] = "ms"
    if not (valid(old) and valid(new)):
        return
    for at_hand in ([QUESTIONNAIRE], []):
        found = compare(
            old, new, questionnaires=at_hand, edited=(True, True), language=random.choice([None, "ms", "en"])
        )
        assert json.loads(json.dumps(found, allow_nan=False)) == found
        assert SCHEMA.is_valid(found)
        for name in DIFF_FORMATS:
            assert renderer(name, "diff")(found).endswith("\n")


def test_the_shuffled_reports_are_mostly_read():
    """Else the property above would say little."""
    random = Random(1)
    assert sum(valid(shuffled(REPORT, random)) for _ in range(12)) > 4


def test_a_report_of_nothing():
    assert is_empty(compared(report_of(EVERY_TYPE), report_of(EVERY_TYPE), EVERY_TYPE))
    found = compared(report_of(EVERY_TYPE), report_of(EVERY_TYPE, {"pick": SET_ASIDE, "guard": SET_ASIDE}), EVERY_TYPE)
    assert {item["question"] for item in found["answers"]} == {"pick", "guard"}


def test_large_reports_are_compared_in_a_moment():
    """Two reports of very long texts, made so that the usual ways to compare lines take hours."""
    long = ["\n".join(Random(n).choices("ab", k=10_000)) for n in range(2)]
    questionnaire = load_questionnaire("gpaisa@1.0.0")
    given = [{"purpose": text, "disbenefits": text} for text in long]
    found = compared(*(report_of(questionnaire, item) for item in given), questionnaire)
    assert len(renderer("md", "diff")(found).splitlines()) < 50_000
