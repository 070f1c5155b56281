"""What must hold of any comparison: whole, exact, and the same both ways."""

import json
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from aiassess import build_report, score
from aiassess.answers.carry import carry_over
from aiassess.diff.compare import is_empty
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.report.saved import answers_document
from support.differences import changes_in, compared
from support.examples import examples
from support.strategies import documents, many_answers, questionnaires, random_answers, random_entry
from support.tiny import answer_set

SEEDS = st.integers(0, 2**32)


def report_of(questionnaire, given, **about):
    return build_report(score(questionnaire, answer_set(questionnaire, given, **about)))


def revised(questionnaire, given, random):
    """Return answers of which some were given anew, some taken back, some supported by other evidence or left to others."""
    new = {}
    for question in questionnaire.questions:
        chance = random.random()
        if chance < 0.3:
            new[question.id] = random_entry(question, random, unsure=0.2)
        elif chance < 0.4:
            new[question.id] = {"note": "A note.", "evidence": [{"reference": f"File {random.randint(1, 2)}"}]}
        elif chance < 0.9 and question.id in given:
            new[question.id] = entry = given[question.id]
            if (
                type(entry) is dict
                and entry.get("status") == "unsure"
                and questionnaire.actors
                and random.random() < 0.5
            ):
                new[question.id] = entry | {"for": random.choice(questionnaire.actors).id}
    return new


def pairs(questionnaire, seed, number=2):
    for old, random in many_answers(questionnaire, seed, number, waiting=0.7):
        yield report_of(questionnaire, old), report_of(questionnaire, revised(questionnaire, old, random))


@examples(12)
@given(questionnaires(), SEEDS)
def test_a_report_does_not_differ_from_itself(questionnaire, seed):
    for answers, _ in many_answers(questionnaire, seed, 1):
        report = report_of(questionnaire, answers)
        for at_hand in ([questionnaire], []):
            found = compared(report, json.loads(json.dumps(report)), *at_hand)
            assert is_empty(found)
            assert changes_in(found) == set()


def entries(report):
    """Return the answers of a report as a file has them, evidence in an order that is the same for the same evidence."""
    found = answers_document(report)["answers"]
    for entry in found.values():
        if "evidence" in entry:
            entry["evidence"] = sorted(entry["evidence"], key=json.dumps)
    return found


def applied(entry, change):
    """Return an answer after a change that the comparison lists, made from nothing but that change."""
    entry = dict(entry)
    if change["change"]:
        entry = {name: entry[name] for name in ("note", "evidence") if name in entry}
        new = change["new"]
        entry |= {"answered": {"value": new["value"]}, "unanswered": {}}.get(new["status"], {"status": new["status"]})
    if change["waits_for"]:
        entry["for"] = (change["waits_for"]["new"] or {"id": None})["id"]
    if change["note"]:
        entry["note"] = change["note"]["new"]
    evidence = [item for item in entry.get("evidence", []) if item not in change["evidence"]["removed"]]
    entry["evidence"] = sorted(evidence + change["evidence"]["added"], key=json.dumps)
    return {name: value for name, value in entry.items() if value not in (None, [])}


@examples(12)
@given(questionnaires(), SEEDS)
def test_the_listed_answers_turn_the_old_ones_into_the_new_ones_and_no_others_are_listed(questionnaire, seed):
    for old, new in pairs(questionnaire, seed):
        found = compared(old, new, questionnaire)
        before, after = entries(old), entries(new)
        changes = {item["question"]: item for item in found["answers"]}
        for name in {**before, **after}:
            assert (name in changes) == (before.get(name, {}) != after.get(name, {})), name
            if name in changes:
                assert applied(before.get(name, {}), changes[name]) == after.get(name, {})
        assert not set(changes) - set(before) - set(after)
        assert is_empty(found) == (old == new)


@examples(10)
@given(questionnaires(), SEEDS)
def test_each_list_is_exactly_what_came_and_went(questionnaire, seed):
    for old, new in pairs(questionnaire, seed):
        found = compared(old, new, questionnaire)
        opened, closed = ({item["id"] for item in found["findings"][name]} for name in ("opened", "closed"))
        ids = [{item["id"] for item in report["findings"]} for report in (old, new)]
        assert (opened, closed) == (ids[1] - ids[0], ids[0] - ids[1])
        applying = [{item["question"] for item in report["answers"]} for report in (old, new)]
        came, went = (
            {item["question"] for item in found["applicability"] if item["applies"] == now} for now in (True, False)
        )
        assert (came, went) == (applying[1] - applying[0], applying[0] - applying[1])
        missing = [{item["question"] for item in report["missing"]} for report in (old, new)]
        assert {item["question"] for item in found["missing"]["added"]} == missing[1] - missing[0]
        order = [question.id for question in questionnaire.questions]
        for part in ("answers", "applicability"):
            places = [order.index(item["question"]) for item in found[part]]
            assert places == sorted(places)


