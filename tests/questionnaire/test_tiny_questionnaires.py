"""The tiny questionnaires in tests/questionnaires, one per feature or mistake, found by themselves.

A file's header names every problem that checking it must find, in the order in which they are reported, and no other:
``# expect: CODE [in FILE] [at LINE:COLUMN] [path PATH]``.
"""

import ast
import inspect
import json
import re
import time
from pathlib import Path

import pytest

import aiassess.files
import aiassess.questionnaire
from aiassess import AiassessError, InvalidInput, Problem, load_questionnaire
from aiassess.questionnaire.catalog import lint_questionnaire
from aiassess.resources import load_schema
from aiassess.text.problems import MESSAGES
from support.each import each

HERE = Path(__file__).parent
FOLDER = HERE.parent / "questionnaires"
VALID = sorted((FOLDER / "valid").glob("*.yaml"))
WARNED = sorted((FOLDER / "warned").glob("*.yaml"))
INVALID = sorted((FOLDER / "invalid").glob("*.yaml"))


def name_of(file):
    return file.stem


def expected(file):
    return re.findall(r"^# expect: (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)


def problems_of(file):
    try:
        return lint_questionnaire(str(file))
    except AiassessError as error:
        return list(error.problems)


def described(problem, file):
    parts = [problem.code]
    if problem.file != str(file):
        parts.append(f"in {Path(problem.file).relative_to(file.parent).as_posix()}")
    if problem.line:
        parts.append(f"at {problem.line}:{problem.column}")
    if problem.path:
        parts.append(f"path {problem.path}")
    return " ".join(parts)


@each("file", VALID)
def test_a_valid_questionnaire_is_loaded_and_has_no_problem(file):
    assert problems_of(file) == []
    assert not expected(file)
    assert load_questionnaire(str(file)).id == "tiny"


@pytest.mark.parametrize("file", WARNED, ids=name_of)
def test_a_questionable_questionnaire_is_loaded_and_warned_of(file):
    problems = problems_of(file)
    assert [described(problem, file) for problem in problems] == expected(file)
    assert {problem.severity for problem in problems} <= {"warning", "note"}
    assert problems
    assert load_questionnaire(str(file)).id == "tiny"


@each("file", INVALID)
def test_an_invalid_questionnaire_is_refused_with_every_problem(file):
    problems = problems_of(file)
    assert [described(problem, file) for problem in problems] == expected(file) != []
    errors = [problem for problem in problems if problem.severity == "error"]
    with pytest.raises(InvalidInput) as caught:
        load_questionnaire(str(file))
    assert list(caught.value.problems) == errors != []


@each("file", WARNED + INVALID)
def test_every_problem_can_be_said_in_both_languages(file):
    for problem in problems_of(file):
        english, malay = problem.message("en"), problem.message("ms")
        assert english != malay
        for text in (english, malay):
            assert text.strip()
            assert "\n" not in text
            assert "Word(" not in text
        assert problem.message("xx") == english
        assert problem.line_text("ms").endswith(malay)


def test_problems_stand_in_the_order_of_the_file():
    for file in WARNED + INVALID:
        here = [problem for problem in problems_of(file) if problem.file == str(file) and problem.line]
        assert here == sorted(here, key=lambda problem: (problem.line, problem.column))


# Every code that a questionnaire can raise is met by a file above or by a test beside this one.


def strings_in(source):
    nodes = ast.walk(ast.parse(source))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def codes_of_the_schema():
    """The codes that breaking questionnaire.schema.json can give: by its ``x-error`` names and its bare keywords."""
    codes = set()

    def walk(node):
        if isinstance(node, dict):
            if "x-error" in node:
                codes.add(f"schema_{node['x-error']}")
            for keyword in ("minimum", "maximum", "minItems", "maxItems", "maxLength", "minProperties"):
                if keyword in node and (keyword in ("maxLength", "minProperties") or "x-error" not in node):
                    codes.add(f"schema_{keyword.lower()}")
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(load_schema("questionnaire"))
    return codes


def codes_of_the_code():
    package = Path(aiassess.questionnaire.__file__).parent
    strings = set().union(*(strings_in(file.read_text(encoding="utf-8")) for file in package.rglob("*.py")))
    strings |= strings_in(inspect.getsource(aiassess.files.read_text))
    strings |= strings_in(inspect.getsource(aiassess.files.decode_text))
    # For keywords that the schema does not use; and a word of other messages, for numbers that YAML refuses already.
    return strings & set(MESSAGES) - {"schema_other", "number_too_large"}


def test_every_code_is_covered():
    met = {line.split()[0] for file in WARNED + INVALID for line in expected(file)}
    for module in ("test_yaml.py", "test_yaml_errors.py", "test_catalog.py", "test_terms.py"):
        met |= strings_in((HERE / module).read_text(encoding="utf-8"))
    assert codes_of_the_code() | codes_of_the_schema() <= met
    assert codes_of_the_schema() <= set(MESSAGES)


def test_the_header_says_how_each_file_differs():
    first_lines = [file.read_text(encoding="utf-8").splitlines()[0] for file in VALID + WARNED + INVALID]
    assert all(line.startswith("# ") for line in first_lines)
    assert len(set(first_lines)) == len(first_lines)


def test_a_question_is_named_with_its_problem():
    (problem,) = [p for p in problems_of(FOLDER / "invalid/subject_question.yaml") if p.path == "subject.system"]
    assert problem.question is None
    (problem,) = problems_of(FOLDER / "invalid/schema_maxlength.yaml")
    assert problem.question == "a" * 81
    problem = problems_of(FOLDER / "invalid/condition_type.yaml")[0]
    assert problem.line_text("en") == (
        f"{FOLDER / 'invalid/condition_type.yaml'}:23:72: sections[0].questions[4].show_if.is (question c1): "
        "“is” does not fit “name”, a question of type text. Tests that fit: choice, choices."
    )
    assert "(soalan c1)" in problem.line_text("ms")


def test_long_lists_are_cut_in_a_message_and_empty_ones_shown():
    many = Problem("unknown_level", {"id": "x", "known": [f"level_{i}" for i in range(5000)]}).message("en")
    assert "level_99, …." in many
    assert "level_100" not in many
    assert Problem("unknown_level", {"id": "x", "known": []}).message("en") == "There is no level “x”. Declared: -."


def test_what_a_message_quotes_cannot_steer_a_terminal():
    problem = Problem("unknown_level", {"id": "a\x1b[2Jb\nc", "known": ["\u202e"]}, file="q\x1b.yaml", path="a\nb")
    line = problem.line_text("ms")
    assert line.isprintable()
    assert "a\\u{1b}[2Jb c" in line


def test_wrong_lists_of_any_length_are_refused_in_bounded_time(write_questionnaire):
    items = ", ".join(f"{{k: {i}}}" for i in range(10_000))
    file = write_questionnaire(f"""
sections:
  - {{id: only, title: Only, questions: [{{id: why, type: text, text: Why?, principles: [{items}]}}]}}
""")
    start = time.thread_time()
    assert {problem.code for problem in problems_of(file)} == {"schema_type"}
    assert time.thread_time() - start < 30  # compared in pairs they would take many minutes


def test_the_loaded_document_is_json():
    for file in VALID:
        document = load_questionnaire(str(file)).document
        assert json.loads(json.dumps(document)) == document
