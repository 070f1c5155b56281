"""Reports to compare, made from tiny questionnaires; every comparison is checked against its schema."""

import copy

from aiassess.diff.compare import compare
from support.schemas import Schema
from support.tiny import report_of, tiny

SCHEMA = Schema("diff")


def compared(old, new, *questionnaires, **how):
    """Return the comparison of two reports, with these questionnaires at hand; it must be valid and leave both as they are."""
    before = copy.deepcopy((old, new))
    found = compare(old, new, questionnaires=questionnaires, **how)
    assert (old, new) == before
    SCHEMA.validate(found)
    return found


def between(questionnaire, old, new):
    """Return the comparison of two plain answer sets to a questionnaire that is at hand."""
    return compared(report_of(questionnaire, old), report_of(questionnaire, new), questionnaire)


def across(earlier, old, later, new):
    """Return the comparison of plain answers to two editions of a questionnaire, of which the later is at hand."""
    return compared(report_of(earlier, old), report_of(later, new), later)


def edition(version, *questions, **parts):
    """Return an edition of a tiny questionnaire."""
    return tiny(*questions, version=version, **parts)


def changes_in(found):
    """Return the names of the parts of a comparison in which something changed."""

    def holds(part):
        return any(map(holds, part.values())) if isinstance(part, dict) else bool(part)

    head = ("format", "tool", "language", "old", "new", "relation")
    return {name for name, part in found.items() if name not in head and holds(part)}
