"""What fits the format but hardly what was meant: one answer that outweighs all, a date that is none, a claim too many."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from aiassess.errors import Problem
from aiassess.kinds.parts import is_day
from aiassess.kinds.registry import KINDS
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.checks.manuscript import Manuscript, by_language
from aiassess.questionnaire.yaml_source import Path_

_MOST_SHARE = 25
"""Percent of all points of a kind that one question may decide; in a short list four times an even share, but 90 at most."""
_OFFICIAL = {
    "en": (r"\bofficial\b", r"\b(?:not?|never)(?:\W+\w+){0,4}?\W+official\b"),
    "ms": (r"\brasmi\b", r"\b(?:tidak|bukan)(?:\W+\w+){0,3}?\W+rasmi\b"),
}
"""What claims to be official, and what denies it."""
_REPEATS = (("label", "help"), ("text", "help"), ("text", "why"), ("text", "action"))


def check_plausible(doc: Manuscript) -> Iterator[Problem]:
    """Yield what is likely a slip in sources, statement, levels, and in each question."""
    yield from _provenance(doc)
    yield from _levels(doc)
    yield from _order(doc)
    yield from _owners(doc)
    for path, question, _ in doc.paths:
        yield from _question(doc, path, question)
    for name, options in doc.sets.items():
        for i, option in enumerate(options):
            yield from _repeats(doc, ("option_sets", name, i), option)


def check_shares(doc: Manuscript, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Yield the questions of a valid questionnaire whose one answer outweighs many others (docs/scoring.md#points)."""
    for group in questionnaire.scored.values():
        total = sum(question.highest_points for question in group)
        for question in group:
            share = 100 * question.highest_points // (total or 1)
            if len(group) > 1 and share > min(90, max(_MOST_SHARE, 400 / len(group))):
                path, _, _ = doc.paths[doc.order[question.id]]
                values = {"share": share, "points": question.highest_points, "total": total, "weight": question.weight}
                yield doc.warning("share_large", (*path, "weight"), **values)


def _provenance(doc: Manuscript) -> Iterator[Problem]:
    about = doc.data["provenance"]
    for i, source in enumerate(about.get("sources", [])):
        date = source.get("date")
        whole = date and date + "-01" * (2 - date.count("-"))
        if date is not None and not (is_day(whole) and "1800" <= whole < "2200"):
            yield doc.warning("source_date", ("provenance", "sources", i, "date"), found=date)
    for lang, text, path in by_language(about["statement"], ("provenance", "statement")):
        claim, denial = _OFFICIAL.get(lang or "en", ("(?!)", ""))
        if (
            about["status"] != "official"
            and re.search(claim, text.casefold())
            and not re.search(denial, text.casefold())
        ):
            yield doc.warning("statement_official", path, status=about["status"])


def _levels(doc: Manuscript) -> Iterator[Problem]:
    named = {rule["level"] for rule in doc.data.get("rules", [])}
    months, obliging, last = 0, False, ""
    for i, level in enumerate(doc.data["levels"]):
        path: Path_ = ("levels", i)
        if last and level["id"] in named and not level.get("stop"):
            yield doc.warning("level_by_rules_only", path, id=level["id"], before=last)
        if obliging and not level.get("obligations"):
            yield doc.warning("level_no_obligations", path, id=level["id"])
        here = level.get("reassess_months")
        if months and not level.get("stop") and (here is None or here > months):
            yield doc.warning("reassess_later", (*path, "reassess_months"), months=months, id=level["id"])
        months, obliging = here or months, obliging or bool(level.get("obligations"))
        last = last or ("" if "up_to_percent" in level else level["id"])


def _question(doc: Manuscript, path: Path_, question: dict[str, Any]) -> Iterator[Problem]:
    yield from _repeats(doc, path, question)
    for key in ("options", "bands"):
        items = question.get(key)
        for i, item in enumerate(items if isinstance(items, list) else ()):
            if item.get("points") and "score" not in question:
                yield doc.warning("points_without_score", (*path, key, i, "points"))
                break
        if key == "options" and isinstance(items, list):
            for i, option in enumerate(items):
                yield from _repeats(doc, (*path, key, i), option)
    for i, finding in enumerate(question.get("findings", [])):
        yield from _repeats(doc, (*path, "findings", i), finding)


def _order(doc: Manuscript) -> Iterator[Problem]:
    """Yield points that fall from an option to the next, if nearly everywhere else they rise or stay."""
    lists: dict[Path_, list[int]] = {}
    among = 0
    for path, question, _ in doc.paths:
        if "score" in question and KINDS.named(question["type"]).picks_one:
            named, among = question["options"], among + 1
            here = ("option_sets", named) if isinstance(named, str) else (*path, "options")
            lists[here] = [option.get("points", 0) for option in doc.options_of(question)]
    falls = {path: [i for i, (a, b) in enumerate(pairwise(points), 1) if b < a] for path, points in lists.items()}
    if 3 * sum(map(bool, falls.values())) < among:
        for path, places in falls.items():
            for i in places[:1]:
                yield doc.warning("points_fall", (*path, i, "points"), id=doc.at((*path, i))["id"], others=among - 1)


def _owners(doc: Manuscript) -> Iterator[Problem]:
    """Yield the findings on an option whose actor nothing else in the section names: the right one often has more to do."""
    known = doc.dimensions["actors"]
    for s, section in enumerate(doc.data["sections"]):
        asked = [actor for question in section["questions"] for actor in question.get("actors", [])]
        own = [finding.get("actor") for question in section["questions"] for finding in question.get("findings", [])]
        for q, question in enumerate(section["questions"]):
            for f, finding in enumerate(question.get("findings", [])):
                actor, here = finding.get("actor"), ("sections", s, "questions", q, "findings", f, "actor")
                if question.get("actors") and "on" in finding and [*asked, *own].count(actor) == 1 and actor in known:
                    yield doc.note("finding_other_actor", here, id=actor, actors=question["actors"])


def _repeats(doc: Manuscript, path: Path_, entry: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield texts that only repeat another of the same entry."""
    for first, second in _REPEATS:
        one, other = entry.get(first), entry.get(second)
        if one is not None and one == other:
            yield doc.warning("text_repeats", (*path, second), key=first)
