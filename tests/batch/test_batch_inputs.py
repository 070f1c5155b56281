"""Which files are read, and in which order."""

import os
import sys

import pytest

from aiassess.batch.inputs import Inputs, in_order

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="needs links and names of any bytes")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "in/b.json",
        "in/a/z.jsonl",
        "in/a.json",
        "in/a-b/x.ndjson.gz",
        "in/B1.ndjson",
        "in/notes.txt",
        "in/a/.x.json",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("{}")
    return tmp_path


def sources(*arguments, **settings):
    return [item.source for item in Inputs(arguments, **settings)]


def test_a_folder_is_read_in_the_order_of_its_paths_bytes(folder):
    wanted = ["in/B1.ndjson", "in/a-b/x.ndjson.gz", "in/a.json", "in/a/z.jsonl", "in/b.json"]
    assert sources("in") == wanted == sorted(wanted)
    assert sources(str(folder / "in")) == [(folder / name).as_posix() for name in wanted]


def test_files_are_taken_as_they_are_named(folder):
    assert sources("in/b.json", "./in/a.json", "in/notes.txt", "gone.json", "-", "in/b.json") == [
        "in/b.json",
        "./in/a.json",
        "in/notes.txt",
        "gone.json",
        "<stdin>",
        "in/b.json",
    ]


def test_kinds_follow_from_endings(folder):
    names = ["a.jsonl", "a.NDJSON", "a.jsonl.gz", "a.ndjson.zst", "a.json", "a.json.gz", "a", "jsonl", "a.jsonl.txt"]
    kinds = [item.kind for item in Inputs([*names, "-"])]
    assert kinds == ["lines"] * 4 + ["document"] * 5 + ["stdin"]


def test_other_files_and_hidden_ones_are_passed_over(folder):
    inputs = Inputs(["in"])
    list(inputs)
    assert inputs.passed_over == 1
    list(inputs)
    assert inputs.passed_over == 1


def test_patterns(folder):
    assert sources("in/*.json") == ["in/a.json", "in/b.json"]
    assert sources("in/**/*.jsonl") == ["in/a/z.jsonl"]
    (item,) = Inputs(["in/*.nope"])
    assert (item.source, item.problem.code) == ("in/*.nope", "nothing_matches")
    (folder / "in" / "[x].json").write_text("{}")
    assert sources("in/[x].json") == ["in/[x].json"]


def test_outputs_are_never_read(folder):
    left = ["in/B1.ndjson", "in/a.json", "in/a/z.jsonl"]
    assert sources("in", not_these=["in/b.json", "in/a-b"]) == left
    assert sources("in/*.json", not_these=[str(folder / "in" / "b.json")]) == ["in/a.json"]


def test_the_size_is_that_of_all_files(folder):
    assert Inputs(["in", "gone.json"]).size() == 10
    assert Inputs(["in", "-"]).size() is None


def test_any_number_of_names_is_sorted_a_few_at_a_time():
    names = [b"%04d" % (n * 7919 % 1000) for n in range(1000)]
    passes = []

    def listed():
        passes.append(1)
        return iter(names)

    assert list(in_order(listed, 300)) == sorted(names)
    assert len(passes) == 4
    assert list(in_order(lambda: iter([]), 300)) == []


@needs_links
def test_links_do_not_lead_round_in_circles(folder):
    (folder / "in" / "loop").symlink_to("..")
    (folder / "in" / "link.json").symlink_to("a.json")
    (folder / "in" / "nowhere.json").symlink_to("gone")
    found = sources("in")
    assert [name for name in found if "loop" in name] == []
    assert {"in/link.json", "in/nowhere.json"} <= set(found)
    (folder / "other").symlink_to("in")
    assert "other/a.json" in sources("other")


@needs_links
def test_strange_names_are_shown_and_read(folder):
    raw = os.fsencode(folder / "in") + b"/\xff\n=x.json"
    with open(raw, "w") as stream:  # noqa: PTH123 - a Path takes no bytes
        stream.write("{}")
    item = next(item for item in Inputs(["in"]) if "=x" in item.source)
    assert item.source == "in/\\xff\n=x.json"
    assert os.fsencode(item.path) == raw


@needs_links
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_read_is_an_input_with_a_problem(folder):
    (folder / "in" / "a").chmod(0)
    try:
        problems = {item.source: item.problem.code for item in Inputs(["in"]) if item.problem}
    finally:
        (folder / "in" / "a").chmod(0o700)
    assert problems == {"in/a": "no_permission"}


@needs_links
def test_only_regular_files_of_a_folder_are_read(folder):
    os.mkfifo(folder / "in" / "pipe.json")
    assert "in/pipe.json" not in sources("in")
    (item,) = Inputs(["in/pipe.json"])
    assert not item.regular
