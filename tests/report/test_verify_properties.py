"""No edit of a genuine report passes, and every genuine report does."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import InvalidInput
from aiassess.canonical import digest_of, to_json
from aiassess.questionnaire.editions import Editions
from aiassess.report.documents import parse_report
from aiassess.report.saved import answers_document
from aiassess.report.verify import translated, verify, verify_text
from support.examples import examples
from support.strategies import many_answers, questionnaires
from support.tiny import report_of

OTHER = [
    "",
    "x",
    "low",
    "q0",
    "o0",
    "o1",
    "yes",
    "unsure",
    "answered",
    "unanswered",
    "not_applicable",
    "1.2.1",
    "2.0.0",
]
OTHER += [None, True, False, 0, 1, 3, 12.5, [], ["o1"], "2026-02-02", "sha256:" + "a" * 64, "critical", "en", "ms"]


def edited(report, random):
    """Return a copy in which one value is another one, is gone, stands twice, or has changed places with its neighbour."""
    report = copy.deepcopy(report)
    holder, key = random.choice(list(places(report)))
    forms = (
        ["other", "other", "other", "gone", "twice", "swapped"]
        if isinstance(holder, list)
        else ["other", "other", "gone"]
    )
    form = random.choice(forms)
    if form == "gone":
        del holder[key]
    elif form == "twice":
        holder.insert(key, holder[key])
    elif form == "swapped":
        holder[key], holder[key - 1] = holder[key - 1], holder[key]
    else:
        holder[key] = random.choice([value for value in OTHER if to_json(value) != to_json(holder[key])])
    return report


def places(value):
    """Yield (holder, key) of everything in a document."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield value, key
        yield from places(inner)


def verified(report, editions):
    """Return what is said of a report and the report as it was read; None where it is refused."""
    text = to_json(report)
    try:
        saved = parse_report(text, "report.json")
    except InvalidInput:
        with pytest.raises(InvalidInput):
            verify_text(text, "report.json", editions)
        return None
    result = verify(saved, editions)
    assert verify_text(text, "report.json", editions) == result
    return result, saved


@examples(30)
@given(questionnaires(), st.integers(0, 2**32))
def test_every_genuine_report_is_reproduced_and_no_edited_one(questionnaire, seed):
    editions = Editions([questionnaire])
    for given_, random in many_answers(questionnaire, seed, 2):
        about = {"completed_at": "2026-03-01T09:00:00+08:00", "assessor": "A", "language": "en"}
        report = report_of(questionnaire, given_, **random.choice([{}, about]))
        assert verified(report, editions)[0].reproduced
        for _ in range(3):
            check_edited(report, edited(report, random), questionnaire, editions)


def check_edited(report, other, questionnaire, editions):
    if json.dumps(other) == json.dumps(report):
        return
    read = verified(other, editions)
    assert read is None or not read[0].reproduced
    if "digest" in other:
        # A forger who calculates the digest anew gets through only with a report that is genuine, of other answers.
        other["digest"] = digest_of({key: value for key, value in other.items() if key != "digest"})
        read = verified(other, editions)
        if read is not None and read[0].reproduced and other != report:
            assert answers_document(other) != answers_document(report)
            assert translated(read[1], questionnaire, "en") == other


@examples(25)
@given(questionnaires(), st.integers(0, 2**32))
def test_what_is_proven_is_true(questionnaire, seed):
    """Where the digest proves which edit was made, undoing what is said gives the original."""
    editions = Editions([questionnaire])
    ((given_, random),) = many_answers(questionnaire, seed, 1)
    report = report_of(questionnaire, given_)
    for _ in range(6):
        other = edited(report, random)
        read = verified(other, editions)
        if read is None or read[0].outcome != "edited":
            continue
        for item in read[0].differences:
            if item.kind == "value":
                put(other, item.path, item.expected)
        if all(item.kind == "value" for item in read[0].differences):
            assert json.dumps(other) == json.dumps(report)


def put(report, path, value):
    *way, last = path.replace("]", "").replace("[", ".").split(".")
    for step in way:
        report = report[int(step)] if step.isdigit() else report[step]
    report[int(last) if last.isdigit() else last] = value
