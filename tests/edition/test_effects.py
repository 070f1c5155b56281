"""What an edition does to saved answers, held against scoring both by hand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.batch.inputs import Inputs
from aiassess.edition.effects import Effects
from aiassess.edition.listing import Listing
from aiassess.report.build import build_report
from support.examples import examples
from support.tiny import LEVELS, answers_document, assess, control, inherent, report_of, tiny

GUARD = control(findings=[{"on": ["no"], "severity": "critical"}])


def effects(old, new, tmp_path, submissions, version=None):
    """Return the counts that are not 0, and the groups, for plain answers to the old edition, one a line."""
    documents = [answers_document(old, given) for given in submissions]
    for document in documents:
        document["questionnaire"]["version"] = version or old.version
    file = tmp_path / "submissions.jsonl"
    file.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
    found = Effects(Listing(old, new, "en"))
    found.add_all(Inputs([str(file)]))
    data = found.data()
    assert data["submissions"] == len(submissions)
    return {name: n for name, n in data["counts"].items() if n}, data["groups"]


def test_one_option_renamed(tmp_path):
    """As it happened: lint clean, then 72 of 400 submissions refused."""
    ids = {"no": 0, "planned": 2, "in_plan": 2, "yes": 4}
    options = [{"id": name, "label": name.replace("in_plan", "planned"), "points": n} for name, n in ids.items()]
    old, new = (
        tiny(inherent(), control(options=[o for o in options if o["id"] != other])) for other in ("in_plan", "planned")
    )
    given = [{"risk": "all", "guard": "planned" if n % 50 < 9 else "yes"} for n in range(400)]
    counts, (group,) = effects(old, new, tmp_path, given)
    assert counts == {"refused": 72, "same": 328}
    assert (group["because"], len(group["submissions"])) == ([0], 72)
    first = group["submissions"][0]
    assert (first["line"], first["dropped"], first["problems"][0]["code"]) == (1, ["guard"], "unknown_option")


def test_a_new_required_question(tmp_path):
    """Without since all are incomplete; with it they are told as new, and nothing else is hidden behind that."""
    old = tiny(control())
    given = [{"guard": "yes"}, {"guard": "no"}, {}]
    for since, expected in ((None, {"verdict": 2, "incomplete": 2, "other": 1}), ("1.3.0", {"new_since": 3})):
        more = {"since": since} if since else {}
        new = tiny(control(), {"id": "extra", **more}, version="1.3.0")
        counts, groups = effects(old, new, tmp_path, given)
        assert counts == expected
        assert all(group["new_since" if since else "missing"] == ["extra"] for group in groups)
    counts, _ = effects(old, new, tmp_path, [{"guard": "yes"}], version="1.3.0")
    assert counts == {"verdict": 1, "incomplete": 1}


def test_points_changed(tmp_path):
    """An answer that counts 2 instead of 1: who comes to another level, and by which change."""
    levels = [LEVELS[0], *LEVELS[2:]]
    old, new = (tiny(inherent(options={"none": 0, "some": n, "all": 8}), levels=levels) for n in (2, 4))
    counts, (group,) = effects(old, new, tmp_path, [{"risk": "some"}, {"risk": "all"}, {"risk": "none"}])
    assert counts == {"level": 1, "same": 2}
    assert (group["level"]["old"]["id"], group["level"]["new"]["id"], group["because"]) == ("low", "high", [0])


def test_what_is_only_read_changes_no_submission(tmp_path):
    """Another order of questions that are missing, another title of a principle, another id of a level."""

    def edition(title, low, *questions):
        levels = [{"id": low, "title": "Low", "up_to_percent": 25}, *LEVELS[1:]]
        return tiny(*questions, dimensions={"principles": [{"id": "open", "title": title}]}, levels=levels)

    asked = [inherent(), control(principles=["open"])]
    old, new = edition("Open", "low", *asked), edition("Openness", "lowest", *reversed(asked))
    counts, _ = effects(old, new, tmp_path, [{}, {"risk": "none"}, {"risk": "all", "guard": "yes"}])
    assert counts == {"same": 3}


def test_another_first_number(tmp_path):
    old, new = tiny(inherent()), tiny(inherent(), version="2.0.0")
    counts, (group,) = effects(old, new, tmp_path, [{"risk": "all"}])
    assert counts == {"refused": 1}
    assert group["submissions"][0]["dropped"] == []


def test_what_the_old_edition_does_not_take(tmp_path):
    old, new = tiny(inherent()), tiny(inherent(), control())
    counts, _ = effects(old, new, tmp_path, [{"risk": "vast"}])
    assert counts == {"not_compared": 1}
    counts, _ = effects(old, new, tmp_path, [{"risk": "all"}], version="3.0.0")
    assert counts == {"not_compared": 1}


def test_another_questionnaire(tmp_path):
    counts, (group,) = effects(tiny(inherent()), tiny(inherent(), id="other"), tmp_path, [{"risk": "all"}])
    assert counts == {"refused": 1}
    assert group["submissions"][0]["dropped"] is None


@pytest.mark.parametrize("packed", [False, True])
def test_everything_that_batch_reads(packed, tmp_path):
    """Folders, arrays, reports, an interview's report beside its answers."""
    old, new = tiny(inherent()), tiny(inherent(weight=2), control())
    report = report_of(old, {"risk": "some"})
    folder = tmp_path / "finished"
    folder.mkdir()
    (folder / "report.json").write_text(json.dumps(report), encoding="utf-8")
    (folder / "answers.json").write_text(json.dumps(answers_document(old, {"risk": "some"})), encoding="utf-8")
    many = [answers_document(old, {"risk": "all"})] * (600 if packed else 3)
    (tmp_path / "array.json").write_text(json.dumps(many), encoding="utf-8")
    found = Effects(Listing(old, new, "en"))
    found.add_all(Inputs([str(tmp_path)]))
    assert found.submissions == len(many) + 1
    assert found.counts["verdict"] == len(many) + 1


