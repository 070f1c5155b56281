"""The shipped editions: by which name each goes, that none changes, and which one answers go with."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import load_answers, load_questionnaire
from aiassess.errors import InvalidInput
from aiassess.questionnaire.editions import Editions
from aiassess.questionnaire.shipped import edition_for, edition_names, is_known, known_names, version_key
from aiassess.resources import data_folder
from support.editions import ANSWERS
from support.examples import examples

DIGESTS = {"gpaisa@1.0.0": "sha256:bcdcfdedee1fca0d1e372ca0d2ace3ad5b7ba9e119d7773b6599131f094583e3"}
"""Reports name these; an edition that was published never changes."""

VERSIONS = st.tuples(*[st.integers(0, 3)] * 3).map(lambda numbers: ".".join(map(str, numbers)))


def test_no_published_edition_has_changed():
    assert {name: load_questionnaire(name).digest for name in DIGESTS} == DIGESTS
    folder = data_folder("questionnaires") / "editions"
    kept = {f"{file.stem}@{file.parent.name.rpartition('-')[2]}" for file in folder.glob("*/*.yaml")}
    assert kept == set(DIGESTS), "each edition that is kept has its digest here"
    majors = [name.partition(".")[0] for name in edition_names()]
    assert len(set(majors)) == len(majors), (
        "summaries of a batch count a major version in one: only its last edition is kept"
    )


def test_every_edition_goes_by_its_name():
    assert edition_names() == [edition for name in known_names() for edition in edition_names(name)]
    for name in edition_names():
        found = load_questionnaire(name)
        assert f"{found.id}@{found.version}" == name
        assert is_known(name)
    for name in known_names():
        assert is_known(name)
        current = load_questionnaire(name)
        assert edition_names(name)[0] == f"{name}@{current.version}", "the latest is what the id alone means"
        assert load_questionnaire(edition_names(name)[0]) == current


@pytest.mark.parametrize("version", ["", "1", "1.0", "1.0.00", "0.9.0", "9.9.9", "latest", "1.0.0 ", "\x1b[2J"])
def test_an_unknown_version_names_the_known_ones(version):
    with pytest.raises(InvalidInput) as caught:
        load_questionnaire(f"gpaisa@{version}")
    (problem,) = caught.value.problems
    assert problem.code == "unknown_edition"
    for lang in ("en", "ms"):
        assert "gpaisa@1.0.0" in problem.message(lang)


def test_a_path_is_no_edition(write_questionnaire, tmp_path, monkeypatch):
    write_questionnaire(name="gpaisa@1.0.0")
    write_questionnaire(name="mine@1.0.0")
    monkeypatch.chdir(tmp_path)
    assert load_questionnaire("gpaisa@1.0.0").id == "gpaisa"
    assert load_questionnaire("./gpaisa@1.0.0").id == "tiny"
    assert load_questionnaire("mine@1.0.0").id == "tiny"
    for name in ("gpaisa@../gpaisa", "gpaisa@1.0.0/gpaisa.yaml", "gpaisa@..\\x", "nobody@1.0.0"):
        assert not is_known(name)
        with pytest.raises(InvalidInput):
            load_questionnaire(name)


@examples(200)
@given(st.lists(VERSIONS, min_size=1, unique=True), VERSIONS | st.none() | st.text(max_size=5) | st.integers())
def test_which_edition_answers_go_with(versions, answered):
    found = edition_for(answered, versions)
    assert found in versions
    latest = max(versions, key=version_key)
    if answered in versions:
        assert found == answered
        return
    major = str(answered).partition(".")[0] if isinstance(answered, str) else None
    alike = [version for version in versions if version.partition(".")[0] == major]
    if isinstance(answered, str) and alike:
        assert found == max(alike, key=version_key)
    else:
        assert found == latest or alike


@pytest.mark.parametrize("file", sorted(ANSWERS.glob("*.json")), ids=lambda file: Path(file).stem)
def test_answers_go_with_the_edition_that_they_name(file):
    assert load_answers(file).questionnaire_version == "1.0.0"
    assert Editions().of_digest(DIGESTS["gpaisa@1.0.0"]) == load_questionnaire("gpaisa@1.0.0")
