"""Two rounds compared: the figures agree with a plain definition, whatever the rows, and add up."""

import json
from collections import Counter
from datetime import datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from aiassess.batch.portfolio import agencies
from aiassess.figures import one_decimal
from aiassess.render import renderer
from support.examples import examples
from support.portfolios import MADE_UP, REFUSAL, row, rows
from support.rounds import NAMES, NOW, THEN, compared, table
from support.schemas import Schema

SCHEMA = Schema("portfolio")
RANKS = {q.id: {level.id: rank for rank, level in enumerate(q.levels)} for q in MADE_UP}


# A plain definition


def systems(some, questionnaire):
    """Return the newest row of each system of a questionnaire by its key, and how many older ones there are."""
    found, repeated = {}, 0
    for place, cells in enumerate(dict(zip(NAMES, cells, strict=True)) for cells in table(some)):
        if cells["questionnaire"] != questionnaire.id:
            continue
        name = (cells["system"] or "").strip().lower()
        key = ((cells["agency"] or "").strip().lower(), name, "" if name else cells["digest"])
        moment = cells["completed_at"] or (cells["completed_on"] and f"{cells['completed_on']}T00:00:00Z")
        newer = (moment is not None, datetime.fromisoformat(moment or "0001-01-02T00:00:00Z"), place)
        repeated += key in found
        if key not in found or newer > found[key][0]:
            found[key] = newer, cells
    return {key: cells for key, (_, cells) in found.items()}, repeated


def names_in(text):
    return set((text or "").split())


@examples(40)
@given(then=rows(), now=rows(), only_critical=st.booleans(), latest=st.booleans())
def test_what_changed_is_what_a_plain_comparison_finds(then, now, only_critical, latest):
    data, changes = compared(then, now, only_critical=only_critical, latest=latest)
    SCHEMA.validate(json.loads(json.dumps(data)))
    made = {of["id"]: of for of in data["rounds"]["questionnaires"]}
    column = "critical_findings" if only_critical else "findings"
    for questionnaire in MADE_UP:
        (before, older), (after, older_now) = systems(then, questionnaire), systems(now, questionnaire)
        assert (questionnaire.id in made) == bool(before or after)
        if not before | after:
            continue
        of, ranks = made[questionnaire.id], RANKS[questionnaire.id]
        both = [(before[key], after[key]) for key in before.keys() & after.keys()]
        new = [cells for key, cells in after.items() if key not in before]
        gone = [cells for key, cells in before.items() if key not in after]
        counts = {
            "new": sum(bool(cells["system"]) for cells in new),
            "gone": sum(bool(cells["system"]) for cells in gone),
            "level_up": sum(ranks[b["level"]] > ranks[a["level"]] for a, b in both),
            "level_down": sum(ranks[b["level"]] < ranks[a["level"]] for a, b in both),
            "level_other": 0,
            "verdict": sum(a["verdict"] != b["verdict"] for a, b in both),
        }
        assert of["changes"] == counts
        assert {name: len(listed) for name, listed in of["lists"].items()} == counts
        assert of["compared"] == len(both)
        assert (of["then"]["unnamed"], of["now"]["unnamed"]) == (len(gone) - counts["gone"], len(new) - counts["new"])
        assert (of["then"]["repeated"], of["now"]["repeated"]) == ((0, 0) if latest else (older, older_now))
        if latest:
            then, older = [tuple(cells.values())[2:-1] for q in MADE_UP for cells in systems(then, q)[0].values()], 0
        assert of["then"]["systems"] == of["compared"] + counts["gone"] + of["then"]["unnamed"] + older
        assert of["now"]["systems"] == of["compared"] + counts["new"] + of["now"]["unnamed"] + older_now
        opened = Counter(name for a, b in both for name in names_in(b[column]) - names_in(a[column]))
        closed = Counter(name for a, b in both for name in names_in(a[column]) - names_in(b[column]))
        for moved, expected in (("opened", opened), ("closed", closed)):
            told = {f"{item['question']}.{item['finding']}": item["systems"] for item in of[moved]["findings"]}
            assert told == expected
            assert sum(of[moved]["severities"].values()) == expected.total()
        changed = [
            (a, b) for a, b in both
            if a["level"] != b["level"] or a["verdict"] != b["verdict"] or names_in(a[column]) != names_in(b[column])
        ]  # fmt: skip
        listed = [item for item in changes if item["questionnaire"] == questionnaire.id]
        assert len(listed) == counts["new"] + counts["gone"] + len(changed)
        assert Counter(word for item in listed for word in item["change"].split())["verdict"] == counts["verdict"]
        check_both(of, then, now, questionnaire)


