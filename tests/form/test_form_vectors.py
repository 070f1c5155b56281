"""The scripts of the form against the Python engine: the same questions apply, the same answers are taken and refused."""

import json
from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from aiassess import AnswerSet, InvalidInput, load_questionnaire
from aiassess.answers.check import check_answers
from aiassess.answers.dump import answers_data
from aiassess.answers.strict_json import parse_json
from aiassess.canonical import to_json
from aiassess.files import decode_text
from aiassess.form.web.data import form_data
from aiassess.scoring.assess import score
from support import edges, examples
from support.form_pages import form_of
from support.mutations import ABOUT, FULL, mutated
from support.node import run_node
from support.strategies import questionnaires, random_answers
from support.tiny import EVERY_TYPE, answers_document

NOT_READ = ("json_duplicate_key", "json_depth", "json_size", "json_surrogate")
LOGIC = ("conditions", "values", "files")
APPLIES = """
  return cases.map(({ form, documents }) => {
    const ready = prepared(form);
    return documents.map((document) => {
      const { about, answers, problems } = checkDocument(ready, document);
      const active = applicable(ready, answers);
      return [[...active.keys()], contradictions(ready, active).map((check) => check.id), problems.length,
        answersText(ready, about, answers)];
    });
  });
"""
CHECKED = """
  const ready = prepared(cases.form);
  const found = [];
  for (const bytes of cases.texts) {
    const { about, answers, problems } = await opened(ready, new Blob([Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))]));
    const text = problems.length ? "" : answersText(ready, about, answers);
    found.push([problems.map(({ code, path }) => [code, path ?? ""]), text]);
  }
  return found;
"""


def many(test):
    """Run a test in both tiers: the deep one tries ten times as much."""
    test.both_tiers = True
    return test


def times(number):
    return number if examples.tier == "fast" else 10 * number


def drawn(strategy, number, start=1):
    """Return so many examples of a strategy, the same each time."""
    found = []

    @seed(start)
    @settings(max_examples=number, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(strategy)
    def collect(example):
        found.append(example)

    collect()
    return found


def applicability(questionnaire, documents):
    """Return what Python finds of each document."""
    found = []
    for document in documents:
        answers = check_answers(document, questionnaire, "x")
        assessment = score(questionnaire, answers)
        text = to_json(answers_data(answers, questionnaire.by_id))
        found.append([[*assessment.marks], [check.id for check in assessment.contradictions], 0, text])
    return found


def documents_for(questionnaire, random, number):
    return [
        answers_document(
            questionnaire,
            random_answers(
                questionnaire, random, omit=random.choice([0, 0.3, 0.7]), proven=0.3, waiting=0.3, unconfirmed=0.1
            ),
        )
        for _ in range(number)
    ]


def agree_on_applicability(some, number, tmp_path):
    random = Random(1)
    asked = [(questionnaire, documents_for(questionnaire, random, number)) for questionnaire in some]
    cases = [{"form": form_data(form_of(questionnaire)), "documents": documents} for questionnaire, documents in asked]
    found = run_node(LOGIC, APPLIES, cases, tmp_path)
    for (questionnaire, documents), here in zip(asked, found, strict=True):
        expected = applicability(questionnaire, documents)
        for document, there, mine in zip(documents, expected, here, strict=True):
            assert mine == there, (questionnaire.document, document["answers"])
    return sum(map(len, found))


@many
def test_the_same_questions_apply_in_any_questionnaire(tmp_path):
    number = times(150)
    some = drawn(st.one_of(questionnaires(), questionnaires(by_level=True), questionnaires(trigger=True)), number)
    assert agree_on_applicability(some, 10, tmp_path) >= 1000


def test_the_same_questions_apply_in_gpaisa(tmp_path):
    assert agree_on_applicability([load_questionnaire("gpaisa")], 60, tmp_path) == 60


def verdict(raw, questionnaire):
    """Return the problems that Python finds in a text, as code and path, and the text that it would write."""
    try:
        answers = check_answers(parse_json(decode_text(raw, "x", len(raw)), "x"), questionnaire, "x")
    except InvalidInput as error:
        return [(problem.code, problem.path or "") for problem in error.problems], ""
    now = replace(answers, questionnaire_version=questionnaire.version)  # the form writes the version that it asks
    return [], to_json(answers_data(now, questionnaire.by_id))


def agree_on_texts(texts, questionnaire, tmp_path):
    cases = {"form": form_data(form_of(questionnaire)), "texts": [text.decode("latin-1") for text in texts]}
    found = run_node(LOGIC, CHECKED, cases, tmp_path)
    refused = 0
    for text, (problems, written) in zip(texts, found, strict=True):
        expected, theirs = verdict(text, questionnaire)
        refused += bool(expected)
        assert bool(problems) == bool(expected), (text[:300], problems, expected)
        if written:
            assert json.loads(written) == json.loads(theirs), text[:300]
        if not any(code.startswith("page_") or code in NOT_READ for code, _ in problems):
            same = [[code.removesuffix("_near"), path] for code, path in expected]
            assert sorted(problems) == sorted(same), text[:300]
    return refused


def test_the_same_values_are_accepted_and_refused(tmp_path):
    texts = [text.encode() for text in edges.CASES]
    texts += [(edges.DOCUMENT % ("", "")).encode().replace(old, new, 1) for old, new in edges.REPLACED]
    refused = agree_on_texts(texts, EVERY_TYPE, tmp_path)
    assert 100 < refused < len(texts) - 100


@many
def test_the_same_changed_documents_are_accepted_and_refused(tmp_path):
    documents = drawn(mutated(answers_document(EVERY_TYPE, FULL, **ABOUT)), times(2000))
    texts = [json.dumps(document).encode() for document in documents]
    assert agree_on_texts(texts, EVERY_TYPE, tmp_path) > 100


def test_an_empty_form_asks_as_an_empty_assessment_does(tmp_path):
    questionnaire = load_questionnaire("gpaisa")
    cases = [{"form": form_data(form_of(questionnaire)), "documents": [answers_document(questionnaire, {})]}]
    [[mine]] = run_node(LOGIC, APPLIES, cases, tmp_path)
    assert mine[0] == [*score(questionnaire, AnswerSet("gpaisa", questionnaire.version)).marks]
