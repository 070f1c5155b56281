"""Each kind of change between two editions: what it is, which number of the version it needs, and why."""

import copy
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st
from test_edition_goldens import FULL, GOLDEN

from aiassess import load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.edition.bump import bump_for
from aiassess.edition.changes import changes_between
from aiassess.edition.listing import Listing
from aiassess.errors import InvalidInput
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.questionnaire.schema import schema_problems
from aiassess.questionnaire.yaml_source import Source
from aiassess.resources import data_folder, load_schema
from support.each import each
from support.examples import examples
from support.tiny import LEVELS, SET_ASIDE, answers_document, checked, control, inherent, tiny

WORDS = {"id": "name", "text": "What is the name of the system that you assess?"}


def told(old, new):
    return [
        (item["change"], item["of"], item["place"], item["needs"], item["cause"])
        for item in Listing(old, new, "en").changes
    ]


def both(old, new, **parts):
    """Return the changes between two questionnaires of these questions."""
    return told(*(tiny(*questions, **parts) for questions in (old, new)))


def guard(**options):
    return control(options={"no": 0, **options})


Q = "sections.main.questions."
CASES = {
    "question gone": ([WORDS, inherent()], [WORDS], [("removed", "question", Q + "risk", "major", "gone")]),
    "question new": ([WORDS], [WORDS, inherent()], [("added", "question", Q + "risk", "minor", "required")]),
    "optional question new": (
        [WORDS],
        [WORDS, inherent(required=False)],
        [("added", "question", Q + "risk", "minor", "asked")],
    ),
    "question renamed": (
        [WORDS],
        [WORDS | {"id": "title"}],
        [("renamed", "question", Q + "title.id", "major", "renamed")],
    ),
    "type": ([WORDS], [WORDS | {"type": "date"}], [("changed", "question", Q + "name.type", "major", "type")]),
    "text": (
        [WORDS],
        [WORDS | {"text": "What is the name of the system that you look at?"}],
        [("changed", "question", Q + "name.text", "patch", "wording")],
    ),
    "another text": (
        [WORDS],
        [WORDS | {"text": "Who pays for it?"}],
        [("changed", "question", Q + "name.text", "patch", "doubt")],
    ),
    "weight": ([inherent()], [inherent(weight=2)], [("changed", "question", Q + "risk.weight", "minor", "counts")]),
    "points": (
        [guard(yes=2)],
        [guard(yes=1)],
        [("changed", "option", Q + "guard.options.yes.points", "minor", "counts")],
    ),
    "option gone": (
        [guard(half=1, yes=2)],
        [guard(yes=2)],
        [("removed", "option", Q + "guard.options.half", "major", "gone")],
    ),
    "option new": (
        [guard(yes=2)],
        [guard(half=1, yes=2)],
        [("added", "option", Q + "guard.options.half", "minor", "option")],
    ),
    "options reordered": (
        [guard(half=1, yes=2)],
        [guard(yes=2, half=1)],
        [("reordered", "question", Q + "guard.options", "patch", "order")],
    ),
    "questions reordered": (
        [WORDS, inherent(), control()],
        [control(), WORDS, inherent()],
        [("reordered", "section", "sections.main.questions", "patch", "order")],
    ),
    "required": (
        [WORDS | {"required": False}],
        [WORDS],
        [("changed", "question", Q + "name.required", "minor", "required")],
    ),
    "no longer set aside": (
        [control(not_applicable=True)],
        [control()],
        [("changed", "question", Q + "guard.not_applicable", "major", "narrowed")],
    ),
    "narrower": (
        [{"id": "n", "type": "number", "maximum": 9}],
        [{"id": "n", "type": "number", "maximum": 5}],
        [("changed", "question", Q + "n.maximum", "major", "narrowed")],
    ),
    "wider": (
        [{"id": "n", "type": "number", "maximum": 9}],
        [{"id": "n", "type": "number"}],
        [("changed", "question", Q + "n.maximum", "minor", "counts")],
    ),
    "condition": (
        [inherent(), WORDS],
        [inherent(), WORDS | {"show_if": {"question": "risk", "is": "all"}}],
        [("changed", "question", Q + "name.show_if", "minor", "asked")],
    ),
    "finding": (
        [control()],
        [control(findings=[{"on": ["no"], "severity": "minor"}])],
        [("added", "finding", Q + "guard.findings.finding_1", "minor", "counts")],
    ),
}


