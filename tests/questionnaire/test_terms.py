"""Terms: a list that an author gives, and the project's own page."""

import pytest

from aiassess.errors import InvalidInput
from aiassess.questionnaire.catalog import checked_source
from aiassess.questionnaire.checks.terms import check_terms, own_terms, terms_of

TEXTS = """
languages: [ms, en]
title: {ms: Penilaian, en: Assessment}
sections:
  - id: only
    title: {ms: Semua, en: All}
    questions:
      - {id: a, type: text, text: {ms: Siapakah bos jabatan?, en: Who is the head  of department?}}
      - {id: b, type: text, text: {ms: Siapakah Ketua Jabatan?, en: Who is the Head of Department?}}
      - {id: c, type: text, text: {ms: Apakah gesaan itu?, en: What are the prompts?}}
      - {id: d, type: text, text: {ms: Apakah resiko itu?, en: What is the hazard?}}
      - {id: e, type: text, text: What about the head of department?}
"""


@pytest.fixture
def found(write_questionnaire, tmp_path):
    source, problems = checked_source(str(write_questionnaire(TEXTS)))
    assert not [problem for problem in problems if problem.severity == "error"]

    def check(text):
        file = tmp_path / "terms.csv"
        file.write_bytes(text.encode("utf-8-sig"))
        return [(p.code, p.question, p.path.rpartition(".")[2]) for p in check_terms(source, own_terms(str(file)))]

    return check


def test_a_term_is_said_in_both_languages_or_in_none(found):
    assert found("en,ms,not\r\nhead of department,ketua jabatan,\r\n") == [("term_unsaid", "a", "ms")]
    assert found("en,ms\nprompt*,gesaan;arahan\n") == []
    assert found("ms,en\ngesaan,cue\n") == [("term_unsaid", "c", "en")]


def test_words_to_avoid_are_found_as_whole_words(found):
    assert found("en,ms,not\nrisk,risiko,resiko; bos jab*\n") == [
        ("term_avoided", "a", "ms"),
        ("term_avoided", "d", "ms"),
    ]
    assert found("en,ms,not\nrisk,risiko,resik\n") == []


def test_a_file_without_terms_is_refused_with_what_was_expected(found):
    for text in ("", "en,ms\n", "word,meaning\na,b\n", "en,ms,not\nrisk,,\n"):
        with pytest.raises(InvalidInput) as error:
            found(text)
        assert [problem.code for problem in error.value.problems] == ["terms_columns"]


def test_the_projects_terms_hold_for_its_questionnaire_and_are_hints():
    assert not list(check_terms(checked_source("gpaisa")[0], terms_of("malay")))
    problems = list(check_terms(checked_source("gpaisa@1.0.0")[0], terms_of("malay")))
    assert {(problem.code, problem.severity) for problem in problems} == {("term_avoided", "note")}
    assert problems[0].message("en") == "The term list says “[Akta 709]”, not “(Akta”. Use the term."
