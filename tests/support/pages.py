"""Waiting for what a page shows in a browser."""

import time


def wait_for(page, function, value=None, seconds=60):
    """Ask until a JavaScript function says yes.

    Some versions of Playwright evaluate what they wait for as a text, unless it is so at once; our pages' policy forbids that.
    """
    ends = time.monotonic() + seconds
    while not page.evaluate(function, value):
        assert time.monotonic() < ends, function
        page.wait_for_timeout(50)
