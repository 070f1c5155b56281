"""What decided a level, in words: what open questions count as is not called a fact."""

import pytest

from aiassess.report.deciding import deciding
from support.tiny import assess, control, inherent, tiny


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"first": "all", "second": "none"}, ["inherent risk of 50%"]),
        ({"first": "all"}, ["inherent risk of 100% with open questions counted at their worst"]),
    ],
)
def test_a_share_with_open_questions_says_how_they_count(given, said):
    asked = tiny(inherent("first"), inherent("second"), control(), scoring={"level_from": "inherent"})
    assert deciding(assess(asked, given), "en") == said
