"""Desks for tests: each gives its terminal back at the end."""

from functools import cache

import pytest
from prompt_toolkit.application import application
from prompt_toolkit.input import create_pipe_input
from screen_desk import Desk

# What the library binds is the same for every application, and takes most of the time that making one takes.
application.load_key_bindings = cache(application.load_key_bindings)


@pytest.fixture
def make_desk():
    """Set up a desk: ``make_desk(columns=40)``."""
    desks, pipes = [], []

    def make(**options):
        pipe = create_pipe_input()
        pipes.append(pipe)
        desks.append(Desk(pipe.__enter__(), **options))
        return desks[-1]

    yield make
    for desk in desks:
        desk.screen.close()
    for pipe in pipes:
        pipe.__exit__(None, None, None)


@pytest.fixture
def desk(make_desk):
    """A desk of 80 columns and 24 rows."""
    return make_desk()
