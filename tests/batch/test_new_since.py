"""Questions that are newer than the version that was answered: nobody was asked them, so they are not told as missing."""

import json

from aiassess.batch.columns import Layout
from aiassess.batch.judge import Judge
from support.tiny import answers_document, control, inherent, tiny

EDITION = tiny(
    inherent("old"),
    inherent("later", since="2.1.0"),
    control("latest", since="2.1.3"),
    control("first", since="2.0.0"),
    version="2.2.0",
)
WITHOUT = tiny(inherent("old"), control("first", since="2.0.0"), version="2.2.0", id="without")


def cells(questionnaire, version, answers, *others):
    """Return the row of one submission, the same alone and among many."""
    layout = Layout([questionnaire, *others])
    judge = Judge([questionnaire, *others], layout)
    document = answers_document(questionnaire, answers)
    document["questionnaire"]["version"] = version
    raw = json.dumps(document).encode()
    one, *many = judge.judge([raw, raw, raw])
    assert all(row == one for row in many)
    return dict(zip((column.name for column in layout.judged), one, strict=True))


def told(version, **answers):
    row = cells(EDITION, version, answers)
    return row["missing"], row["missing_questions"], row["new_since"]


def test_what_is_missing_by_the_version_that_was_answered():
    assert told("2.0.0") == (2, "old first", "later latest")
    assert told("2.1.0") == (3, "old later first", "latest")
    assert told("2.1.2") == (3, "old later first", "latest")
    for version in ("2.1.3", "2.2.0", "2.9.0"):
        assert told(version) == (4, "old later latest first", None)
    assert told("2.0.0", old="none", first="yes") == (0, None, "later latest")
    assert told("2.0.0", old="none", first="yes", latest="yes") == (0, None, "later")


def test_somebody_who_was_unsure_of_it_was_asked():
    assert told("2.0.0", old="none", first="yes", later={"status": "unsure"}) == (1, "later", "latest")


def test_it_counts_as_any_blank():
    for version in ("2.0.0", "2.2.0"):
        row = cells(EDITION, version, {"old": "none", "first": "yes"})
        assert (row["status"], row["verdict"], row["inherent_points"]) == ("incomplete", "hold", 4)


def test_the_column_is_there_only_if_a_question_can_be_new():
    names = {
        of: [column.name for column in Layout(some).columns]
        for of, some in {"with": [EDITION], "without": [WITHOUT], "both": [WITHOUT, EDITION]}.items()
    }
    assert "new_since" not in names["without"]
    assert [name for name in names["with"] if name != "new_since"] == names["without"]
    assert names["with"].index("new_since") == names["with"].index("missing_questions") + 1
    row = cells(WITHOUT, "2.0.0", {"old": "none"}, EDITION)
    assert (row["missing"], row["missing_questions"], row["new_since"]) == (1, "first", None)