@each("case", CASES)
def test_a_change(case):
    old, new, expected = CASES[case]
    assert both(old, new) == expected


RULE = {"when": {"question": "risk", "is": "all"}, "level": "high"}


@each(
    "before, after, expected",
    [
        ({}, {"rules": [RULE]}, ("added", "rule", "rules.rule_1", "minor", "counts")),
        ({"rules": [RULE]}, {}, ("removed", "rule", "rules.rule_1", "minor", "counts")),
        (
            {"rules": [RULE]},
            {"rules": [RULE | {"level": "middle"}]},
            ("changed", "rule", "rules.rule_1.level", "minor", "counts"),
        ),
        (
            {"rules": [RULE]},
            {"rules": [RULE | {"when": {"question": "risk", "any_of": ["some", "all"]}}]},
            ("changed", "rule", "rules.rule_1.when", "minor", "counts"),
        ),
        (
            {},
            {"levels": [LEVELS[0] | {"up_to_percent": 30}, *LEVELS[1:]]},
            ("changed", "level", "levels.low.up_to_percent", "minor", "counts"),
        ),
        (
            {},
            {"scoring": {"inherent": {"maximum": 9}}},
            ("changed", "questionnaire", "scoring.inherent.maximum", "minor", "counts"),
        ),
        ({}, {"title": "Small"}, ("changed", "questionnaire", "title", "patch", "wording")),
        ({}, {"id": "other"}, ("renamed", "questionnaire", "id", "major", "renamed")),
    ],
)
def test_a_change_elsewhere(before, after, expected):
    assert told(tiny(inherent(), **before), tiny(inherent(), **after)) == [expected]


def test_a_mapping_means_nothing_else():
    def edition(mapped, **more):
        return tiny(WORDS | {"maps_to": {"law": mapped}}, frameworks=[{"id": "law", "title": "Law"} | more])

    old = edition(["Art. 1"])
    place = Q + "name.maps_to"
    assert told(tiny(WORDS), old) == [
        ("changed", "question", place, "patch", "wording"),
        ("added", "framework", "frameworks.law", "patch", "wording"),
    ]
    assert told(old, edition(["Art. 1", "Art. 2"])) == [("changed", "question", place, "patch", "wording")]
    listed = "frameworks.law.references"
    assert told(old, edition(["Art. 1"], references=["Art. 1"])) == [
        ("changed", "framework", listed, "patch", "wording")
    ]
    (change,) = Listing(old, edition(["Art. 1", "Art. 2"]), "en").changes
    assert (change["old"], change["new"]) == ({"law": ["Art. 1"]}, {"law": ["Art. 1", "Art. 2"]})


def test_a_renamed_option_is_told_as_one_with_what_to_write():
    """Conditions and findings that follow the new id are no changes of their own."""

    def edition(name):
        labels = [{"id": "no", "label": "No"}, {"id": name, "label": "Planned, not done yet", "points": 1}]
        finding = {"on": ["no", name], "severity": "minor"}
        later = inherent(show_if={"question": "guard", "is": name})
        return tiny({"id": "guard", "score": "control", "options": labels, "findings": [finding]}, later)

    (found,) = Listing(edition("planned"), edition("in_plan"), "en").changes
    assert (found["change"], found["old"], found["new"], found["needs"]) == ("renamed", "planned", "in_plan", "major")
    assert found["fix"] == "Keep the id planned; change only its text."


def test_a_renamed_principle_actor_or_level_is_told_once():
    """Not again on each question, finding, rule and condition that names it."""

    def edition(**ids):
        names = {name: ids.get(name, name) for name in ("open", "owner", "middle", "form")}
        titles = {name: {"id": id_, "title": f"The {name} of them all"} for name, id_ in names.items()}
        tags = {"principles": [names["open"]], "actors": [names["owner"]], "source": [names["form"]]}
        finding = {"on": ["no"], "severity": "minor", "actor": names["owner"]}
        condition = {"level_at_least": names["middle"]}
        levels = [level | {"id": names.get(level["id"], level["id"]), "title": level["id"]} for level in LEVELS]
        return tiny(
            inherent(**tags),
            control(**tags, findings=[finding], show_if=condition),
            dimensions={"principles": [titles["open"]], "actors": [titles["owner"]]},
            provenance={"status": "draft", "statement": "For a test.", "sources": [titles["form"]]},
            rules=[RULE | {"level": names["middle"]}],
            levels=levels,
        )

    for name, needs in {"open": "minor", "owner": "major", "middle": "minor", "form": "patch"}.items():
        (found,) = changes_between(edition(), edition(**{name: "other"}))
        assert (found.way, found.old, found.new, found.needs) == ("renamed", name, "other", needs)