# Whatever the edition

EDITIONS = st.builds(
    lambda weight, points, rule, severity, ready, extra: tiny(
        inherent(weight=weight, options={"none": 0, "some": points, "all": 4}),
        control(findings=[{"on": ["no"], "severity": severity}, {"on": ["half"], "severity": "minor"}]),
        *([{"id": "extra", "required": False, "show_if": {"question": "risk", "is": "all"}}] if extra else []),
        rules=[{"when": {"question": "risk", "is": rule}, "level": "high"}],
        levels=[*(level | {"ready_at": {"controls": ready, "each_principle": 0}} for level in LEVELS[:3]), LEVELS[3]],
    ),
    st.integers(1, 3),
    st.integers(1, 3),
    st.sampled_from(["some", "all"]),
    st.sampled_from(["critical", "major"]),
    st.sampled_from([20, 60]),
    st.booleans(),
)
GIVEN = st.fixed_dictionaries(
    {}, optional={"risk": st.sampled_from(["none", "some", "all"]), "guard": st.sampled_from(["no", "half", "yes"])}
)
SAID = ("result", "dimensions", "findings", "obligations", "missing")


@examples(300)
@given(EDITIONS, EDITIONS, st.lists(GIVEN, min_size=1, max_size=4))
def test_the_same_is_the_same(tmp_path_factory, old, new, submissions):
    """Nothing whose report would say something else is told as the same, and levels and verdicts are those of scoring."""
    counts, groups = effects(old, new, tmp_path_factory.mktemp("some"), submissions)
    both = [(assess(old, given), assess(new, given)) for given in submissions]
    assert counts.get("level", 0) == sum(one.level.id != other.level.id for one, other in both)
    assert counts.get("verdict", 0) == sum(one.verdict != other.verdict for one, other in both)
    reports = [tuple({name: build_report(one)[name] for name in SAID} for one in pair) for pair in both]
    assert counts.get("same", 0) <= sum(one == other for one, other in reports)
    assert all(group["because"] for group in groups)
