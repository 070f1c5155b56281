"""Compressed bombs and heaps of brackets: given up soon, and honest files beside them are not."""

import gzip
import io
import random

import pytest

from aiassess.batch import streams
from aiassess.batch.chunks import documents
from aiassess.batch.elements import Elements
from aiassess.batch.streams import unpacked
from support.batches import zstd

PACK = {"gzip": gzip.compress, "zstd": zstd.compress}


def read(data):
    return unpacked(io.BufferedReader(io.BytesIO(data)))


@pytest.mark.parametrize("packing", PACK)
def test_a_bomb_is_given_up(packing):
    size = 0

    def unpack():
        nonlocal size
        for piece in streams.pieces(read(PACK[packing](b"{}\n" * 27_000_000))):
            size += len(piece)

    with pytest.raises(streams.Broken) as broken:
        unpack()
    assert broken.value.problem.code == "packed_bomb"
    assert streams.BOMB_BYTES <= size <= streams.BOMB_BYTES + 2 * streams.PIECE


def test_what_packs_as_forms_do_is_read_whatever_its_size():
    form = random.Random(5).randbytes(300).hex().encode() * 20
    packed = gzip.compress(form * 7000, 1)
    assert 20 < len(form) * 7000 / len(packed) < streams.BOMB_RATIO
    assert sum(map(len, streams.pieces(read(packed)))) == len(form) * 7000 > streams.BOMB_BYTES


HARD = {
    "open": b"[" * 200_000,
    "stairs": b"[" + b"[x," * 50_000,
    "closed and open": b"[" + b"}" * 200_000,
    "empty objects": b"[[" + b"{}," * 50_000,
    "many short stairs": b"[" + (b"[" * 60 + b"]" * 60) * 2_000,
    "long stairs": b"[" + (b"[" * 5_000 + b"]" * 5_000) * 20,
}


@pytest.mark.parametrize("name", HARD)
def test_brackets_take_few_steps_however_many_there_are(name):
    class Counting(Elements):
        steps = 0

        def _mark(self):
            self.steps += 1
            return super()._mark()

    elements = Counting(HARD[name], iter(()))
    assert len(list(elements)) == 1
    assert elements.steps <= len(HARD[name]) / 50 + 10_001


def test_an_array_that_is_never_closed_is_refused_for_its_depth():
    packed = gzip.compress(b"[" * 30_000_000)
    assert [item.problem.code for item in documents(read(packed))] == ["json_depth"]


def test_deep_and_broken_elements_leave_their_neighbours_alone():
    deep, broken = b"[" * 9_000 + b"]" * 9_000, b"}}}"
    items = list(documents(read(b"[1," + deep + b"," + broken + b",2]")))
    assert [item.raw for item in items] == [b"1", deep, broken, b"2"]
