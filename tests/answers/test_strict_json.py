"""What is no JSON, or JSON that programs read differently, is refused: whole, with its place, in bounded time."""

import json
import os
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import InvalidInput, load_answers
from aiassess.answers.places import places
from aiassess.answers.strict_json import parse_json
from support.examples import examples
from support.tiny import EVERY_TYPE, answers_document


def refused(text):
    """Return the problems of a text as (code, line, column, path)."""
    with pytest.raises(InvalidInput) as caught:
        parse_json(text, "answers.json")
    assert {problem.file for problem in caught.value.problems} == {"answers.json"}
    assert all(problem.message(lang) for problem in caught.value.problems for lang in ("en", "ms"))
    return [(problem.code, problem.line, problem.column, problem.path) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a": 1', (1, 8)),
        ('{"a": "not closed', (1, 7)),
        ('{"a": 1}\n}', (2, 1)),
        ("{'a': 1}", (1, 2)),
        ('{"a": 1,}', (1, 8)),
        ('{"a": .5}', (1, 7)),
        ('{"a": 01}', (1, 8)),
        ('{"a": +1}', (1, 7)),
        ('{"a": "\t"}', (1, 8)),
        ('{"a": "\\x41"}', (1, 8)),
        ('{"a": tru}', (1, 7)),
        ("# a comment\n{}", (1, 1)),
        ("format: aiassess.answers/1", (1, 1)),
    ],
)
def test_no_json(text, place):
    found = refused(text)
    assert [(code, line) for code, line, _, _ in found] == [("json_syntax", place[0])]
    assert abs(found[0][2] - place[1]) <= 2  # Python's versions point at slightly different characters


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_finite(word):
    assert refused(f'{{"a": {{\n  "b": [1, {word}]}}}}') == [("json_not_finite", 2, 12, "a.b[1]")]


def test_duplicate_keys():
    text = '{"answers": {\n  "a": 1,\n  "b": {"c": 1, "c": 2},\n  "a": 1\n}}'
    assert refused(text) == [
        ("json_duplicate_key", 3, 17, "answers.b.c"),
        ("json_duplicate_key", 4, 3, "answers.a"),
    ]


def test_keys_that_are_the_same_once_their_escapes_are_read():
    assert refused('{"a": 1, "\\u0061": 2}') == [("json_duplicate_key", 1, 10, "a")]


def test_the_same_key_in_different_objects_is_no_duplicate():
    assert parse_json('[{"a": 1}, {"a": {"a": 2}}]', "x") == [{"a": 1}, {"a": {"a": 2}}]


@pytest.mark.parametrize("half", ["\\ud800", "\\uDFFF", "x\\udc00\\ud800"])
def test_lone_surrogates_in_values_and_keys(half):
    assert refused(f'{{"a": ["", "{half}"]}}') == [("json_surrogate", 1, 12, "a[1]")]
    code, line, column, _ = refused(f'{{"{half}": 1}}')[0]
    assert (code, line, column) == ("json_surrogate", 1, 2)


def test_a_pair_of_surrogates_is_one_character():
    assert parse_json('["\\ud83d\\ude00", "\\\\ud800"]', "x") == ["\U0001f600", "\\ud800"]


def test_everything_that_is_refused_is_told_at_once():
    text = '{"a": NaN,\n "a": "\\ud800",\n "b": -Infinity}'
    assert [code for code, *_ in refused(text)] == [
        "json_not_finite",
        "json_duplicate_key",
        "json_surrogate",
        "json_not_finite",
    ]


def test_words_in_a_text_are_no_numbers():
    assert parse_json('["NaN", "[[[[", "a\\"b]"]', "x") == ["NaN", "[[[[", 'a"b]']


# Depth


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 65 + "]" * 65, "[{}" + ',[{"a":' * 70])
def test_deep_nesting(text):
    ((code, line, column, _),) = refused(text)
    assert (code, line) == ("json_depth", 1)
    assert column <= 65 * len('{"a":')


def test_depth_that_is_allowed():
    data = parse_json("[" * 64 + "]" * 64, "x")
    for _ in range(63):
        (data,) = data
    assert data == []


def test_brackets_in_texts_are_no_depth():
    text = json.dumps({"a": "[" * 1000, "b": '\\"{' * 1000, "c": ["]"] * 100})
    assert parse_json(text, "x")["a"] == "[" * 1000


# Numbers


@pytest.mark.parametrize("digits", [31, 400, 100_000])
def test_huge_integers_cost_nothing_and_are_out_of_every_range(digits):
    value = parse_json("9" * digits, "x")
    assert isinstance(value, float)
    assert value > 1e30


def test_integers_are_exact_as_far_as_any_answer_goes():
    assert parse_json("[9007199254740991, -9007199254740991, 12345678901234567890123456789]", "x") == [
        2**53 - 1,
        1 - 2**53,
        12345678901234567890123456789,
    ]


# Files


GOOD = json.dumps(answers_document(EVERY_TYPE, {"pick": "red"}))


def load(tmp_path, raw):
    file = tmp_path / "answers.json"
    file.write_bytes(raw)
    return load_answers(file, EVERY_TYPE)


def test_a_byte_order_mark_is_accepted(tmp_path):
    assert load(tmp_path, b"\xef\xbb\xbf" + GOOD.encode()).get("pick").value == "red"


