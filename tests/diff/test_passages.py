"""Texts line by line, and long lines down to what differs."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.diff.passages import focused, line_changes
from support.examples import examples


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("a\nb\nc", "a\nb\nc", []),
        ("a\nb\nc", "a\nB\nc", [(["b"], ["B"])]),
        ("a\nb\nc", "a\nc", [(["b"], [])]),
        ("a\nc", "a\nb\nc", [([], ["b"])]),
        ("a\nb\nc\nd\ne", "A\nb\nc\nd\nE", [(["a"], ["A"]), (["e"], ["E"])]),
        ("a\nb\nc\nd", "c\nd\na\nb", [(["a", "b"], []), ([], ["a", "b"])]),
        ("x\nx\nx", "x\nx", [(["x"], [])]),
        ("a\n\n \nb\r\nc", "a\nb\nc\n", []),
        ("", "a", [([], ["a"])]),
        ("", "", []),
    ],
)
def test_what_went_and_what_came(old, new, changes):
    assert line_changes(old, new) == changes


def rebuilt(old, changes):
    """Return the old lines after the changes, found one after the other."""
    lines, result = [line for line in old.splitlines() if line.strip()], []
    for went, came in changes:
        place = next(i for i in range(len(lines) + 1) if lines[i : i + len(went)] == went)
        result += lines[:place] + came
        lines = lines[place + len(went) :]
    return result + lines


@examples(60)
@given(st.lists(st.sampled_from("abcdefg"), max_size=12), st.lists(st.sampled_from("abcdefg"), max_size=12))
def test_nothing_is_lost_and_nothing_made_up(old, new):
    changes = line_changes("\n".join(old), "\n".join(new))
    went, came = (sorted(line for change in changes for line in change[side]) for side in (0, 1))
    rest = sorted(old)
    for line in went:
        rest.remove(line)
    assert sorted(rest + came) == sorted(new)
    assert all(went or came for went, came in changes)


@examples(40)
@given(st.lists(st.integers(0, 999), unique=True, max_size=15), st.randoms(use_true_random=False))
def test_distinct_lines_that_stay_in_order_stay(lines, random):
    old = [str(line) for line in lines]
    new = [line for line in old if random.random() < 0.7]
    changes = line_changes("\n".join(old), "\n".join(new))
    assert [line for went, _ in changes for line in went] == [line for line in old if line not in new]
    assert rebuilt("\n".join(old), changes) == new


@pytest.mark.parametrize("letters", ["a", "ab", "abcdefgh"])
def test_texts_made_to_take_long_do_not(letters):
    texts = ["\n".join(Random(n).choices(letters, k=50_000)) for n in range(2)]
    assert isinstance(line_changes(*texts), list)


LONG = "It helps officers to sort applications by the date on which they arrived, and no more than that, "


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("one", "two", ("one", "two")),
        (
            LONG + "since May.",
            LONG + "since June.",
            ("…they arrived, and no more than that, since May.", "…they arrived, and no more than that, since June."),
        ),
        (
            "In May " + LONG,
            "In June " + LONG,
            ("In May It helps officers to sort applications by…", "In June It helps officers to sort applications by…"),
        ),
        (LONG + "It " + LONG, LONG + LONG, None),
    ],
)
def test_long_lines_are_shown_where_they_differ(old, new, shown):
    found = focused(old, new, "…")
    assert found == shown or shown is None
    assert all(len(text) <= len(whole) + 1 for text, whole in zip(found, (old, new), strict=True))


@examples(60)
@given(
    st.text("ab ", max_size=300), st.text("ab ", max_size=60), st.text("ab ", max_size=60), st.text("ab ", max_size=300)
)
def test_what_is_cut_off_is_alike_in_both(start, one, other, end):
    old, new = start + one + end, start + other + end
    parts = focused(old, new, "…")
    cut = [part.startswith("…") for part in parts], [part.endswith("…") for part in parts]
    assert all(len(set(ends)) == 1 for ends in cut)
    for whole, part in zip((old, new), parts, strict=True):
        assert part.removeprefix("…").removesuffix("…") in whole
    if old != new:
        assert parts[0] != parts[1]
