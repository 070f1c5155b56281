"""YAML as questionnaires use it: YAML 1.2 core scalars, nothing that executes, bounds on everything."""

import math
import re
import string
import sys
import time
import tracemalloc
from contextlib import contextmanager

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from aiassess import InvalidInput, load_questionnaire
from aiassess.files import MAX_QUESTIONNAIRE_BYTES, read_text
from aiassess.questionnaire.yaml_source import MAX_DEPTH, MAX_VALUES, parse_yaml
from support.each import each
from support.examples import examples


def read(text):
    return parse_yaml(text, "q.yaml").data


def problems(text):
    with pytest.raises(InvalidInput) as caught:
        parse_yaml(text, "q.yaml")
    return [(problem.code, problem.line, problem.column, problem.path) for problem in caught.value.problems]


def file_problem(file):
    with pytest.raises(InvalidInput) as caught:
        load_questionnaire(str(file))
    (problem,) = caught.value.problems
    assert problem.file == str(file)
    return problem


@contextmanager
def bounded(seconds, megabytes):
    """Hold that what is done inside takes no more of the processor and of memory; both are many times what it needs."""
    tracemalloc.start()
    start = time.thread_time()
    try:
        yield
        assert time.thread_time() - start < seconds
        assert tracemalloc.get_traced_memory()[1] < megabytes * 1_000_000
    finally:
        tracemalloc.stop()


# Scalars


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no",
        "Yes",
        "NO",
        "on",
        "off",
        "On",
        "y",
        "n",
        "2026-11-21",
        "2026-11-21T09:00:00+08:00",
        "1:30",
        "12:30:45",
    ],
)
def test_words_and_dates_of_yaml_1_1_are_texts(text):
    assert read(f"{text}") == text
    assert read(f"{text}: {text}") == {text: text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("~", None),
        ("", None),
        ("nil", "nil"),
    ],
)
def test_truth_values_and_nothing(text, value):
    found = read(f"key: {text}")["key"]
    assert found == value
    assert type(found) is type(value)


@each(
    "text, value",
    [
        ("0", 0),
        ("-0", 0),
        ("+12", 12),
        ("-7", -7),
        ("010", 10),
        ("08", 8),
        ("0o17", 15),
        ("0x1F", 31),
        ("9007199254740991", 9007199254740991),
        ("123456789012345678", 123456789012345678),
        ("1.0", 1),
        ("-0.0", 0),
        ("1e3", 1000),
        ("1E-2", 0.01),
        (".5", 0.5),
        ("5.", 5),
        ("-.5e-3", -0.0005),
        ("66.7", 66.7),
        ("1e300", 1e300),
    ],
)
def test_numbers(text, value):
    found = read(f"key: {text}")["key"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text", ["0b11", "0o8", "0xG", "-0x1", "0X1", "1_000", "1,5", "1.2.3", "e3", ".", "+", "1e", "0x", "١٢"]
)
def test_what_looks_like_a_number_and_stays_a_text(text):
    assert read(f"key: {text}")["key"] == text


@pytest.mark.parametrize("text", ["true", "12", "1.5", "null", "~", ".inf", ""])
def test_quotes_make_a_text(text):
    assert read(f"key: '{text}'") == {"key": text}
    assert read(f'key: "{text}"') == {"key": text}
    assert read(f"key: !!str {text}") == {"key": text}
    assert read(f"key: |-\n  {text}") == {"key": text}


@pytest.mark.parametrize(
    "text", [".inf", "-.inf", "+.Inf", ".INF", ".nan", ".NaN", ".NAN", "1e999", "-1e999", "9" * 400]
)
def test_numbers_that_are_none_are_refused(text):
    assert problems(f"a: 1\nkey: {text}") == [("not_finite", 2, 6, "key")]


def test_a_long_row_of_digits_costs_no_time():
    with bounded(seconds=2, megabytes=50):
        assert problems(f"key: {'1' * 1_000_000}") == [("not_finite", 1, 6, "key")]


def test_keys_are_texts():
    assert read("1: a\ntrue: b\n~: c\n1.5: d\nyes: e\n? 2026-01-01\n: f") == {
        "1": "a",
        "true": "b",
        "~": "c",
        "1.5": "d",
        "yes": "e",
        "2026-01-01": "f",
    }