def test_equal_texts_are_one_thing_before_similar_ones():
    def edition(**labels):
        return tiny(control(options=[{"id": name, "label": label} for name, label in labels.items()]))

    old = edition(a="Planned but not done yet", b="Planned and done")
    new = edition(c="Planned but not yet done", d="Planned but not done yet")
    assert [(x["change"], x["old"], x["new"]) for x in Listing(old, new, "en").changes] == [
        ("added", None, "Planned but not yet done"),
        ("renamed", "a", "d"),
        ("removed", "Planned and done", None),
    ]


def test_so_many_texts_are_compared_and_no_more():
    """Of thousands of renamed options only those with the same text are found: comparing all others would take hours."""

    def edition(letter):
        options = [
            {"id": f"{letter}{n}", "label": f"The same {n}" if n < 5 else f"{letter} number {n} of them all"}
            for n in range(400)
        ]
        return tiny(control(options=options))

    ways = [change.way for change in changes_between(edition("a"), edition("b"))]
    assert (ways.count("renamed"), ways.count("added"), ways.count("removed")) == (5, 395, 395)


def test_a_set_of_options_is_told_once():
    def edition(points):
        options = [{"id": "no", "label": "No"}, {"id": "yes", "label": "Yes", "points": points}]
        questions = [{"id": name, "type": "choice", "score": "control", "options": "done"} for name in ("a", "b", "c")]
        return tiny(*questions, option_sets={"done": options})

    (found,) = Listing(edition(1), edition(2), "en").changes
    assert (found["place"], found["questions"]) == ("option_sets.done.yes.points", ["a", "b", "c"])


def test_a_moved_question_is_neither_gone_nor_new():
    sections = [{"id": name, "questions": [{"id": f"{name}_1"}, {"id": f"{name}_2"}]} for name in ("one", "two")]
    later = copy.deepcopy(sections)
    later[1]["questions"].append(later[0]["questions"].pop())
    found = told(tiny(sections=sections), tiny(sections=later))
    assert found == [("moved", "question", "sections.two.questions.one_2", "patch", "order")]


def test_a_place_that_decides_when_a_question_is_asked():
    """Another order is read only; but before the phase question all phases are asked, and a section has its condition."""
    phase = {"id": "phase", "options": {"idea": 0, "live": 0}}
    parts = {
        "phase_question": "phase",
        "dimensions": {"phases": [{"id": name, "title": name} for name in ("idea", "live")]},
    }
    later = WORDS | {"phases": ["live"]}
    assert both([phase, later], [later, phase], **parts)[0][3:] == ("minor", "asked")
    assert both([phase, WORDS], [WORDS, phase], **parts)[0][3:] == ("patch", "order")
    one, two = [{"id": "a"}, {"id": "b"}], [{"id": "c"}]
    for show_if, needs in ({}, "patch"), ({"show_if": {"question": "a", "answered": True}}, "minor"):
        sections = [
            [{"id": "one", "questions": first}, {"id": "two", "questions": second, **show_if}]
            for first, second in ((one, two), (one[:1], [one[1], *two]))
        ]
        (found,) = told(*(tiny(sections=some) for some in sections))
        assert (found[0], found[3]) == ("moved", needs)


def test_the_fix_of_a_new_question_is_since():
    def fix(**more):
        return Listing(tiny(WORDS), tiny(WORDS, inherent(**more), version="1.3.0"), "en").changes[0]["fix"]

    assert fix() == "Write since: 1.3.0, so that it is told as new rather than missing."
    assert fix(since="1.3.0") is None


