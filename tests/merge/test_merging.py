"""Files put together: what is kept of each, in whatever order, and what is refused."""

import hashlib
import json
from itertools import permutations
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import InvalidInput, build_report, score
from aiassess.answers.check import check_answers
from aiassess.answers.json_schema import answers_schema
from aiassess.canonical import to_json
from aiassess.merge.merging import Merging
from aiassess.merge.parts import Source, read_sources
from support.examples import examples
from support.strategies import many_answers, questionnaires
from support.tiny import EVERY_TYPE, answer_set, answers_document, control, inherent, tiny

QUESTIONNAIRE = tiny(inherent(actors=["owner"]), control(actors=["ictso"], not_applicable=True), {"id": "name"})
GATED = tiny(
    inherent(), control(), rules=[{"when": {"question": "risk", "is": "all"}, "level": "banned", "unsure": "stop"}]
)


def source(name, given_=None, questionnaire=QUESTIONNAIRE, **about):
    data = answers_document(questionnaire, given_ or {}, **about)
    digest = f"sha256:{hashlib.sha256(json.dumps(data).encode()).hexdigest()}"
    return Source(name, digest, check_answers(data, questionnaire, name))


def merged(*sources, questionnaire=QUESTIONNAIRE, prefer=(), lang=None):
    """Return the document of sources that do not differ, or whose differences the preferred files settle."""
    merging = Merging(sources, questionnaire, lang)
    merging.prefer(prefer)
    assert not merging.conflicts
    assert not merging.about_conflicts
    return merging.document("merged.json")


def again(name, document, questionnaire=QUESTIONNAIRE):
    """Return what was merged as one of the files to merge."""
    raw = to_json(document).encode()
    answers = check_answers(json.loads(raw), questionnaire, name)
    return Source(name, f"sha256:{hashlib.sha256(raw).hexdigest()}", answers)


def differing(*sources, questionnaire=QUESTIONNAIRE):
    return [conflict.question.id for conflict in Merging(sources, questionnaire).conflicts]


OFFICER = source(
    "some/where/officer.json", {"risk": "none", "guard": {"status": "unsure", "for": "ictso"}}, assessor="Officer"
)
ICTSO = source("ictso.json", {"guard": {"value": "yes", "evidence": [{"reference": "Minutes"}]}}, assessor="ICTSO")
NAMELESS = source("vendor.json", {"name": "Filter"})


def test_who_gave_what_is_kept():
    document = merged(OFFICER, ICTSO, NAMELESS)
    assert document["about"]["assessor"] == "ICTSO; Officer"
    assert document["about"]["parts"] == [
        {"file": "vendor.json", "digest": NAMELESS.digest},
        {"file": "ictso.json", "assessor": "ICTSO", "digest": ICTSO.digest},
        {"file": "officer.json", "assessor": "Officer", "digest": OFFICER.digest},
    ]
    assert document["answers"] == {
        "risk": {"value": "none", "from": ["Officer"]},
        "guard": {"value": "yes", "evidence": [{"reference": "Minutes"}], "from": ["ICTSO"]},
        "name": {"value": "Filter", "from": ["vendor.json"]},
    }
    assert jsonschema.Draft202012Validator(answers_schema(QUESTIONNAIRE)).is_valid(document)


def test_two_who_say_the_same_are_both_named_and_their_evidence_is_united():
    other = source("b.json", {"guard": {"value": "yes", "note": "Since May.", "evidence": [{"reference": "Audit"}]}})
    assert merged(ICTSO, other)["answers"]["guard"] == {
        "value": "yes",
        "note": "Since May.",
        "evidence": [{"reference": "Audit"}, {"reference": "Minutes"}],
        "from": ["ICTSO", "b.json"],
    }


def test_the_order_of_options_and_evidence_is_no_difference():
    one, other = (
        source(name, {"several": {"value": options, "evidence": [{"reference": text} for text in proofs]}}, EVERY_TYPE)
        for name, options, proofs in (("a", ["two", "one"], "xy"), ("b", ["one", "two"], "yx"))
    )
    found = merged(one, other, questionnaire=EVERY_TYPE)["answers"]["several"]
    assert found["value"] == ["one", "two"]
    assert [item["reference"] for item in found["evidence"]] == ["x", "y"]


def test_what_was_confirmed_replaces_what_was_not():
    last_year = source("old.json", {"guard": {"value": "no", "note": "Old.", "confirmed": False}, "risk": "none"})
    assert merged(last_year, ICTSO)["answers"]["guard"]["value"] == "yes"
    assert "note" not in merged(last_year, ICTSO)["answers"]["guard"]
    assert merged(last_year)["answers"]["guard"]["confirmed"] is False
    doubt = source("doubt.json", {"guard": {"status": "unsure"}})
    assert merged(last_year, doubt)["answers"]["guard"]["status"] == "unsure"
    assert differing(last_year, source("note.json", {"guard": {"note": "Ask Ali."}})) == ["guard"]


