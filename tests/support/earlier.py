"""Reports as versions made them that did not know a part of the format yet."""

import copy

from aiassess.canonical import digest_of


def as_earlier(report: dict) -> dict:
    """Return a report without what was added to its format, with the digest that it then had."""
    report = copy.deepcopy(report)
    for name in ("contradictions", "unconfirmed", "unevidenced", "digest"):
        del report[name]
    for name in ("level_settled", "level_from"):
        del report["result"][name]
    for reason in report["result"]["reasons"]:
        del reason["title"], reason["certain"]
    return report | {"digest": digest_of(report)}
