"""Questionnaires by name and by path, their section files, and the cache of those checked."""

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from aiassess import InvalidInput, load_questionnaire
from aiassess.files import MAX_QUESTIONNAIRE_BYTES
from aiassess.questionnaire.catalog import (
    MAX_SECTION_FILES,
    find_questionnaire,
    known_names,
    lint_questionnaire,
    whole_of,
)
from aiassess.questionnaire.yaml_source import MAX_VALUES

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
EXAMPLES = Path(__file__).parent.parent / "questionnaires" / "valid"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """Return a cache folder of the test's own, not yet made."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("AIASSESS_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def with_parts(tmp_path):
    """Return a copy of the tiny questionnaire that has section files, in a folder of its own."""
    folder = tmp_path / "own"
    shutil.copytree(EXAMPLES / "parts", folder / "parts")
    return Path(shutil.copy(EXAMPLES / "include.yaml", folder))


def codes(name):
    with pytest.raises(InvalidInput) as caught:
        load_questionnaire(str(name))
    return [problem.code for problem in caught.value.problems]


# Given whole


def test_a_questionnaire_is_loaded_from_its_own_json():
    questionnaire = load_questionnaire("gpaisa@1.0.0")
    document = dict(questionnaire.document)
    for whole in (document, json.dumps(document).encode(), json.dumps(document, ensure_ascii=False, indent=2).encode()):
        again = load_questionnaire(whole)
        assert again == questionnaire
        assert again.digest == questionnaire.digest


def test_characters_that_json_escapes_in_halves_are_whole():
    document = {
        **load_questionnaire(str(EXAMPLES / "choice.yaml")).document,
        "title": "\U0001f600\U0001f600 \\ud83d \\\U0001f600",
    }
    for whole in (document, json.dumps(document).encode()):
        assert load_questionnaire(whole).document == document


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"title": "a\x00"}, "text_control"),
        ({"title": 5}, "schema_text_is_number"),
        ({"sections": [{"include": "parts/one.yaml"}]}, "include_outside"),
        ({"sections": [{"include": "parts/one.yaml", "id": "one"}]}, "schema_unknown"),
        ({"format": 2}, "newer_format"),
    ],
)
def test_what_is_given_whole_is_checked_as_a_file_is(changed, code):
    document = load_questionnaire(str(EXAMPLES / "choice.yaml")).document | changed
    for whole in (document, json.dumps(document).encode()):
        with pytest.raises(InvalidInput) as caught:
            load_questionnaire(whole)
        assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize("raw", [b"", b"\xff", b"\x1f\x8b", b'"\\ud83d"', b'"\\ud83d\\uzzzz"', b"{", b"[]"])
def test_bytes_that_are_no_questionnaire_are_refused(raw):
    with pytest.raises(InvalidInput):
        load_questionnaire(raw)


def test_what_questionnaires_are_not_loaded_from_is_said():
    for source in (None, 1, ["gpaisa"]):
        with pytest.raises(TypeError, match="a name, a path, a file's content as bytes, or a dict"):
            load_questionnaire(source)


# Names and paths


def test_the_shipped_questionnaires_have_their_files_name():
    assert "gpaisa" in known_names()
    for name in known_names():
        assert load_questionnaire(name).id == name


def test_gpaisa_is_the_default():
    assert load_questionnaire() == load_questionnaire("gpaisa")


def test_a_path_is_the_same_as_the_name():
    file, shown = find_questionnaire("gpaisa")
    assert shown == "questionnaires/gpaisa.yaml"
    assert load_questionnaire(str(file)) == load_questionnaire("gpaisa")
    assert load_questionnaire(str(file)).digest == load_questionnaire("gpaisa").digest


def test_paths_of_every_kind(make_questionnaire, tmp_path, monkeypatch):
    digest = make_questionnaire(name="folder/my own.yaml").digest
    monkeypatch.chdir(tmp_path)
    for name in (
        "folder/my own.yaml",
        "./folder/my own.yaml",
        "folder/../folder/my own.yaml",
        tmp_path / "folder/my own.yaml",
    ):
        assert load_questionnaire(str(name)).digest == digest


def test_an_unknown_name():
    with pytest.raises(InvalidInput, match=r"Unknown questionnaire “gpaissa”. Choose from: gpaisa"):
        load_questionnaire("gpaissa")
    assert codes("a" * 5000) == ["unknown_questionnaire"]
    assert codes("") == ["is_directory"]
    assert codes("GPAISA") == ["missing_file"]
    assert codes("../gpaisa") == ["missing_file"]
    assert codes("gpaisa@0.1.0") == ["unknown_edition"]


def test_a_file_in_the_current_folder_hides_no_shipped_questionnaire(write_questionnaire, tmp_path, monkeypatch):
    write_questionnaire(name="gpaisa")
    write_questionnaire(name="mine")
    monkeypatch.chdir(tmp_path)
    assert load_questionnaire("gpaisa").id == "gpaisa"
    assert load_questionnaire("./gpaisa").id == "tiny"
    assert load_questionnaire("mine").id == "tiny"


# Section files


def test_section_files_stand_in_place_of_their_names(with_parts):
    questionnaire = load_questionnaire(str(with_parts))
    assert [section.id for section in questionnaire.sections] == ["only", "reasons", "dates"]
    assert "include" not in json.dumps(questionnaire.document)


def test_one_file_or_several_makes_no_difference(with_parts):
    whole = with_parts.with_name("whole.yaml")
    whole.write_text(json.dumps(load_questionnaire(str(with_parts)).document))
    assert load_questionnaire(str(whole)).digest == load_questionnaire(str(with_parts)).digest


@pytest.mark.parametrize(
    "name",
    ["../secret.yaml", "/etc/secret.yaml", "parts/../../secret.yaml", "./parts/reasons.yaml", "~/secret.yaml", "parts"],
)
def test_names_that_lead_elsewhere_are_refused(write_questionnaire, tmp_path, name):
    (tmp_path.parent / "secret.yaml").write_text("id: secret\n")
    file = write_questionnaire(f"sections: [{{include: '{name}'}}]\n", name="in/here.yaml")
    assert codes(file) == ["include_path"]


def link(place, target, folder=False):
    try:
        place.symlink_to(target, target_is_directory=folder)
    except OSError:
        pytest.skip("this system makes no symbolic links")


@needs_links
def test_a_link_that_leads_outside_is_refused(with_parts, tmp_path):
    outside = tmp_path / "outside"
    (with_parts.parent / "parts").rename(outside)
    link(with_parts.parent / "parts", outside, folder=True)
    assert codes(with_parts) == ["include_outside", "include_outside"]


@needs_links
def test_a_link_that_stays_inside_is_followed(with_parts):
    digest = load_questionnaire(str(with_parts)).digest
    inner = with_parts.parent / "parts"
    inner.rename(with_parts.parent / "moved")
    link(inner, with_parts.parent / "moved", folder=True)
    assert load_questionnaire(str(with_parts)).digest == digest


@needs_links
def test_links_that_go_round_in_a_circle(with_parts):
    part = with_parts.parent / "parts" / "reasons.yaml"
    part.unlink()
    link(part, part)
    assert codes(with_parts) == ["unreadable"]


@needs_links
def test_a_questionnaire_that_is_itself_a_link_looks_beside_the_link(with_parts, tmp_path):
    linked = tmp_path / "linked.yaml"
    link(linked, with_parts)
    assert codes(linked) == ["include_missing", "include_missing"]


def test_more_sections_than_are_read(write_questionnaire):
    sections = "".join(f"  - include: parts/{i}.yaml\n" for i in range(MAX_SECTION_FILES + 2))
    found = codes(write_questionnaire(f"sections:\n{sections}"))
    assert found == ["include_missing"] * MAX_SECTION_FILES + ["include_many"] * 2


def test_the_bound_on_values_holds_for_all_files_together(write_questionnaire, tmp_path):
    # Each part alone stays within the bound, with two thirds of what may be read.
    options = ", ".join(["{id: a, label: A}"] * (MAX_VALUES // 3 * 2 // 3))
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(
            f"id: {name}\ntitle: T\nquestions: [{{id: {name}_q, type: choice, text: Q, options: [{options}]}}]\n"
        )
    file = write_questionnaire("sections: [{include: one.yaml}, {include: two.yaml}]\n")
    problems = lint_questionnaire(str(file))
    found = {(problem.code, Path(problem.file).name) for problem in problems}
    assert found == {("id_twice", "one.yaml"), ("yaml_size", "two.yaml")}


def test_a_huge_section_file_is_refused(with_parts):
    with (with_parts.parent / "parts" / "reasons.yaml").open("wb") as stream:
        stream.truncate(MAX_QUESTIONNAIRE_BYTES + 1)
    assert codes(with_parts) == ["too_large"]


def test_problems_in_a_section_file_are_shown_by_its_path(with_parts):
    part = with_parts.parent / "parts" / "reasons.yaml"
    part.write_text(part.read_text().replace("type: text", "type: prose"))
    (problem,) = lint_questionnaire(str(with_parts))
    assert problem.file == str(part)
    assert problem.line == 6
    assert problem.question == "why"


# A section file by itself


def test_a_section_file_leads_to_its_questionnaire(with_parts, monkeypatch):
    part = with_parts.parent / "parts" / "reasons.yaml"
    monkeypatch.chdir(part.parent)
    assert whole_of(str(part)) == str(with_parts)
    assert whole_of("reasons.yaml") == str(Path("..") / with_parts.name)
    monkeypatch.chdir(with_parts.parent)
    assert whole_of("parts/reasons.yaml") == with_parts.name
    for name in (str(with_parts), "gpaisa", "gpaisa@1.0.0", "nowhere.yaml", "", "a\0b"):
        assert whole_of(name) == name
    with_parts.unlink()
    assert whole_of(str(part)) == str(part)


# The cache


def test_the_result_is_the_same_with_and_without_the_cache(cache, with_parts):
    for name in ("gpaisa", str(with_parts)):
        cold, warm = load_questionnaire(name), load_questionnaire(name)
        assert warm == cold
        assert warm.digest == cold.digest
        assert warm.document == cold.document
        assert list(warm.document) == list(cold.document)
    assert len(list(cache.iterdir())) == 2


def test_no_invalid_questionnaire_is_kept(cache, write_questionnaire):
    codes(write_questionnaire("levels: []"))
    assert not cache.exists()


def entry_of(cache):
    (entry,) = cache.iterdir()
    return entry


def test_an_entry_is_used(cache, make_questionnaire, tmp_path):
    """The other tests of the cache mean something: what it holds is taken, where it vouches for itself."""
    make_questionnaire()
    entry = entry_of(cache)
    head, body = entry.read_text().split("\n")
    body = body.replace("Tiny", "From the cache")
    head = json.loads(head) | {"document": hashlib.sha256(body.encode()).hexdigest()}
    entry.write_text(f"{json.dumps(head)}\n{body}")
    assert load_questionnaire(str(tmp_path / "tiny.yaml")).title == {"en": "From the cache"}


def truncated(entry):
    entry.write_text(entry.read_text()[:-10])


def changed(entry):
    entry.write_text(entry.read_text().replace("Tiny", "Tony"))


def rewritten(**parts):
    def rewrite(entry):
        head, body = entry.read_text().split("\n")
        entry.write_text(f"{json.dumps(json.loads(head) | parts)}\n{body.replace('Tiny', 'Tony')}")

    return rewrite


def vouching_for_nothing(entry):
    _, body = entry.read_text().split("\n")
    body = body.replace("Tiny", "Tony")
    entry.write_text(f"{json.dumps({'files': {}, 'document': hashlib.sha256(body.encode()).hexdigest()})}\n{body}")


def naming(name):
    def rewrite(entry):
        head, body = entry.read_text().split("\n")
        body = body.replace("Tiny", "Tony")
        files = json.loads(head)["files"] | {name: hashlib.sha256(b"id: secret\n").hexdigest()}
        entry.write_text(
            f"{json.dumps({'files': files, 'document': hashlib.sha256(body.encode()).hexdigest()})}\n{body}"
        )

    return rewrite


def a_folder(entry):
    entry.unlink()
    entry.mkdir()


def content(raw):
    return lambda entry: entry.write_bytes(raw)


@pytest.mark.parametrize(
    "spoil",
    [
        truncated,
        changed,
        a_folder,
        vouching_for_nothing,
        rewritten(files=None),
        rewritten(files=["tiny.yaml"]),
        rewritten(document=None),
        naming("../secret.yaml"),
        naming("/dev/zero"),
        naming("missing.yaml"),
        content(b""),
        content(b"\x00\xff\xfe"),
        content(b"null\nnull"),
        content(b"[]\n[]"),
        content(b"{}\n{}"),
        content(b"[" * 100_000),
        content(b'{"files": {"tiny.yaml": 1}, "document": 1}\n{}'),
    ],
)
def test_a_spoilt_entry_is_ignored_and_replaced(cache, write_questionnaire, tmp_path, spoil):
    (tmp_path.parent / "secret.yaml").write_text("id: secret\n")
    file = write_questionnaire()
    cold = load_questionnaire(str(file))
    entry = entry_of(cache)
    good = entry.read_text()
    spoil(entry)
    assert load_questionnaire(str(file)) == cold
    if entry.is_file():
        assert entry.read_text() == good


def test_a_changed_file_is_noticed(cache, write_questionnaire):
    file = write_questionnaire()
    before = load_questionnaire(str(file))
    file.write_text(file.read_text().replace("title: Tiny", "title: Changed"))
    after = load_questionnaire(str(file))
    assert after.title == {"en": "Changed"}
    assert after.digest != before.digest


def test_a_changed_section_file_is_noticed(cache, with_parts):
    before = load_questionnaire(str(with_parts))
    part = with_parts.parent / "parts" / "reasons.yaml"
    times = part.stat()
    part.write_text(part.read_text().replace("Why red?", "Why not?"))
    os.utime(part, ns=(times.st_atime_ns, times.st_mtime_ns))  # neither size nor time gives the change away
    after = load_questionnaire(str(with_parts))
    assert after.by_id["why"].text == {"en": "Why not?"}
    assert after.digest != before.digest
    part.unlink()
    assert codes(with_parts) == ["include_missing"]


def test_equal_files_with_other_sections_beside_them_are_two(cache, with_parts, tmp_path):
    other = Path(shutil.copytree(with_parts.parent, tmp_path / "other")) / with_parts.name
    part = other.parent / "parts" / "reasons.yaml"
    part.write_text(part.read_text().replace("Why red?", "Why not?"))
    for _ in range(2):
        assert load_questionnaire(str(with_parts)).by_id["why"].text == {"en": "Why red?"}
        assert load_questionnaire(str(other)).by_id["why"].text == {"en": "Why not?"}


@needs_links
def test_a_cached_section_file_that_became_a_link_outside_is_refused(cache, with_parts, tmp_path):
    load_questionnaire(str(with_parts))
    part = with_parts.parent / "parts" / "reasons.yaml"
    part.rename(tmp_path / "reasons.yaml")
    link(part, tmp_path / "reasons.yaml")
    assert codes(with_parts) == ["include_outside"]


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(cache, make_questionnaire):
    cache.write_text("a file where a folder should be")
    assert make_questionnaire().id == "tiny"
    assert cache.read_text() == "a file where a folder should be"


def test_comments_change_the_file_and_not_the_digest(write_questionnaire):
    file = write_questionnaire()
    digest = load_questionnaire(str(file)).digest
    file.write_text("# A comment.\n" + file.read_text())
    assert load_questionnaire(str(file)).digest == digest


@pytest.mark.parametrize(("name", "code"), [("gpaisa", "own_is_shipped"), ("mine", "own_twice")])
def test_a_name_that_two_files_claim_is_refused_for_that_name_alone(tmp_path, monkeypatch, name, code):
    for file in ("a.yaml", "b.yaml"):
        (tmp_path / file).write_text(f"id: {name}\nversion: 9.0.0\n", encoding="utf-8")
    monkeypatch.setenv("AIASSESS_QUESTIONNAIRES", str(tmp_path))
    with pytest.raises(InvalidInput) as refused:
        load_questionnaire(f"{name}@9.0.0")
    assert [problem.code for problem in refused.value.problems] == [code] * (2 if name == "gpaisa" else 1)
    other = "gpaisa" if name == "mine" else "mine"
    assert code not in str(refused.value)
    if other == "gpaisa":
        assert load_questionnaire(other).id == other