def test_a_doubt_is_settled_by_an_answer_except_where_it_stops_an_assessment():
    doubt, answer = {"status": "unsure"}, "none"
    for questionnaire, expected in ((QUESTIONNAIRE, []), (GATED, ["risk"])):
        parts = [source(name, {"risk": said}, questionnaire) for name, said in (("a", doubt), ("b", answer))]
        assert differing(*parts, questionnaire=questionnaire) == expected
    gated = tiny(inherent(actors=["ictso"]), rules=GATED.document["rules"])
    parts = [source(name, {"risk": said}, gated) for name, said in (("a", {**doubt, "for": "ictso"}), ("b", answer))]
    assert differing(*parts, questionnaire=gated) == []  # whoever asks for an answer gets one
    assert differing(*parts, source("c", {"risk": doubt}, gated), questionnaire=gated) == ["risk"]


def test_whom_a_doubt_waits_for_is_kept_and_two_of_them_are_a_difference():
    plain, owner = (
        source(name, {"guard": {"status": "unsure", **more}}) for name, more in (("a", {}), ("b", {"for": "owner"}))
    )
    assert merged(OFFICER, plain)["answers"]["guard"] == {"status": "unsure", "for": "ictso", "from": ["Officer"]}
    assert differing(OFFICER, owner) == ["guard"]
    assert differing(OFFICER, owner, ICTSO) == []


def test_notes_of_both_differ_and_one_alone_is_kept():
    noted = [source(name, {"guard": {"value": "yes", "note": note}}) for name, note in (("a", "One."), ("b", "Two."))]
    assert differing(*noted) == ["guard"]
    assert merged(noted[0], ICTSO)["answers"]["guard"]["note"] == "One."
    assert merged(*noted, ICTSO, prefer=["b"])["answers"]["guard"] == {
        "value": "yes",
        "note": "Two.",
        "evidence": [{"reference": "Minutes"}],
        "from": ["ICTSO", "a", "b"],
    }


def test_evidence_of_a_doubt_does_not_become_evidence_of_the_answer():
    doubt = source("a.json", {"guard": {"status": "unsure", "evidence": [{"reference": "Letter"}]}})
    assert differing(doubt, source("b.json", {"guard": "yes"})) == ["guard"]


def test_about_is_that_of_all():
    parts = [
        source("a.json", started_at="2026-11-02T09:00:00+08:00", completed_at="2026-11-03T09:00:00Z", language="ms"),
        source("b.json", started_at="2026-11-02T00:59:59.5Z", language="en", classification="Terhad"),
        source("c.json", started_at="2026-11-02T00:59:59.25Z"),
    ]
    about = merged(*parts)["about"]
    assert about["started_at"] == "2026-11-02T00:59:59.25Z"
    assert about["language"] == "en"  # the first that the questionnaire has
    assert about["classification"] == "Terhad"
    assert "completed_at" not in about
    assert "assessor" not in about
    assert merged(*parts, lang="ms")["about"]["language"] == "ms"


def test_no_class_is_taken_for_the_higher_one():
    parts = [source(name, classification=name) for name in ("Terhad", "Sulit")]
    assert [conflict.values for conflict in Merging(parts, QUESTIONNAIRE).about_conflicts] == [
        {"Sulit": ("Sulit",), "Terhad": ("Terhad",)}
    ]
    assert merged(*parts, prefer=["Sulit"])["about"]["classification"] == "Sulit"


def test_two_case_numbers_are_a_conflict():
    parts = [source(name, reference=name) for name in ("12/3", "12/4")]
    assert [conflict.field for conflict in Merging(parts, QUESTIONNAIRE).about_conflicts] == ["reference"]
    assert merged(*parts, prefer=["12/4"])["about"]["reference"] == "12/4"


def test_the_first_preferred_file_that_says_anything_settles():
    no, yes = (source(f"{value}.json", {"guard": value}) for value in ("no", "yes"))
    silent = source("silent.json", {"risk": "none"})
    assert merged(no, yes, silent, prefer=["silent.json", "yes.json", "no.json"])["answers"]["guard"]["value"] == "yes"
    assert merged(no, yes, silent, prefer=["no.json"])["answers"]["guard"] == {"value": "no", "from": ["no.json"]}


def test_a_file_that_was_gone_on_with_after_merging_is_a_part_itself():
    document = merged(OFFICER, ICTSO)
    assert merged(again("m.json", document)) == document
    document["answers"]["name"] = {"value": "Filter"}
    more = merged(again("m.json", document))
    assert more["answers"]["name"]["from"] == ["m.json"]
    assert [part["file"] for part in more["about"]["parts"]] == ["m.json", "ictso.json", "officer.json"]
    assert more["about"]["assessor"] == "ICTSO; Officer"
    del document["answers"]["name"]
    document["about"]["assessor"] = "Head of unit"
    assert merged(again("m.json", document))["about"]["assessor"] == "Head of unit; ICTSO; Officer"