def test_line_ends_of_windows_are_accepted(tmp_path):
    document = json.dumps(json.loads(GOOD), indent=1).replace("\n", "\r\n")
    assert load(tmp_path, document.encode()).get("pick").value == "red"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty_file"),
        (b" \n\t ", "empty_file"),
        (GOOD.encode("utf-16"), "utf16"),
        (b"\xfe\xff" + GOOD.encode("utf-16-be"), "utf16"),
        (GOOD.encode("utf-16-le"), "binary"),
        (b"\x00\x01\x02", "binary"),
        (GOOD.encode()[:-2] + b"\x00", "binary"),
        (b'{"a": "\xe9"}', "not_utf8"),
        (b'{"a": "\xed\xa0\x80"}', "not_utf8"),
        (b'{"a": "\xc0\x80"}', "not_utf8"),
        (GOOD.encode()[:-30], "json_syntax"),
        (GOOD.encode() + b"\n{}", "json_syntax"),
        (b"\xef\xbb\xbf" * 2 + GOOD.encode(), "json_syntax"),
    ],
)
def test_files_that_are_no_json_text(tmp_path, raw, code):
    with pytest.raises(InvalidInput) as caught:
        load(tmp_path, raw)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert caught.value.problems[0].file.endswith("answers.json")


def test_every_truncation_is_refused(tmp_path):
    text = json.dumps(
        answers_document(EVERY_TYPE, {"pick": {"value": "red", "note": "é\\n"}}), ensure_ascii=False
    ).encode()
    for end in range(1, len(text), 3):
        with pytest.raises(InvalidInput):
            load(tmp_path, text[:end])


def test_a_folder_and_a_missing_file(tmp_path):
    for file, code in ((tmp_path, "is_directory"), (tmp_path / "none.json", "missing_file")):
        with pytest.raises(InvalidInput) as caught:
            load_answers(file, EVERY_TYPE)
        assert [problem.code for problem in caught.value.problems] == [code]


# Bounds of time and memory


def test_a_file_of_200_megabytes_is_refused_fast(tmp_path):
    file = tmp_path / "answers.json"
    with file.open("wb") as stream:
        stream.write(b'{"format": "')
        os.truncate(stream.fileno(), 200_000_000)
    start = time.thread_time()
    with pytest.raises(InvalidInput) as caught:
        load_answers(file, EVERY_TYPE)
    assert [problem.code for problem in caught.value.problems] == ["too_large"]
    assert time.thread_time() - start < 5


HEAD = GOOD[: GOOD.index('"answers"')] + '"answers": {'
HOSTILE = {
    "a text of escaped quotes that is not closed": "[]," * 70 + '"' + '\\"' * 200_000,
    "the same, ending within an escape": "[]," * 70 + '"' + '\\"' * 200_000 + "\\",
    "one long text": "[" + "[]," * 70 + '"' + "x" * 3_000_000 + '"]',
    "many names that no question has": HEAD + ",".join(f'"nam{i}": 1' for i in range(30_000)) + "}}",
    "one option again and again": HEAD + '"several": [' + ",".join(['"one"'] * 100_000) + "]}}",
    "a name of dots": HEAD + '"' + "." * 1_500_000 + '": 1}}',
    "many entries under a long name": HEAD
    + '"'
    + "k" * 500_000
    + '": {'
    + ",".join(f'"{i}": 1' for i in range(30_000))
    + "}}}",
    "a list for a text": HEAD + '"words": [' + "1," * 200_000 + "1]}}",
    "duplicates": HEAD + ",".join(['"words": "a"'] * 20_000) + "}}",
    "not finite": HEAD + '"words": [' + "NaN," * 50_000 + "1]}}",
}


CHILD = """
import resource, sys, time
sys.path[:0] = {path!r}
from support.tiny import EVERY_TYPE
from aiassess import InvalidInput, load_answers
for file in sys.argv[1:]:
    start = time.thread_time()
    try:
        load_answers(file, EVERY_TYPE)
    except InvalidInput as error:
        longest = max(len(problem.line_text("en")) for problem in error.problems)
        print(len(error.problems), longest, int(time.thread_time() - start))
    else:
        print(0, 0, 0)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.deep
def test_hostile_files_cost_bounded_time_and_memory(tmp_path):
    """In a process of its own, so that its peak of memory can be measured, and that a hang can be ended."""
    pytest.importorskip("resource")
    files = [tmp_path / f"{place}.json" for place in range(len(HOSTILE))]
    for file, text in zip(files, HOSTILE.values(), strict=True):
        file.write_text(text, encoding="utf-8")
    argv = [sys.executable, "-c", CHILD.format(path=sys.path), *map(str, files)]
    done = subprocess.run(argv, capture_output=True, text=True, check=True, timeout=120)
    *found, megabytes = done.stdout.splitlines()
    for name, line in zip(HOSTILE, found, strict=True):
        problems, longest, seconds = map(int, line.split())
        assert 1 <= problems <= 1000, name
        assert longest < 3000, name
        assert seconds < 20, name
    assert int(megabytes) < 500


# Places

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text('ab"\\.[]{}:, \n\u2028\U0001f600', max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text('ab"\\.[]{}:,\u2028é', max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@examples(150)
@given(JSON, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_every_value_is_found_where_it_stands(data, indent, ascii_only):
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    found = [place for place in places(text) if not place.is_key]
    assert len(found) == len(list(walk(data)))
    for place, value in zip(found, walk(data), strict=True):
        assert json.JSONDecoder().raw_decode(text, place.offset)[0] == value
    assert not any(place.repeated for place in places(text))


def walk(data):
    yield data
    for item in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from walk(item)


@examples(100)
@given(st.text('[]{}",:\\ \nab1u', max_size=40))
def test_any_text_has_places_or_none(text):
    assert all(0 <= place.offset < len(text) for place in places(text))