@examples(10)
@given(questionnaires(), SEEDS)
def test_whatever_came_or_went_has_a_cause_that_changed(questionnaire, seed):
    for old, new in pairs(questionnaire, seed):
        found = compared(old, new, questionnaire)
        changed = {item["question"] for item in found["answers"] if item["change"]}
        for item in found["applicability"]:
            assert item["causes"]
            assert {cause["question"] for cause in item["causes"]} <= changed


MIRROR = {"up": "down", "down": "up", "better": "worse", "worse": "better"}


@examples(10)
@given(questionnaires(), SEEDS)
def test_the_other_way_round_it_is_the_mirror_image(questionnaire, seed):
    for old, new in pairs(questionnaire, seed):
        found, back = compared(old, new, questionnaire), compared(new, old, questionnaire)
        assert [item["id"] for item in found["findings"]["opened"]] == [
            item["id"] for item in back["findings"]["closed"]
        ]
        for name in ("level", "verdict", "status", "inherent", "controls", "residual"):
            there, here = found["result"][name], back["result"][name]
            assert (there is None) == (here is None)
            if there:
                assert (there["old"], there["new"]) == (here["new"], here["old"])
                assert MIRROR.get(there["direction"], there["direction"]) == here["direction"]
                assert MIRROR.get(there["effect"], there["effect"]) == here["effect"]
        effects = [{item["question"]: item["effect"] for item in diff["answers"]} for diff in (found, back)]
        assert {name: MIRROR.get(effect, effect) for name, effect in effects[0].items()} == effects[1]


# Two editions

EDITIONS = st.tuples(documents(), documents()).map(
    lambda pair: [
        build_questionnaire({**document, "version": version})
        for document, version in zip(pair, ("1.0.0", "1.1.0"), strict=True)
    ]
)


def two_editions(editions, seed):
    random = Random(seed)
    old, new = (random_answers(questionnaire, random) for questionnaire in editions)
    return report_of(editions[0], old), report_of(editions[1], new)


@examples(15)
@given(EDITIONS, SEEDS)
def test_any_two_editions_can_be_compared(editions, seed):
    old, new = two_editions(editions, seed)
    found = compared(old, new, editions[1])
    assert found["questionnaire"]["rescored"]
    for score_ in (found["result"][name] for name in ("inherent", "controls", "residual")):
        if score_ and score_["shares"]:
            tenths = [
                round(10 * number)
                for number in (*score_["shares"].values(), score_["new"]["percent"], -score_["old"]["percent"])
            ]
            assert tenths[0] + tenths[1] == tenths[2] + tenths[3]
    for at_hand in (editions, editions[:1], []):
        compared(old, new, *at_hand)


@examples(12)
@given(EDITIONS, SEEDS)
def test_with_the_old_answers_carried_over_nothing_is_the_answers_doing(editions, seed):
    old, _ = two_editions(editions, seed)
    carried, _ = carry_over({**answers_document(old), "about": {}}, editions[1], "")
    found = compared(old, build_report(score(editions[1], carried)), editions[1])
    listed = [*found["findings"]["opened"], *found["findings"]["closed"], *found["findings"]["changed"]]
    listed += [*found["applicability"], *found["missing"]["added"], *found["result"]["reasons"]["added"]]
    listed += [item for item in found["answers"] if item["change"]]
    assert {item["because"] for item in listed} <= {"questionnaire"}
    for name in ("level", "verdict", "status", "inherent", "controls", "residual"):
        change = found["result"][name]
        assert change is None or change["rescored"] == change["new"]


@examples(12)
@given(EDITIONS, SEEDS)
def test_the_second_step_is_what_the_answers_alone_change(editions, seed):
    """From the old answers scored anew to the new report: the same as comparing those two reports."""
    old, new = two_editions(editions, seed)
    carried, _ = carry_over({**answers_document(old), "about": {}}, editions[1], "")
    middle = build_report(score(editions[1], carried))
    found, second = compared(old, new, editions[1]), compared(middle, new, editions[1])
    by_answers = {item["id"] for item in found["findings"]["opened"] if item["because"] == "answers"}
    assert by_answers == {item["id"] for item in second["findings"]["opened"]} - {
        item["id"] for item in old["findings"]
    }
    came = {item["question"] for item in found["applicability"] if item["because"] == "answers"}
    assert came <= {item["question"] for item in second["applicability"]}
    for name in ("level", "inherent", "controls"):
        change, step = found["result"][name], second["result"][name]
        if change and step:
            assert (change["rescored"], change["new"]) == (step["old"], step["new"])
