"""Cutting bytes into submissions: lines, elements, compressed or not, whole or broken."""

import gzip
import io
import itertools
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.batch import elements, streams
from aiassess.batch.chunks import Block, Cutter, Position, _items, documents, line_starts
from aiassess.batch.elements import Elements, is_array
from aiassess.batch.inputs import Input
from aiassess.batch.streams import Lines, unpacked
from support.batches import zstd
from support.examples import examples

PACK = {"plain": bytes, "gzip": gzip.compress, "zstd": zstd.compress}


class Dripping(io.RawIOBase):
    """A pipe that gives so many bytes at a time."""

    def __init__(self, data, step):
        self.data, self.step = data, step

    def readable(self):
        return True

    def readinto(self, buffer):
        size = min(self.step, len(buffer), len(self.data))
        buffer[:size], self.data = self.data[:size], self.data[size:]
        return size


def read(data, step=1000):
    return unpacked(io.BufferedReader(Dripping(data, step)))


def found(items):
    return [(item.number, item.raw, item.problem and item.problem.code) for item in items]


# Lines


def test_lines_are_numbered_and_blank_ones_are_passed_over():
    assert found(Lines(read(b"\xef\xbb\xbfa\n\n  \t\r\nb\r\nc"))) == [(1, b"a", None), (4, b"b", None), (5, b"c", None)]
    assert found(Lines(read(b""))) == []
    assert found(Lines(read(b"a\n"))) == [(1, b"a", None)]


def test_only_the_end_of_a_line_is_taken_off():
    assert found(Lines(read(b"a\r\r\n b \n\xc2\x85c\x0b\x0c\n"))) == [
        (1, b"a\r", None),
        (2, b" b ", None),
        (3, b"\xc2\x85c\x0b\x0c", None),
    ]


@examples(60)
@given(
    st.lists(st.binary(max_size=12).filter(lambda x: b"\n" not in x), max_size=6),
    st.integers(1, 9),
    st.sampled_from([*PACK]),
)
def test_lines_do_not_depend_on_how_bytes_arrive(parts, step, packing):
    data = b"\n".join(parts)
    if streams.is_compressed(data):
        return
    wanted = [
        (number, raw.removesuffix(b"\r") if number < len(parts) else raw, None)
        for number, part in enumerate(parts, 1)
        for raw in [part.removeprefix(streams.BOM) if number == 1 else part]
        if part.removeprefix(streams.BOM if number == 1 else b"").strip()
    ]
    assert found(Lines(read(PACK[packing](data), step))) == wanted


def test_a_huge_line_is_one_item_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(streams, "MAX_ANSWERS_BYTES", 100)
    data = b"a\n" + b"x" * 101 + b"\n" + b"y" * 100 + b"\r\n" + b"z" * 1_000_000 + b"\nb"
    assert found(Lines(read(data))) == [
        (1, b"a", None),
        (2, b"", "submission_too_large"),
        (3, b"y" * 100, None),
        (4, b"", "submission_too_large"),
        (5, b"b", None),
    ]


@examples(80)
@given(st.lists(st.sampled_from([b"", b"a", b"bcd", b"\r", b"{}"]), max_size=7), st.booleans(), st.data())
def test_ranges_share_out_every_line_once(parts, closed, data):
    text = b"\n".join(parts) + (b"\n" if closed else b"")
    cuts = sorted({0, len(text), *data.draw(st.sets(st.integers(0, len(text))))})
    whole = found(Lines(io.BytesIO(text)))
    numbers = 0
    pieces = []
    for start, end in itertools.pairwise(cuts):
        stream = io.BytesIO(text)
        begins = list(line_starts(stream, start, end))
        if not begins:
            continue
        stream.seek(begins[0])
        lines = Lines(stream, begins[0], end)
        pieces += [(item.number + numbers, item.raw, None) for item in lines]
        numbers += lines.count
        assert lines.count == len(begins)
    assert pieces == whole


# Compressed


@pytest.mark.parametrize("packing", ["gzip", "zstd"])
def test_what_is_cut_off_gives_what_came_before_and_says_so(packing):
    rng = random.Random(5)  # so that what is packed is long enough to be cut
    data = b"".join(b"%d\n" % rng.getrandbits(4000) for _ in range(200))
    packed = PACK[packing](data)
    items = list(Lines(read(packed[:-9])))
    assert items[-1].problem.code == "packed_cut_off"
    assert len(items) > 100
    assert [item.raw for item in items[:-1]] == data.split(b"\n")[: len(items) - 1]
    assert items[-1].number == len(items)


@pytest.mark.parametrize("packing", ["gzip", "zstd"])
def test_what_is_damaged_says_so(packing):
    packed = PACK[packing](b"a\nb\n")
    assert found(Lines(read(packed + b"rubbish"))) == [(1, b"a", None), (2, b"b", None), (3, b"", "packed_damaged")]
    assert found(Lines(read(packed[:4] + b"\xff\x13" * 9)))[-1][2] in ("packed_damaged", "packed_cut_off")


def test_several_members_are_one_file():
    for pack in (gzip.compress, zstd.compress):
        assert found(Lines(read(pack(b"a\nb") + pack(b"c\n")))) == [(1, b"a", None), (2, b"bc", None)]


def test_a_bomb_is_read_by_the_piece():
    for pack in (gzip.compress, zstd.compress):
        stream = read(pack(bytes(30_000_000)))
        assert max(map(len, streams.pieces(stream))) <= streams.PIECE