def check_both(of, then, now, questionnaire):
    for place, some in (("then", then), ("now", now)):
        of_round, found = of[place], [cells for cells in map(named, some) if cells["questionnaire"] == questionnaire.id]
        assert of_round["systems"] == len(found)
        for name, column in (("verdicts", "verdict"), ("statuses", "status")):
            counts = Counter(cells[column] for cells in found)
            assert {item["id"]: item["systems"] for item in of_round[name] if item["systems"]} == counts
        levels = Counter(cells["level"] for cells in found)
        assert {level["id"]: level[place]["systems"] for level in of["levels"] if level[place]["systems"]} == levels
        for level in of["levels"]:
            percent = one_decimal(Fraction(100 * levels[level["id"]], len(found))) if found else 0
            assert level[place]["percent"] == percent
            assert sum(level[place]["verdicts"].values()) == level[place]["systems"]
        agencies = {(cells["agency"] or "").strip().lower() for cells in found}
        assert of_round["agencies"] == len(agencies - {""})
        assert sum(agency[place]["systems"] for agency in of["agencies"]["listed"]) == len(found)
        for number, principle in enumerate(of["principles"]):
            shares = [
                cells[f"principle_{principle['id']}"] for cells in found if cells["level"] not in ("banned", "worst")
            ]
            shares = [Fraction(repr(share)) for share in shares if share is not None]
            assert principle[place]["systems"] == len(shares)
            assert Fraction(repr(principle[place]["sum_percent"])) == sum(shares)
            of_agencies = [agency[place]["principles"][number] for agency in of["agencies"]["listed"]]
            assert sum(item["systems"] for item in of_agencies) == len(shares)


def named(cells):
    return dict(zip(NAMES[2:-1], cells, strict=True))


@examples(15)
@given(then=rows(), now=rows(), random=st.randoms(use_true_random=False))
def test_the_order_of_rows_without_dates_matters_only_among_those_of_one_system(then, now, random):
    """With the newest of each alone, any order gives the same."""
    newest = [
        [cells for q in MADE_UP for cells in systems(some, q)[0].values() if cells["system"]] for some in (then, now)
    ]
    once, again = ([[tuple(cells.values())[2:-1] for cells in some] for some in newest] for _ in range(2))
    for some in again:
        random.shuffle(some)
    first, second = (compared(*some)[0]["rounds"] for some in (once, again))
    assert first == second


# Kinds of changes


def test_every_kind_of_change_is_told_by_system():
    data, changes = compared(THEN, NOW)
    SCHEMA.validate(json.loads(json.dumps(data)))
    assert [(item["agency"], item["system"], item["change"]) for item in changes] == [
        ("East", "Gone", "gone"),
        ("north", "CHAT", "level_other verdict"),
        ("North", "Score, renamed", "level_up verdict findings"),
        ("South", "Old", "gone"),
        ("South", "Sort", "level_down findings"),
        ("West\u202e", "=New", "new"),
    ]
    renamed = changes[2]
    assert renamed | {"source": "now/2.json", "line": 2} == renamed
    assert (renamed["level_then"], renamed["level_now"]) == ("low", "high")
    assert (renamed["verdict_then"], renamed["verdict_now"]) == ("hold", "ready")
    assert (renamed["findings_opened"], renamed["findings_closed"]) == ("guard.f4", "harm.f0")
    assert (renamed["edition_then"], renamed["edition_now"]) == ("alpha@0.9.0", "alpha@1.2.0")
    assert changes[3]["source"] == "then/5.json"


def test_of_the_latest_alone_older_rows_of_the_earlier_round_are_in_no_figure():
    """As in this round with --latest; otherwise each row counts, as it does in this round."""
    all_of_them, latest = (compared(THEN, NOW, latest=latest)[0]["rounds"] for latest in (False, True))
    assert (all_of_them["systems"], all_of_them["superseded"]) == (7, 0)
    assert (latest["systems"], latest["superseded"]) == (6, 1)
    (alpha, _), (alpha_latest, _) = (data["questionnaires"] for data in (all_of_them, latest))
    assert (alpha["then"]["systems"], alpha_latest["then"]["systems"]) == (6, 5)
    assert alpha["changes"] == alpha_latest["changes"]
    fair = alpha_latest["principles"][0]
    assert (fair["id"], fair["then"]["systems"], fair["then"]["sum_percent"]) == ("fair", 4, 166.5)


def test_many_agencies_are_the_same_ones_in_both_rounds(monkeypatch):
    monkeypatch.setattr(agencies, "MOST_AGENCIES", 3)
    then = [row(agency=f"A{n}", principle_fair=n) for n in range(8)]
    now = [row(agency=f"A{n}", principle_fair=n) for n in range(4, 12)]
    of = compared(then, now)[0]["rounds"]["questionnaires"][0]
    trends = of["agencies"]
    assert len(trends["listed"]) <= 3
    for agency in trends["listed"]:
        n = int(agency["name"][1:])
        assert (agency["then"]["systems"], agency["now"]["systems"]) == (int(n < 8), int(n >= 4))
    for place in ("then", "now"):
        assert sum(item[place]["systems"] for item in (*trends["listed"], trends["rest"])) == 8
        assert of[place]["more_agencies"]
    text = renderer("md", "portfolio")(compared(then, now)[0])
    assert "More than" in text