def test_there_is_no_merge_key():
    assert read("a: &a {x: 1}\nb: {<<: *a}") == {"a": {"x": 1}, "b": {"<<": {"x": 1}}}


def test_nothing_is_null():
    assert read("") is None
    assert read("# nothing\n") is None
    assert read("---\n") is None


# Duplicate keys, anchors, aliases, tags, documents


def test_duplicate_keys_are_refused_wherever_they_stand():
    assert problems("a: 1\nb: {c: 1, c: 2}\na: 2\nd:\n  - {e: 1, 'e': 2}\n") == [
        ("duplicate_key", 2, 11, "b"),
        ("duplicate_key", 3, 1, None),
        ("duplicate_key", 5, 12, "d[0]"),
    ]


def test_a_duplicate_key_names_the_line_of_the_first():
    with pytest.raises(InvalidInput, match=r"q\.yaml:4:1: The key “a” is used twice here; it was first used on line 1"):
        parse_yaml("a: 1\nb: 2\nc: 3\na: 4\n", "q.yaml")


def test_keys_that_differ_in_spelling_alone_are_two():
    assert read("a: 1\nA: 2\n'a ': 3") == {"a": 1, "A": 2, "a ": 3}


def test_anchors_and_aliases():
    assert read("a: &x [1, 2]\nb: *x\nc: {d: *x}\n&k e: *k\nf: &x 3\ng: *x") == {
        "a": [1, 2],
        "b": [1, 2],
        "c": {"d": [1, 2]},
        "e": "e",
        "f": 3,
        "g": 3,
    }


def test_an_alias_has_the_place_where_it_stands():
    source = parse_yaml("a: &x\n  - {b: 1}\nc: *x\n", "q.yaml")
    assert (source.spot(("a", 0, "b")).line, source.spot(("a", 0, "b")).column) == (2, 9)
    assert (source.spot(("c", 0, "b")).line, source.spot(("c", 0, "b")).column) == (3, 4)


@pytest.mark.parametrize("text", ["a: *nobody", "a: [*later, &later 1]", "a: &self [*self]", "a: &self {b: *self}"])
def test_aliases_of_nothing_before_them(text):
    assert [problem[0] for problem in problems(text)] == ["yaml_alias"]


def billion_laughs(levels=12, width=10):
    lines = ["a0: &a0 [" + ", ".join(["ha"] * width) + "]"]
    lines += [f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * width) + "]" for i in range(1, levels)]
    return "\n".join(lines)


def test_an_alias_bomb_is_refused_before_it_goes_off():
    with bounded(seconds=2, megabytes=20):
        assert [problem[0] for problem in problems(billion_laughs())] == ["yaml_size"]


def test_a_bomb_of_mappings_is_refused():
    lines = ["a0: &a0 {x: 1, y: 2}"]
    lines += [f"a{i}: &a{i} {{x: *a{i - 1}, y: *a{i - 1}, z: *a{i - 1}}}" for i in range(1, 40)]
    with bounded(seconds=2, megabytes=20):
        assert [problem[0] for problem in problems("\n".join(lines))] == ["yaml_size"]


def test_a_plain_list_may_be_as_long_as_the_bound():
    most = MAX_VALUES - 1  # the list itself is a value too
    assert len(read("[" + "1," * most + "]")) == most
    assert [problem[0] for problem in problems("[" + "1," * (most + 1) + "]")] == ["yaml_size"]


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "{a: " * 10_000, "- " * 10_000, "\n".join(" " * i + "a:" for i in range(2_000))]
)
def test_deep_nesting_is_refused(text):
    with bounded(seconds=2, megabytes=50):
        assert [problem[0] for problem in problems(text)] == ["yaml_depth"]


def test_nesting_may_be_as_deep_as_the_bound():
    assert read("[" * MAX_DEPTH + "1" + "]" * MAX_DEPTH)
    assert [problem[0] for problem in problems("[" * MAX_DEPTH + "[1]" + "]" * MAX_DEPTH)] == ["yaml_depth"]


def test_aliases_cannot_nest_deeper_than_brackets():
    chain = "\n".join(["c0: &c0 [1]"] + [f"c{i}: &c{i} [*c{i - 1}]" for i in range(1, MAX_DEPTH - 1)])
    assert read(chain)
    assert [problem[0] for problem in problems(f"{chain}\nlast: [[*c{MAX_DEPTH - 2}]]")] == ["yaml_depth"]