# Arrays

values = st.recursive(
    st.sampled_from([None, True, 1, -2.5, "", "x", '"', "\\", '\\"', "]", "},{", "é,", "\n"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(['"', "a", "{"]), inner, max_size=3),
    max_leaves=12,
)


@examples(150)
@given(st.lists(values, max_size=4), st.integers(1, 40), st.sampled_from([None, 1]), st.booleans())
def test_elements_are_cut_out_whole(array, step, indent, ascii_only):
    text = " " + json.dumps(array, indent=indent, ensure_ascii=ascii_only) + "\n"
    data = text.encode()
    items = list(documents(read(data, step)))
    assert [json.loads(item.raw) for item in items] == array
    assert [item.number for item in items] == list(range(1, len(array) + 1))
    for item in items:  # the place is the one in the file
        line = text.split("\n")[item.line - 1]
        assert line[item.column :].startswith(item.raw.decode().split("\n")[0])


def test_deep_elements_are_cut_out_as_well():
    deep = b"[" * 500 + b"]" * 500
    assert found(Elements(b"[" + deep + b",1]", iter(()))) == [(1, deep, None), (2, b"1", None)]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"[]", []),
        (b"[ \n]\n", []),
        (b"[1,]", [(1, b"1", None), (2, b"", "json_syntax")]),
        (b"[,1]", [(1, b"", "json_syntax"), (2, b"1", None)]),
        (b"[1 2, 3]", [(1, b"1 2", None), (2, b"3", None)]),
        (b'[{"a": tru}, {}]', [(1, b'{"a": tru}', None), (2, b"{}", None)]),
        (b"[{]], 2]", [(1, b"{]", None), (2, b"", "json_syntax")]),
        (b"[1] 2", [(1, b"1", None), (2, b"", "json_syntax")]),
        (b"[1, {", [(1, b"1", None), (2, b"", "array_open")]),
        (b'["a, 2]', [(1, b"", "array_open")]),
        (b'["\\', [(1, b"", "array_open")]),
        (b"[", [(1, b"", "array_open")]),
    ],
)
def test_broken_arrays_give_what_can_be_told(data, wanted):
    for step in (1, 3, 1000):
        assert found(documents(read(data, step))) == wanted


def test_an_element_too_large_is_skipped_in_bounded_memory(monkeypatch):
    monkeypatch.setattr(elements, "MAX_ANSWERS_BYTES", 100)
    data = b"[1,\n" + b'"' + b"x" * 100_000 + b'", {"a":\n2}]'
    items = list(documents(read(data)))
    assert found(items) == [(1, b"1", None), (2, b"", "submission_too_large"), (3, b'{"a":\n2}', None)]
    assert (items[2].line, items[2].column) == (2, 100_004)


def test_a_document_is_an_array_or_one_submission():
    assert is_array(b"\xef\xbb\xbf\n [")
    assert not is_array(b'{"a": []}')
    assert found(documents(read(b'\n{"a": []}'))) == [(None, b'\n{"a": []}', None)]
    assert found(documents(read(b""))) == [(None, b"", None)]
    assert found(documents(read(b" " * 1_000_000 + b"[1]"))) == [(1, b"1", None)]


def test_a_document_too_large_is_one_item(monkeypatch):
    monkeypatch.setattr("aiassess.batch.chunks.MAX_ANSWERS_BYTES", 1000)
    assert found(documents(read(b"{" + b"x" * 5000))) == [(None, b"", "too_large")]


def test_a_file_of_lines_that_is_one_document_is_read_whole(tmp_path):
    file = tmp_path / "report.jsonl"
    for text, whole in (('{\n"a": 1\n}\n', True), ('[{"a": 1},\n{"c": 2}]', True), ('{"a": 1}\n{"c": 2}\n', False)):
        file.write_text(text)
        (chunk,) = Cutter(1000, 1).chunks([Input(str(file), "report.jsonl", "lines")], Position())
        assert isinstance(chunk, Block) == whole, text
        if whole:
            assert json.loads(chunk.items[0].raw) == {"a": 1}


def test_a_document_on_standard_input_is_read_whole():
    one, two = {"a": [1, {"b": "ü"}]}, {"c": {}}
    lines = b'{"a": 1}\n{"c": 2}\n'
    for text, wanted in (
        (json.dumps(one, indent=1), [one]),
        ("\ufeff" + json.dumps(one, indent="\t").replace("\n", "\r\n"), [one]),
        (json.dumps([one, two], indent=2), [one, two]),
        (json.dumps(one, indent=0), [one]),
        ('{ "a": 1,\n"c": {\n}}', [{"a": 1, "c": {}}]),
        (json.dumps([one, two]), [one, two]),
        (f"[{json.dumps(one)},\n{json.dumps(two)}]", [one, two]),
        (lines.decode(), [{"a": 1}, {"c": 2}]),
        ('{"a": 1}', [{"a": 1}]),
        ("", []),
        ('{\n{"c": 2}\n', ["{", {"c": 2}]),  # one broken line stops no other
    ):
        for step in (1, 7, 1000):
            found = _items(Input("-", "<stdin>", "stdin"), io.BufferedReader(Dripping(text.encode(), step)))
            assert [item.raw.decode() if item.raw == b"{" else json.loads(item.raw) for item in found] == wanted, (
                text,
                step,
            )
