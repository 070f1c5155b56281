"""Mistakes that authors make: each is found, at its place, with a message that says what to write.

What real authors got wrong, told well, told badly, or not at all; each an edit of ``authors.yaml``, which is right.
"""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from aiassess.cli.handler import run

RIGHT = (Path(__file__).parent.parent / "questionnaires" / "authors.yaml").read_text(encoding="utf-8")
NBSP = "\u00a0"
NAME = "text: {ms: Apakah nama sistem ini?, en: What is the system called?}"
NAMED = "text:\n          ms: Apakah nama sistem ini?\n          en: What is the system called?"
TOLD = "en: Are readers told that a machine translated the text?"
COURT = "when: {question: court_use, is: yes}"
TITLE = "title: {ms: Penilaian terjemahan automatik, en: Assessment of automatic translation}"
SEVERE = "when: {question: harm, is: severe}"
BANDS = "bands: [{up_to: 99, points: 0}, {up_to: 9999, points: 2}, {points: 4}]"
COURT_OPTIONS = "        options: yes_no\n        actors: [lawyer]\n"
INTERNAL = """\
      - id: internal
        type: choice
        text: {ms: Adakah sistem ini untuk kegunaan dalaman?, en: Is the system for internal use?}
        options: yes_no
        actors: [owner]
      - id: court_use
        show_if: {question: internal, is: no}
"""
LONG = "Has anybody in the agency, or at its vendor, ever looked into how readers are told about machines? " * 9


class Mistake(NamedTuple):
    what: str
    right: str
    wrong: str
    code: str
    told: str
    """What the English message says, among other things: what to write instead."""
    how: str = ""
    """The option of lint that finds it, if any."""