def test_lists_are_bounded_and_say_so():
    data, changes = compared([], [row(system=f"S{n:03}") for n in range(60)])
    of = data["rounds"]["questionnaires"][0]
    assert of["changes"]["new"] == len(changes) == 60
    assert [item["system"] for item in of["lists"]["new"]] == [f"S{n:03}" for n in range(50)]
    assert "50 of 60 are listed." in renderer("md", "portfolio")(data)


def test_a_round_of_nothing_is_compared_too():
    """All systems of a questionnaire gone, or nothing read at all, divides by no count."""
    for then, now in ((THEN, []), ([], NOW), ([], []), ([REFUSAL], [REFUSAL])):
        data, _ = compared(then, now)
        SCHEMA.validate(json.loads(json.dumps(data)))
        for name in ("md", "html"):
            assert renderer(name, "portfolio")(data)


def test_what_is_revised_is_no_system_of_its_round():
    """Whatever the names say; with the latest alone and without."""
    then = [
        row(system="Before", level="high", report_digest="sha256:1"),
        row(system="After", revises="sha256:1", report_digest="sha256:2"),
    ]
    now = [
        row(system="After, again", revises="sha256:2"),
        row(system="After", agency="North ", level="high", report_digest="sha256:3"),
    ]
    for latest in (False, True):
        rounds = compared(then, now, latest=latest)[0]["rounds"]
        assert (rounds["systems"], rounds["superseded"]) == (1, 1)
        (of,) = rounds["questionnaires"]
        assert (of["then"]["systems"], of["compared"], of["changes"]["new"], of["changes"]["gone"]) == (1, 1, 0, 0)
        assert of["now"]["repeated"] == 1  # the name and the revision lead to one system


def test_older_rows_of_a_system_that_was_renamed_are_not_gone():
    then = [
        row(system="Before", completed_at="2023-01-01T00:00:00Z"),
        row(system="Before", completed_at="2024-01-01T00:00:00Z", report_digest="sha256:1"),
        row(system="After", completed_at="2025-01-01T00:00:00Z", revises="sha256:1"),
    ]
    for latest, systems, repeated in ((False, 2, 1), (True, 1, 0)):
        rounds = compared(then, [row(system="After")], latest=latest)[0]["rounds"]
        (of,) = rounds["questionnaires"]
        assert (rounds["systems"], rounds["superseded"]) == (systems, 3 - systems)
        assert (of["compared"], of["changes"]["gone"], of["then"]["repeated"]) == (1, 0, repeated)


def test_a_renamed_system_is_found_again_if_its_revised_report_is_in_both_rounds():
    both = [row(system="Before", report_digest="sha256:1"), row(system="After", revises="sha256:1")]
    (of,) = compared(both, both)[0]["rounds"]["questionnaires"]
    assert (of["compared"], of["changes"]["new"], of["changes"]["gone"]) == (1, 0, 0)


DIGESTS = [f"sha256:{n}" for n in range(12)]


@examples(60)
@given(
    some=rows(), links=st.lists(st.none() | st.sampled_from(DIGESTS), min_size=12, max_size=12), latest=st.booleans()
)
def test_a_round_is_the_same_as_itself_whatever_revises_what(some, links, latest):
    """Either round's rows are set aside by the same rules, also if they come twice or revise each other."""
    place = NAMES.index("revises") - NAMES.index("status")
    linked = [
        cells if cells == REFUSAL else (*cells[:place], link, *cells[place + 1 : -1], digest)
        for cells, link, digest in zip(some, links, DIGESTS, strict=False)
    ]
    data, changes = compared(linked, linked, latest=latest)
    parts = data["rounds"]["questionnaires"]
    assert changes == []
    assert not any(n for of in parts for n in of["changes"].values())
    if latest:
        assert sum(of["compared"] for of in parts) == data["rounds"]["systems"]


def test_systems_are_the_same_in_every_spelling_and_time_zone():
    then = [
        row(system="A  b", agency="NORTH", completed_at="2025-01-01T00:00:00+08:00"),
        row(system="a B ", level="high", completed_at="2024-12-31T17:00:00Z"),
    ]
    now = [row(system="A b", completed_on="2026-01-01"), row(system="A b", level="high", completed_on="2025-12-31")]
    data, changes = compared(then, now)
    assert (data["rounds"]["questionnaires"][0]["compared"], len(changes)) == (1, 1)
    assert (changes[0]["level_then"], changes[0]["level_now"]) == ("high", "low")