def test_conditions_are_told_in_words():
    data = copy.deepcopy(dict(GOLDEN.document))
    data["rules"][0]["when"] = {"not": data["rules"][0]["when"]}
    later = build_questionnaire(checked(data))
    for lang, old, new in (
        ("ms", "soalan 3 ialah “Ya”", "soalan 3 bukan “Ya”"),
        ("en", "question 3 is “Yes”", "question 3 is not “Yes”"),
    ):
        (found,) = Listing(GOLDEN, later, lang).changes
        assert (found["old"], found["new"]) == (old, new)


# Versions


@each(
    "new, stated, enough, suggested",
    [
        ("1.2.3", None, False, "1.3.0"),
        ("1.1.9", None, False, "1.3.0"),
        ("1.2.4", "patch", False, "1.3.0"),
        ("1.3.0", "minor", True, None),
        ("2.0.0", "major", True, None),
    ],
)
def test_which_number_rises(new, stated, enough, suggested):
    found = bump_for(["patch", "minor", "patch"], "1.2.3", new)
    assert found == {"needs": "minor", "stated": stated, "enough": enough, "suggested": suggested}
    assert bump_for([], "1.2.3", new) == {"needs": None, "stated": stated, "enough": True, "suggested": None}


@each(
    "version, enough, suggested",
    [("1.2.0", False, "2.0.0"), ("1.3.0", False, "2.0.0"), ("2.0.0", True, None), ("3.1.4", True, None)],
)
def test_the_bump(version, enough, suggested):
    found = Listing(tiny(WORDS, inherent()), tiny(WORDS, version=version), "en").bump
    assert (found["needs"], found["enough"], found["suggested"]) == ("major", enough, suggested)


# Whatever is changed


def leaves(node, path=()):
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from leaves(value, (*path, key))
    else:
        yield path


def valid(data):
    source = Source(data)
    return not schema_problems(source, load_schema("questionnaire")) and checks_pass(source)


def checks_pass(source):
    from aiassess.questionnaire.checks import check_questionnaire

    return all(problem.severity != "error" for problem in check_questionnaire(source))


GIVEN = [FULL, FULL | {"public": "yes", "harm": "severe", "notice": SET_ASIDE, "bias_test": "none"}, {}]
PLACES = [path for path in leaves(GOLDEN.document) if path[0] not in ("format", "version")]
OTHERS = ["zzz", "none", "partly", "owner", "safe", "minor", "major", "max", "high", "yes", 1, 7, 55, True, False]


@examples(300)
@given(st.sampled_from(PLACES), st.sampled_from(OTHERS), st.booleans())
def test_whatever_is_changed_is_told(path, other, remove):
    data = copy.deepcopy(dict(GOLDEN.document))
    node = data
    for step in path[:-1]:
        node = node[step]
    before = node[path[-1]]
    if remove:
        del node[path[-1]]
    else:
        assume(type(before) is type(other) and before != other)
        node[path[-1]] = other
    assume(valid(data))
    later = build_questionnaire(data)
    assume(replace(later, digest=GOLDEN.digest) != GOLDEN)
    assert changes_between(GOLDEN, later), path
    assert changes_between(later, GOLDEN), path
    for old, new in ((GOLDEN, later), (later, GOLDEN)):
        needs = {change.needs for change in changes_between(old, new)}
        for answers in GIVEN:
            compare_results(old, new, answers, needs)


def compare_results(old, new, answers, needs):
    """Without a change that needs the first number no answers are refused; with none but of the last all count the same."""
    documents = [answers_document(edition, answers) for edition in (old, new)]
    try:
        before = score(old, check_answers(documents[0], old, ""))
    except InvalidInput:
        return
    if "major" not in needs:
        after = score(new, check_answers(documents[1], new, ""))
        same = [one.level.id for one in (before, after)], [one.verdict for one in (before, after)]
        assert needs != {"patch"} or all(one == other for one, other in same)
        assert needs != {"patch"} or (before.residual, before.controls) == (after.residual, after.controls)


@each("file", sorted(data_folder("questionnaires").glob("*.yaml")))
def test_an_edition_does_not_differ_from_itself(file):
    one = load_questionnaire(str(file))
    assert changes_between(one, build_questionnaire(checked(copy.deepcopy(dict(one.document))))) == []