GOOD_MESSAGES = [  # that were caught before, with a good message
    Mistake(
        "a forgotten translation", "{ms: Sistem, en: The system}", "{ms: Sistem}", "text_missing_language", "in “en”"
    ),
    Mistake("a blank translation", "en: The system}", "en: ''}", "schema_blank_text", "blank"),
    Mistake(
        "an option mistyped in a rule",
        SEVERE,
        SEVERE.replace("severe", "sever"),
        "condition_option",
        "little, some, severe",
    ),
    Mistake(
        "thresholds that do not rise", "up_to_percent: 70", "up_to_percent: 30", "levels_not_rising", "higher than"
    ),
    Mistake(
        "a look at a later question",
        "{not: {question: harm, is: little}}",
        "{question: next_review, answered: true}",
        "condition_later",
        "earlier questions only",
    ),
    Mistake("an id used twice", "- id: told", "- id: checked", "id_twice", "unique"),
    Mistake(
        "a gate that allows N/A",
        COURT_OPTIONS,
        COURT_OPTIONS + "        not_applicable: true\n",
        "gate_not_applicable",
        "",
    ),
    Mistake("an actor that is none", "actors: [lawyer]", "actors: [lawer]", "unknown_tag", "owner, translator, lawyer"),
    Mistake("nothing for a text", TITLE, "title:\n  ms:\n  en: Assessment", "schema_nothing", "expected a text"),
    Mistake("two numbers for a version", "version: 1.2.0", "version: 1.2", "schema_version", "such as 1.0.0"),
    Mistake("yes for true", "whole: true", "whole: yes", "schema_type", "true or false"),
    Mistake("a text that is a truth value", TOLD, "en: true", "schema_text_is_boolean", "Put it in quotes"),
]
POOR_MESSAGES = [  # that were told in the parser's terms, or far from the mistake
    Mistake(
        "a line indented too far", "        weight: 2\n", "          weight: 2\n", "yaml_syntax", "Indent both the same"
    ),
    Mistake(
        "a line not indented enough",
        "        weight: 2\n",
        "       weight: 2\n",
        "yaml_syntax",
        "Check the indentation",
    ),
    Mistake(
        "an entry indented too far",
        "      - id: told\n",
        "        - id: told\n",
        "yaml_syntax",
        "Indent it as they are",
    ),
    Mistake(
        "an entry without its dash", "      - id: told\n", "        id: told\n", "dash_missing", "put “- ” before it"
    ),
    Mistake("a long dash", "      - id: told\n", "      – id: told\n", "yaml_syntax", "begins with “-” and a space"),
    Mistake(
        "a dash without a space",
        "      - id: told\n",
        "      -id: told\n",
        "yaml_syntax",
        "space is missing after the dash",
    ),
    Mistake(
        "a colon in a text",
        NAME,
        NAMED.replace("What is", "Note: what is"),
        "yaml_syntax",
        "Put the whole text in quotation marks",
    ),
    Mistake(
        "a colon in a text in braces", "en: The system}", "en: One: the system}", "yaml_syntax", "in quotation marks"
    ),
    Mistake("a colon without a space", "weight: 2", "weight:2", "yaml_syntax", "A space is missing after the colon"),
    Mistake(
        "a colon without a space, in braces", "en: The system}", "en:The system}", "yaml_flow_colon", "space is needed"
    ),
    Mistake(
        "a comma in a text in braces",
        "en: The system}",
        "en: The system, whole}",
        "yaml_flow_comma",
        "in quotation marks",
    ),
    Mistake(
        "a quotation that begins a text",
        TOLD,
        'en: "Readers" are told?',
        "yaml_syntax",
        "Put all of it in quotation marks",
    ),
    Mistake(
        "a quotation mark left open",
        TOLD + "}",
        "en: 'Are readers told?}",
        "yaml_syntax",
        "Close it where the text ends",
    ),
    Mistake(
        "a number sign that cuts a text",
        NAME,
        NAMED.replace("the system", "system #1"),
        "text_cut",
        "Put the whole text",
    ),
    Mistake(
        "a text that begins with a number sign",
        NAME,
        NAMED.replace("What is", "#1 is"),
        "schema_text_cut",
        "Put the whole text",
    ),
    Mistake("a bracket too many", BANDS, BANDS + "]", "yaml_syntax", "Remove it"),
    Mistake("a tab", "        weight: 2\n", "\tweight: 2\n", "yaml_syntax", "Indent with spaces"),
    Mistake("curly quotation marks", 'ref: "6"', "ref: “6”", "schema_ref", "Write 6"),
    Mistake(
        "a key in curly quotation marks", "weight: 2", "“weight”: 2", "schema_unknown_near", "Did you mean “weight”"
    ),
    Mistake(
        "a no-break space for YAML", "weight: 2", f"weight:{NBSP}2", "yaml_syntax", "Replace it with an ordinary space"
    ),
    Mistake(
        "a no-break space at the end", "score: inherent", f"score: inherent{NBSP}", "schema_enum", "a no-break space"
    ),
    Mistake(
        "a question mistyped in a rule",
        COURT,
        COURT.replace("court_use", "cort_use"),
        "condition_question_near",
        "“court_use”",
    ),
    Mistake("a key mistyped", "weight: 2", "wieght: 2", "schema_unknown_near", "Did you mean “weight”"),
    Mistake("a number in quotation marks", "weight: 2", 'weight: "2"', "schema_number_is_text", "Write 2 without"),
]
SILENT = [  # that nothing was said of
    Mistake(
        "the same text in both languages",
        TOLD,
        TOLD.replace(
            "Are readers told that a machine translated the text?",
            "Adakah pembaca dimaklumkan bahawa teks itu diterjemahkan mesin?",
        ),
        "text_same",
        "write it in “en”",
    ),
    Mistake(
        "languages exchanged",
        "{ms: Ketepatan, en: Accuracy}",
        "{ms: Is it accurate, en: Adakah ia tepat}",
        "text_other_language",
        "Write each under its own language",
    ),
    Mistake("TODO", TOLD, "en: TODO", "text_placeholder", "Write the text itself"),
    Mistake(
        "another number in one language",
        "within 12 months",
        "within 2 months",
        "text_numbers_differ",
        "the same numbers",
    ),
    Mistake(
        "a question cited that is not there",
        "See question 4",
        "See question 9",
        "text_cites_nothing",
        "Give the number",
    ),
    Mistake("two questions in one", TOLD, "en: Are readers told? And by whom?", "text_double", "one by one"),
    Mistake("a question of 880 characters", TOLD, f"en: {LONG.replace(',', '')}", "text_long", "Shorten it"),
    Mistake(
        "a rule that needs two options of one choice",
        SEVERE,
        "when: {all: [{question: harm, is: severe}, {question: harm, is: some}]}",
        "condition_two_options",
        "Write any_of",
    ),
    Mistake(
        "a rule beyond the maximum",
        SEVERE,
        "when: {question: pages, at_least: 200000}",
        "condition_beyond",
        "Correct one of them",
    ),
    Mistake("a rule that repeats another's condition", SEVERE, COURT, "rule_repeated", "Remove one"),
    Mistake(
        "a level without width",
        "up_to_percent: 70",
        "up_to_percent: 41.6",
        "prove_level_never",
        "Widen its bound",
        "--prove",
    ),
    Mistake("a level without a rule", "level: forbidden", "level: high", "level_without_rule", "Give it a rule"),
    Mistake(
        "up_to_percent forgotten in mid-list", "    up_to_percent: 70\n", "", "level_by_rules_only", "Give that one"
    ),
    Mistake("a band outside the bounds", "maximum: 100000\n", "maximum: 5000\n", "band_unreached", "question takes"),
    Mistake(
        "a band beyond the bounds",
        "{up_to: 9999, points: 2}",
        "{up_to: 100000, points: 2}",
        "band_unreached",
        "Correct up_to",
    ),
    Mistake(
        "points turned around",
        "- {id: severe, label: {ms: Sangat serius, en: Severely}, points: 4}",
        "- {id: severe, label: {ms: Sangat serius, en: Severely}, points: 1}",
        "points_fall",
        "Were they turned around",
    ),
    Mistake("a ref given twice", 'ref: "6"', 'ref: "5"', "ref_twice", "a number of its own"),
    Mistake(
        "a label given twice",
        "{ms: Sebahagian, en: In part}",
        "{ms: Belum ada, en: In part}",
        "name_twice",
        "word them differently",
    ),
    Mistake(
        "a gate that need not be answered",
        COURT_OPTIONS,
        COURT_OPTIONS + "        required: false\n",
        "gate_optional",
        "Remove",
    ),
    Mistake(
        "an owner who has nothing to do there",
        "- on: [none]\n",
        "- on: [none]\n            actor: lawyer\n",
        "finding_other_actor",
        "Is that the actor you mean",
    ),
    Mistake("a weight of 1000", "weight: 2", "weight: 1000", "share_large", "Lower the weight"),
    Mistake("a source of an impossible date", "date: 2025-03-12", "date: 2025-13-12", "source_date", "YYYY-MM-DD"),
    Mistake(
        "a level without obligations",
        "    obligations: [{ms: Semak setiap terjemahan., en: Check every translation.}]\n",
        "",
        "level_no_obligations",
        "List under obligations",
    ),
    Mistake(
        "a later assessment as the risk rises",
        "reassess_months: 6",
        "reassess_months: 60",
        "reassess_later",
        "12 or less",
    ),
    Mistake(
        "points without score", "        score: inherent\n        weight: 2\n", "", "points_without_score", "Add score"
    ),
    Mistake(
        "a claim to be official",
        "{ms: Tidak rasmi. Untuk ujian sahaja., en: Unofficial. For tests only.}",
        "{ms: Soal selidik rasmi., en: The official questionnaire.}",
        "statement_official",
        "not official",
    ),
]
UNBUMPED = [  # that only a comparison with the edition before can notice
    Mistake("an option renamed", "- {id: some, ", "- {id: medium, ", "edition_change", "Keep the id", "--baseline"),
    Mistake(
        "points changed",
        "en: Severely}, points: 4}",
        "en: Severely}, points: 5}",
        "edition_version",
        "1.3.0",
        "--baseline",
    ),
    Mistake(
        "another meaning under one id",
        "text: {ms: Adakah pembaca dimaklumkan bahawa teks itu diterjemahkan mesin?, " + TOLD + "}",
        "text: {ms: Berapa lamakah rekod disimpan di sini?, en: How long are the records kept here?}",
        "edition_change",
        "new id",
        "--baseline",
    ),
    Mistake(
        "a rule that asks for another option",
        SEVERE,
        SEVERE.replace("severe", "some"),
        "edition_version",
        "1.3.0",
        "--baseline",
    ),
    Mistake(
        "an actor that is another", "actors: [owner]", "actors: [translator]", "edition_version", "1.3.0", "--baseline"
    ),
]
PROVEN = [
    Mistake(
        "a gate avoided through show_if",
        "      - id: court_use\n",
        INTERNAL,
        "prove_gate_hidden",
        "remove show_if",
        "--prove",
    ),
    Mistake(
        "a maximum never reached",
        "inherent: {maximum: all}",
        "inherent: {maximum: 40}",
        "prove_maximum_above",
        "Write 12",
        "--prove",
    ),
    Mistake(
        "a principle measured on no sure way",
        "principles: [openness]",
        "principles: [accuracy]",
        "prove_unmeasured",
        "without show_if",
        "--prove",
    ),
    Mistake(
        "a question never shown",
        "show_if: {not: {question: harm, is: little}}",
        "show_if: {all: [{question: harm, is: some}, {not: {question: harm, any_of: [some, severe]}}]}",
        "prove_question_never",
        "Correct its show_if",
        "--prove",
    ),
    Mistake(
        "a finding never raised",
        "- on: [none]\n",
        "- when: {all: [{question: checked, is: none}, {question: checked, answered: true},"
        " {not: {question: checked, answered: true}}]}\n",
        "prove_finding_never",
        "Correct its condition",
        "--prove",
    ),
    Mistake(
        "a rule that is always true",
        SEVERE,
        f"when: {{any: [{SEVERE[6:]}, {{not: {SEVERE[6:]}}}]}}",
        "prove_always",
        "write the one that is meant",
        "--prove",
    ),
]
MISTAKES = GOOD_MESSAGES + POOR_MESSAGES + SILENT + UNBUMPED + PROVEN


