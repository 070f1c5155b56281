"""What the charts are drawn from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.render.html.charts import SCALE, Bar, Cell, heat_map, is_treated, place_now
from support.examples import examples


@pytest.mark.parametrize(
    ("percent", "needed", "length", "mark"),
    [
        (50, None, 50, None),
        (60, 60, 60, 60),
        (None, 60, 0, 60),
        (250, -3, 100, 0),
        (-1e300, 1e300, 0, 100),
    ],
)
def test_a_bar(percent, needed, length, mark):
    bar = Bar("x", percent, "", needed=needed)
    assert (bar.length, bar.mark) == (length, mark)


def test_the_heat_map_has_likelihood_upwards_and_consequence_to_the_right():
    found = heat_map("t", ("L", "C"), [("1", 5, 1), ("2", 1, 5), ("3", 5, 1)])
    assert (found.rows[0], found.rows[-1], found.columns[0]) == ("5", "1", "1")
    assert found.cells[0][0].marks == ["1", "3"]
    assert found.cells[4][4].marks == ["2"]
    assert (found.cells[0][0].corner, found.cells[0][4].corner, found.cells[4][0].corner) == ("5", "25", "1")


@examples(50)
@given(st.lists(st.tuples(st.sampled_from(SCALE), st.sampled_from(SCALE)), max_size=40))
def test_every_risk_stands_in_one_cell(places):
    found = heat_map("t", ("L", "C"), [(str(n), *place) for n, place in enumerate(places)])
    marks = [mark for row in found.cells for cell in row for mark in cell.marks]
    assert sorted(marks, key=int) == [str(n) for n in range(len(places))]


def test_shades_never_fall_where_ratings_rise():
    cells = [cell for row in heat_map("t", ("L", "C"), []).cells for cell in row]
    ordered = sorted(cells, key=lambda cell: int(cell.corner))
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
    assert Cell("1", 1, [str(n) for n in range(1, count + 1)]).shown == shown


@pytest.mark.parametrize(
    ("more", "treated", "place"),
    [
        ({}, False, (4, 5)),
        ({"residual_likelihood": 1, "residual_consequence": 2}, True, (1, 2)),
        ({"residual_likelihood": 1}, False, (4, 5)),
    ],
)
def test_where_a_risk_stands_now(more, treated, place):
    risk = {"likelihood": 4, "consequence": 5, **more}
    assert is_treated(risk) is treated
    assert place_now(risk) == place
