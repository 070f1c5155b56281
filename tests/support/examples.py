"""How many examples the properties try.

The same ones every time, so that a failure can be repeated; ``AIASSESS_EXAMPLES=20`` tries twenty times as many, at random.
"""

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("AIASSESS_EXAMPLES", "1"))


def examples(number: int) -> settings:
    """Return the settings of a property: ``@examples(50)``."""
    return settings(
        max_examples=number * TIMES,
        derandomize=TIMES == 1,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
