"""Reports of a questionnaire with every key that settles a level early: valid, whole, reproduced, the same as themselves."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from aiassess import build_report, load_questionnaire, score
from aiassess.answers.dump import answers_data
from aiassess.canonical import to_json
from aiassess.diff.compare import compare, is_empty
from aiassess.questionnaire.editions import Editions
from aiassess.render import DIFF_FORMATS, TEXT_FORMATS, renderer
from aiassess.report.saved import answers_document
from aiassess.report.verify import verify_text
from support.differences import SCHEMA
from support.examples import examples
from support.schemas import Schema
from support.tiny import answer_set

QUESTIONNAIRE = load_questionnaire(str(Path(__file__).parent.parent / "goldens" / "settling" / "questionnaire.yaml"))
REPORT = Schema("report")
BESIDE = st.fixed_dictionaries(
    {}, optional={"confirmed": st.booleans(), "evidence": st.just([{"reference": "File 1"}]), "note": st.just("Seen.")}
)


def answers_to(question):
    values = [option.id for option in question.options] or {"number": [0, 12], "date": ["2027-11-01"]}.get(
        question.type, ["Sorter"]
    )
    said = st.sampled_from([{"status": "unsure"}, *({"value": value} for value in values)])
    return st.tuples(said, BESIDE).map(lambda parts: parts[0] | parts[1])


GIVEN = st.fixed_dictionaries({}, optional={item.id: answers_to(item) for item in QUESTIONNAIRE.questions})


@examples(300)
@given(GIVEN, GIVEN, st.sampled_from(["en", "ms"]))
def test_whatever_is_answered(old, new, language):
    answers = answer_set(QUESTIONNAIRE, new)
    before, report = (
        build_report(score(QUESTIONNAIRE, item), language) for item in (answer_set(QUESTIONNAIRE, old), answers)
    )
    REPORT.validate(report)
    names = [question.id for question in QUESTIONNAIRE.questions]
    assert answers_document(report)["answers"] == answers_data(answers, names)["answers"]
    assert verify_text(to_json(report), "report.json", Editions([QUESTIONNAIRE])).reproduced
    result, listed = (
        report["result"],
        {name: {item["question"] for item in report[name]} for name in ("missing", "unconfirmed")},
    )
    assert (result["status"] == "complete") == (not listed["missing"] | listed["unconfirmed"])
    assert not listed["missing"] & listed["unconfirmed"]
    assert result["level_settled"] == (result["level_range"][0] == result["level_range"][1])
    counted = {item["question"]: item for item in report["answers"]}
    for item in report["unevidenced"]:
        assert item["points"] == counted[item["question"]]["points"] != item["points_with_evidence"]
    found = compare(before, report, questionnaires=[QUESTIONNAIRE])
    SCHEMA.validate(found)
    assert is_empty(found) == (before["digest"] == report["digest"])
    assert found["unexplained"] == []
    for name in TEXT_FORMATS:
        assert renderer(name)(report).endswith("\n")
    for name in DIFF_FORMATS:
        assert renderer(name, "diff")(found).endswith("\n")
