"""What the charts are drawn from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.render.html.report import SCALE, HeatCell, drawn, heat_map
from aiassess.render.report.words import treated
from support.examples import examples


@pytest.mark.parametrize(
    ("percent", "length"), [(50, 50), (0, 0), (100, 100), (250, 100), (-3, 0), (-1e300, 0), (1e300, 100)]
)
def test_no_bar_is_longer_than_its_track(percent, length):
    assert drawn(percent) == length


def test_the_heat_map_has_likelihood_upwards_and_consequence_to_the_right():
    found = heat_map([(5, 1), (1, 5), (5, 1)])
    assert found[0][0].marks == ["1", "3"]
    assert found[4][4].marks == ["2"]
    assert (found[0][0].rating, found[0][4].rating, found[4][0].rating) == (5, 25, 1)


@examples(50)
@given(st.lists(st.tuples(st.sampled_from(SCALE), st.sampled_from(SCALE)), max_size=40))
def test_every_risk_stands_in_one_cell(places):
    found = heat_map(places)
    marks = [mark for row in found for cell in row for mark in cell.marks]
    assert sorted(marks, key=int) == [str(n) for n in range(1, len(places) + 1)]


def test_shades_never_fall_where_ratings_rise():
    cells = [cell for row in heat_map([]) for cell in row]
    ordered = sorted(cells, key=lambda cell: cell.rating)
    shades = [cell.shade for cell in ordered]
    assert shades == sorted(shades)
    assert set(shades) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, []),
        (6, ["1", "2", "3", "4", "5", "6"]),
        (7, ["1", "2", "3", "4", "5", "+2"]),
        (500, ["1", "2", "3", "4", "5", "+495"]),
    ],
)
def test_a_full_cell_says_how_many_more_there_are(count, shown):
    assert HeatCell(1, [str(n) for n in range(1, count + 1)]).shown == shown


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({}, None),
        ({"residual_likelihood": 1, "residual_consequence": 2}, (1, 2)),
        ({"residual_likelihood": 1}, None),
    ],
)
def test_where_a_risk_stands_after_treatment(more, place):
    assert treated({"likelihood": 4, "consequence": 5, **more}) == place