def test_the_deepest_of_several_aliases_counts():
    chain = "\n".join(["c0: &c0 [1]"] + [f"c{i}: &c{i} [*c{i - 1}, 1]" for i in range(1, 20)])
    assert [
        problem[0] for problem in problems(f"{chain}\nboth: &both [*c19, *c0, 1]\nlast: {'[' * 20}*both{']' * 20}")
    ] == ["yaml_depth"]


def test_a_condition_as_deep_as_the_bound_is_read_checked_and_built(write_questionnaire):
    deep = "{not: " * (MAX_DEPTH - 6) + "{question: colour, is: red}" + "}" * (MAX_DEPTH - 6)
    file = write_questionnaire(f"""
sections:
  - id: only
    title: Only
    questions:
      - {{id: colour, type: choice, text: Which?, options: [{{id: red, label: Red}}]}}
      - {{id: why, type: text, text: Why?, show_if: {deep}}}
""")
    question = load_questionnaire(str(file)).by_id["why"]
    assert str(question.show_if).count("Not(") == MAX_DEPTH - 6


@pytest.mark.parametrize(
    "text",
    [
        "a: !!int '1'",
        "a: !!python/object/apply:os.system [echo]",
        "a: !!python/name:os.system",
        "a: !!binary aGE=",
        "a: !!set {b}",
        "a: !include b.yaml",
        "a: !<tag:example.org,2026:x> b",
        "!!omap a: 1",
        "- !!timestamp 2026-11-21",
    ],
)
def test_tags_are_refused(text):
    assert [problem[0] for problem in problems(text)] == ["yaml_tag"]


def test_a_second_document_is_refused():
    assert read("---\na: 1\n...\n") == {"a": 1}
    assert problems("a: 1\n---\nb: 2\n") == [("yaml_documents", 2, 1, None)]
    assert problems("a: 1\n...\n---\n...\n") == [("yaml_documents", 3, 1, None)]


def test_a_key_that_is_no_text_is_refused():
    assert problems("a: 1\n? {b: 1}\n: 2") == [("yaml_key", 2, 3, None)]
    assert problems("a: &x b\n*x : 2") == [("yaml_key", 2, 1, None)]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 2, 4),
        ("a: 1\n  b: 2\n", 2, 3),
        ("a: 1\nb: 'open\n", 2, 4),
        ("a: 1\n\tb: 2\n", 2, 1),
        ("a: é\x01\n", 1, 5),
        ("a: 1\nb: 2\nc: ab\x7f\n", 3, 6),
        ("a: 1\nb: %x", 2, 4),
        ("a: @b", 1, 4),
    ],
)
def test_a_syntax_error_has_its_place(text, line, column):
    assert problems(text) == [("yaml_syntax", line, column, None)]


# Files


def test_a_byte_order_mark_is_no_part_of_the_text(write_questionnaire):
    plain = write_questionnaire()
    marked = plain.with_name("marked.yaml")
    marked.write_bytes(b"\xef\xbb\xbf" + plain.read_bytes())
    assert load_questionnaire(str(marked)).digest == load_questionnaire(str(plain)).digest


def test_line_ends_of_windows(write_questionnaire):
    plain = write_questionnaire("title: >-\n  Two\n  lines\n")
    windows = plain.with_name("windows.yaml")
    windows.write_bytes(plain.read_bytes().replace(b"\n", b"\r\n"))
    assert load_questionnaire(str(windows)).digest == load_questionnaire(str(plain)).digest


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b" \n\t\n", "empty_file"),
        (b"\xef\xbb\xbf", "not_a_questionnaire"),
        ("format: 1\n".encode("utf-16"), "utf16"),
        ("format: 1\n".encode("utf-16-be"), "binary"),
        ("format: 1\n".encode("utf-16-le"), "binary"),
        (b"\xfe\xff\x00f", "utf16"),
        ("format: 1\n".encode("utf-32"), "utf16"),
        (b"PK\x03\x04\x00\x00", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"format: 1\ntitle: caf\xe9\n", "not_utf8"),
        (b"title: \xed\xa0\x80\n", "not_utf8"),
        (b"- format: 1\n", "not_a_questionnaire"),
        (b"just words\n", "not_a_questionnaire"),
        (b'{"format": "aiassess.other/1"}\n', "schema_enum"),
        (b'{"format": "aiassess.answers/1"}\n', "wrong_file"),
        (b"\x1f\x8b\x08\x00", "packed_file"),
    ],
)
def test_what_is_no_questionnaire(tmp_path, content, code):
    file = tmp_path / "q.yaml"
    file.write_bytes(content)
    with pytest.raises(InvalidInput) as caught:
        load_questionnaire(str(file))
    assert code in {problem.code for problem in caught.value.problems}
    assert file.read_bytes() == content


