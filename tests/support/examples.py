"""How many examples the properties try.

The fast tier tries a fifteenth of what each property names, five at least, the same ones every time, so that a failure can be
repeated. The deep tier tries ``TIMES`` as many, chosen at random; what fails there prints how to repeat it.
"""

from hypothesis import HealthCheck, settings

TIMES = {"fast": 1 / 15, "deep": 5}
tier = "fast"  # set by conftest.py before any test is imported


def examples(number: int) -> settings:
    """Return the settings of a property, which is then in both tiers: ``@examples(50)``."""
    return settings(
        max_examples=max(round(number * TIMES[tier]), 5),
        derandomize=tier == "fast",
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
