"""``lint --baseline``: what an edition changes, at its places in the file."""

import copy
import json

from test_edition_goldens import GOLDEN, LATER

from aiassess.edition.baseline import baseline_problems
from aiassess.edition.listing import Listing
from aiassess.questionnaire.catalog import checked_source, load_questionnaire
from aiassess.text import LANGUAGES
from support.tiny import control, document, inherent

BASE = document(inherent(), control(), {"id": "name"})


def found(tmp_path, change):
    """Return the problems of a document that ``change`` changes, as (severity, code, path)."""
    data = copy.deepcopy(BASE)
    change(data, data["sections"][0]["questions"])
    files = [tmp_path / "old.json", tmp_path / "new.json"]
    for file, content in zip(files, (BASE, data), strict=True):
        file.write_text(json.dumps(content, indent=1), encoding="utf-8")
    source, problems = checked_source(str(files[1]))
    assert not [problem for problem in problems if problem.severity == "error"]
    problems = list(baseline_problems(load_questionnaire(str(files[0])), source, "en"))
    assert all(problem.line and problem.column for problem in problems)
    return [(problem.severity, problem.code, problem.path) for problem in problems]


def test_nothing(tmp_path):
    assert found(tmp_path, lambda data, questions: None) == []


def test_what_refuses_answers(tmp_path):
    def gone(data, questions):
        questions[1]["options"].pop(1)

    def told(data, questions):
        gone(data, questions)
        data["version"] = "2.0.0"

    options = "sections[0].questions[1].options"
    assert found(tmp_path, gone) == [("error", "edition_version", "version"), ("error", "edition_change", options)]
    assert found(tmp_path, told) == [("note", "edition_change", options)]


def test_what_counts_otherwise(tmp_path):
    def counts(version):
        def change(data, questions):
            data["version"] = version
            questions[0]["weight"] = 2

        return change

    weight = ("note", "edition_change", "sections[0].questions[0].weight")
    assert found(tmp_path, counts("1.2.1")) == [("error", "edition_version", "version"), weight]
    assert found(tmp_path, counts("1.3.0")) == [weight]


def test_what_should_be_looked_at(tmp_path):
    def change(data, questions):
        data["version"] = "1.3.0"
        questions[2]["text"] = "Who pays for all this?"
        questions.append({"id": "extra", "type": "text", "text": "Is there anything else?"})
        questions.append({"id": "more", "type": "text", "text": "And what besides?", "since": "1.3.0"})

    assert found(tmp_path, change) == [
        ("warning", "edition_change", "sections[0].questions[2].text"),
        ("warning", "edition_change", "sections[0].questions[3]"),
        ("note", "edition_change", "sections[0].questions[4]"),
    ]


def test_it_is_the_list_of_the_comparison(tmp_path):
    file = tmp_path / "later.json"
    file.write_text(json.dumps(dict(LATER.document), indent=1), encoding="utf-8")
    source, _ = checked_source(str(file))
    for lang in LANGUAGES:
        version, *problems = baseline_problems(GOLDEN, source, lang)
        changes = Listing(GOLDEN, LATER, lang).changes
        assert version.code == "edition_version"
        assert len(problems) == len(changes)
        assert all(change["why"] in problem.message(lang) for change, problem in zip(changes, problems, strict=True))