def test_wrong_bytes_have_their_line(tmp_path):
    file = tmp_path / "q.yaml"
    file.write_bytes(b"format: 1\nid: a\ntitle: caf\xe9\n")
    problem = file_problem(file)
    assert (problem.code, problem.line, problem.values["offset"]) == ("not_utf8", 3, 26)


def test_a_folder_and_a_missing_file(tmp_path):
    assert file_problem(tmp_path).code == "is_directory"
    assert file_problem(tmp_path / "none.yaml").code == "missing_file"
    assert file_problem(tmp_path / "no" / "folder.yaml").code == "missing_file"
    assert file_problem("nul\0byte.yaml").code == "unreadable"
    long = "missing_file" if sys.platform == "win32" else "unreadable"  # Windows does not tell why
    assert file_problem("a/" * 3000 + "long.yaml").code == long


def test_a_file_that_may_not_be_read(tmp_path):
    file = tmp_path / "q.yaml"
    file.write_text("format: 1\n")
    file.chmod(0)
    try:
        file.read_bytes()
    except PermissionError:
        assert file_problem(file).code == "no_permission"
    else:
        pytest.skip("this user may read everything")


@pytest.mark.parametrize("size", [MAX_QUESTIONNAIRE_BYTES + 1, 200_000_000])
def test_a_huge_file_is_refused_without_being_read(tmp_path, size):
    file = tmp_path / "huge.yaml"
    with file.open("wb") as stream:
        stream.truncate(size)  # takes no room on the disk
    with bounded(seconds=2, megabytes=3 * MAX_QUESTIONNAIRE_BYTES // 1_000_000):
        assert file_problem(file).code == "too_large"


def test_a_file_may_be_as_large_as_the_bound(tmp_path):
    file = tmp_path / "large.yaml"
    file.write_bytes(b"#" * MAX_QUESTIONNAIRE_BYTES)
    assert len(read_text(file, "large.yaml", MAX_QUESTIONNAIRE_BYTES)) == MAX_QUESTIONNAIRE_BYTES


# What another program writes as YAML


PRINTABLE = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufeff\x85\u2028\u2029") | st.sampled_from(string.printable),
    max_size=30,
)
# Line ends of YAML 1.1 alone are left out above: the parser takes them for such, the checks refuse them anyway.
# PyYAML writes YAML 1.1, where 1e3 without a point is a text; in YAML 1.2 it is a number.
NUMBER = re.compile(r"0o[0-7]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
TEXTS = PRINTABLE.filter(lambda text: not NUMBER.fullmatch(text))
DATA = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.sampled_from(
        ["yes", "no", "on", "0b1", "0x1F", "1:30", "2026-11-21", "~", "null", "=", "<<", "-", "? a", "a: b", "#"]
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PRINTABLE, inner, max_size=4),
    max_leaves=20,
)


@given(data=DATA, flow=st.booleans(), unicode=st.booleans(), width=st.sampled_from([20, 80, 10_000]))
@examples(300)
def test_data_written_as_yaml_comes_back(data, flow, unicode, width):
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=unicode, width=width, sort_keys=False)
    assert same(read(text), data)


def same(found, given):
    if isinstance(given, dict):
        return list(found) == list(given) and all(same(found[key], given[key]) for key in given)
    if isinstance(given, list):
        return len(found) == len(given) and all(map(same, found, given))
    if isinstance(given, float):
        return type(found) in (int, float) and (found == given or math.isclose(found, given, rel_tol=1e-15))
    return type(found) is type(given) and found == given


@given(st.text(alphabet="abn:-?*&!|>'\"%@`{}[], #\n\t~1.e<=", max_size=60))
@examples(600)
def test_any_text_is_read_or_refused_with_a_place(text):
    found = []
    try:
        parse_yaml(text, "q.yaml")
    except InvalidInput as error:
        found = error.problems
    assert all(problem.line and problem.column and problem.message("ms") for problem in found)