@examples(60)
@given(questionnaires(), st.integers(0, 2**32))
def test_any_parts_in_any_order_and_again(questionnaire, seed):
    given_ = [
        said for said, _ in many_answers(questionnaire, seed, 3, omit=0.7, proven=0.3, unconfirmed=0.2, waiting=0.5)
    ]
    parts = [source(f"{place}.json", said, questionnaire) for place, said in enumerate(given_)]
    orders = [Merging(order, questionnaire) for order in permutations(parts)]
    conflicts = orders[0].conflicts  # before they are settled
    assert all(merging.conflicts == conflicts for merging in orders)
    for merging in orders:
        merging.prefer(["0.json", "1.json", "2.json"])
    documents = {to_json(merging.document("x")) for merging in orders}
    assert len(documents) == 1
    document = json.loads(documents.pop())
    whole = again("m.json", document, questionnaire)
    assert merged(whole, whole, questionnaire=questionnaire) == document
    alone = merged(parts[0], questionnaire=questionnaire)
    assert merged(parts[0], parts[0], questionnaire=questionnaire) == alone
    plain = score(questionnaire, parts[0].answers)
    assert score(questionnaire, check_answers(alone, questionnaire, "x")).residual == plain.residual


@examples(60)
@given(questionnaires(), st.integers(0, 2**32))
def test_two_first_and_then_the_third(questionnaire, seed):
    given_ = [said for said, _ in many_answers(questionnaire, seed, 3, omit=0.9, proven=0.3, unconfirmed=0.2)]
    a, b, c = (source(f"{place}.json", said, questionnaire) for place, said in enumerate(given_))
    if not any(differing(*parts, questionnaire=questionnaire) for parts in ((a, b), (b, c), (a, b, c))):
        whole = merged(a, b, c, questionnaire=questionnaire)
        for first, last in (((a, b), c), ((b, c), a)):
            part = again("m.json", merged(*first, questionnaire=questionnaire), questionnaire)
            if not differing(part, last, questionnaire=questionnaire):
                assert merged(part, last, questionnaire=questionnaire) == whole


# Files


@pytest.fixture
def write(tmp_path):
    def call(name, text):
        file = tmp_path / name
        file.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return str(file)

    return call


def problems(files, questionnaire=None):
    with pytest.raises(InvalidInput) as caught:
        read_sources(files, questionnaire)
    return [(problem.code, problem.file) for problem in caught.value.problems]


def test_answers_and_reports_are_read_and_the_digest_is_that_of_the_bytes(write):
    answers = answer_set(QUESTIONNAIRE, {"risk": "none"}, assessor="Officer")
    report = write("report.json", build_report(score(QUESTIONNAIRE, answers)))
    file = write("a.json", answers_document(QUESTIONNAIRE, {"guard": "yes"}))
    (one, other), edition = read_sources([report, file, report], QUESTIONNAIRE)
    assert edition is QUESTIONNAIRE
    assert one.answers.about.assessor == "Officer"
    assert other.digest == f"sha256:{hashlib.sha256(Path(file).read_bytes()).hexdigest()}"


def test_all_errors_of_all_files_are_told(write):
    files = [
        write("broken.json", "{"),
        "/nowhere/missing.json",
        write("wrong.json", answers_document(QUESTIONNAIRE, {"risk": "purple", "guard": "maybe"})),
        write("good.json", answers_document(QUESTIONNAIRE, {})),
    ]
    assert sorted(problems(files, QUESTIONNAIRE)) == sorted(
        [("json_syntax", files[0]), ("missing_file", files[1]), *[("unknown_option", files[2])] * 2]
    )


def test_other_questionnaires_and_versions(write):
    def named(name, version):
        return write(f"{name}-{version}.json", {**EMPTY, "questionnaire": {"id": name, "version": version}})

    first, second = named("gpaisa", "1.0.0"), named("gpaisa", "2.0.0")
    assert problems([first, second]) == [("merge_other_questionnaire", first), ("merge_other_questionnaire", second)]
    (one, other), edition = read_sources([second, named("gpaisa", "2.1.0")])
    assert edition.version.startswith("2.")
    assert {one.answers.questionnaire_version, other.answers.questionnaire_version} == {"2.0.0", "2.1.0"}
    assert Merging([one, other], edition).document("x")["questionnaire"]["version"] == "2.1.0"
    assert problems([named("nothing", "1.0.0"), second])[0][0] == "answers_unknown_questionnaire"


EMPTY = {"format": "aiassess.answers/1", "answers": {}}


def test_no_more_files_than_a_merged_one_can_name():
    assert problems([f"{number}.json" for number in range(101)]) == [("too_many", None)]


def test_what_the_merged_file_cannot_hold_is_refused():
    parts = [
        source(name, {"guard": {"value": "yes", "evidence": [{"reference": f"{name}{n}"} for n in range(150)]}})
        for name in "ab"
    ]
    with pytest.raises(InvalidInput) as caught:
        merged(*parts)
    assert [problem.code for problem in caught.value.problems] == ["too_many"]
    long = [source(name, assessor=name * 15_000) for name in "ab"]
    assert "assessor" not in merged(*long)["about"]  # the parts name them
