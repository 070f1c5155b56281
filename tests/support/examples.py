"""How many examples the properties try.

Half as many as each property names, the same ones every time, so that a failure can be repeated. ``AIASSESS_EXAMPLES=20``,
for a deep run, tries twenty times as many as named, at random.
"""

import os

from hypothesis import HealthCheck, settings

DEEP = "AIASSESS_EXAMPLES" in os.environ
TIMES = float(os.environ.get("AIASSESS_EXAMPLES", "0.5"))


def examples(number: int) -> settings:
    """Return the settings of a property: ``@examples(50)``."""
    return settings(
        max_examples=max(round(number * TIMES), 5),
        derandomize=not DEEP,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
