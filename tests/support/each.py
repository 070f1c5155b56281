"""Many cases of one test: all in one, where they are one loop, or some in the deep tier."""

import functools
import inspect
from collections.abc import Callable, Iterable

import pytest

from support import examples


def each(names: str, cases: Iterable, *, one_in: int = 1) -> Callable:
    """Run a test for every case, as ``pytest.mark.parametrize`` does, but in one test; all cases that fail are reported.

    ``one_in``: of so many cases the fast tier tries one; the deep tier tries all.
    The cases share the test's fixtures. A case that skips, skips those after it: use ``parametrize`` there.
    """
    cases = list(cases)
    if examples.tier == "fast":
        cases = cases[::one_in]
    keys = [name.strip() for name in names.split(",")]

    def decorate(test):
        signature = inspect.signature(test)

        @functools.wraps(test)
        def run(**fixtures):
            assert cases
            failed = []
            for case in cases:
                given = dict(zip(keys, case if len(keys) > 1 else (case,), strict=True))
                try:
                    test(**given, **fixtures)
                except (Exception, pytest.fail.Exception) as error:
                    error.add_note(f"case: {ascii(given)[:1000]}")
                    failed.append(error)
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases failed", failed)

        rest = [item for name, item in signature.parameters.items() if name not in keys]
        run.both_tiers = one_in > 1 or getattr(test, "both_tiers", False)
        run.__signature__ = signature.replace(parameters=rest)
        return run

    return decorate


def some(cases: Iterable, number: int, *, one_in: int) -> list:
    """Return the cases that go with the ``number``th thing: in the fast tier one in so many, others for the next thing."""
    cases = list(cases)
    return cases[number % one_in :: one_in] if examples.tier == "fast" else cases


def tiers(*, fast: Iterable, deep: Iterable) -> list:
    """Return cases for ``pytest.mark.parametrize``, of which some are tried in the deep tier only."""
    if examples.tier == "fast":
        return [*fast]
    later = [pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.deep) for case in deep]
    return [*fast, *later]