@pytest.fixture
def lint(tmp_path, capfdbinary):
    """Lint an edition of authors.yaml, with the right one as its baseline, and return its problems."""
    file, right = tmp_path / "q.yaml", tmp_path / "right.yaml"
    right.write_text(RIGHT, encoding="utf-8")

    def found(text, how=""):
        file.write_text(text, encoding="utf-8")
        capfdbinary.readouterr()
        more = [how, str(right)] if how == "--baseline" else [how] if how else []
        run(["questionnaire", "lint", str(file), *more, "--format", "json", "--lang", "en"])
        (entry,) = json.loads(capfdbinary.readouterr().out)["questionnaires"]
        return entry["problems"]

    return found


def test_the_right_one_has_nothing_against_it(lint):
    assert lint(RIGHT, "") == []
    told = {problem["code"]: problem["severity"] for problem in lint(RIGHT, "--prove")}
    assert set(told) == {"prove_asked", "prove_heaviest_inherent", "prove_heaviest_control", "prove_ready_worse"}
    assert set(told.values()) == {"note"}


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_a_mistake_is_found_and_what_to_write_is_said(lint, mistake):
    assert RIGHT.count(mistake.right) >= 1
    problems = lint(RIGHT.replace(mistake.right, mistake.wrong, 1), mistake.how)
    told = [problem["message"] for problem in problems if problem["code"] == mistake.code]
    assert any(mistake.told in message for message in told), problems
    line = RIGHT[: RIGHT.index(mistake.right)].count("\n") + 1
    assert any(problem["line"] for problem in problems if problem["code"] == mistake.code), line
