"""Rules, checks, scoring and levels: a worse answer never gives a milder result."""

from collections.abc import Iterator

from aiassess.errors import Problem
from aiassess.figures import exact
from aiassess.questionnaire.checks.conditions import check_condition
from aiassess.questionnaire.checks.manuscript import Manuscript
from aiassess.questionnaire.conditions import leaves
from aiassess.questionnaire.yaml_source import Path_


def check_levels(doc: Manuscript) -> Iterator[Problem]:
    yield from _rules(doc)
    for i, check in enumerate(doc.data.get("checks", [])):
        yield from check_condition(doc, check["when"], ("checks", i, "when"), None)
    yield from _scoring(doc)
    yield from _order(doc)


def _rules(doc: Manuscript) -> Iterator[Problem]:
    stopping = {level["id"] for level in doc.data["levels"] if level.get("stop")}
    for r, rule in enumerate(doc.data.get("rules", [])):
        path: Path_ = ("rules", r)
        yield from check_condition(doc, rule["when"], (*path, "when"), None)
        if rule["level"] not in doc.levels:
            yield doc.error("unknown_level", (*path, "level"), id=rule["level"], known=doc.levels)
        if rule["level"] == doc.levels[0]:
            yield doc.warning("rule_raises_nothing", (*path, "level"), id=rule["id"], level=rule["level"])
        alike = [other["id"] for other in doc.data["rules"][:r] if other["when"] == rule["when"]]
        if alike:
            yield doc.warning("rule_repeated", (*path, "when"), id=rule["id"], other=alike[0])
        for leaf, _ in leaves(rule["when"]):
            name = leaf.get("question")
            if name not in doc.questions:
                continue
            gate, question, _ = doc.paths[doc.order[name]]
            if question.get("not_applicable"):
                yield doc.error("gate_not_applicable", (*gate, "not_applicable"), id=name, rule=rule["id"])
            if rule["level"] in stopping and not question.get("required", True):
                yield doc.error("gate_optional", (*gate, "required"), rule=rule["id"])


def _scoring(doc: Manuscript) -> Iterator[Problem]:
    scoring = doc.data["scoring"]
    inherent = scoring["inherent"]
    if inherent["maximum"] == "applicable" and inherent.get("unanswered") == "zero":
        yield doc.error("blanks_dilute", ("scoring", "inherent", "unanswered"))
    if scoring["mitigation"].get("from_percent") == 100:
        yield doc.error("linear_from_100", ("scoring", "mitigation", "from_percent"))


def _order(doc: Manuscript) -> Iterator[Problem]:
    levels = doc.data["levels"]
    marks = [level.get("up_to_percent") for level in levels]
    if None not in marks:
        yield doc.error("no_last_level", ("levels", len(levels) - 1, "up_to_percent"))
    ruled = {rule["level"] for rule in doc.data.get("rules", [])}
    whole = doc.data["scoring"]["inherent"]["maximum"]
    last = marks.index(None) if None in marks else len(marks)
    for i, mark in enumerate(marks):
        if mark is not None and i > last:
            yield doc.error("level_after_last", ("levels", i, "up_to_percent"), last=levels[last]["id"])
        elif mark is not None and i and mark <= marks[i - 1]:
            yield doc.error("levels_not_rising", ("levels", i, "up_to_percent"), bound=mark, before=marks[i - 1])
    for i, (level, mark) in enumerate(zip(levels, marks, strict=True)):
        if i > last and mark is None and level["id"] not in ruled:
            yield doc.warning("level_without_rule", ("levels", i), id=level["id"])
        if i and isinstance(whole, int) and _steps(marks[i - 1], whole) == _steps(mark, whole) is not None:
            yield doc.warning("level_without_width", ("levels", i, "up_to_percent"), id=level["id"], maximum=whole)
        if level.get("stop") and i <= last:
            yield doc.warning("stop_by_points", ("levels", i, "stop"))
        if i and not level.get("stop"):
            yield from _ready_rises(doc, i, levels[i - 1].get("ready_at"), level.get("ready_at"))


def _steps(percent: float | None, maximum: int) -> int | None:
    """Return the most whole points that are within a share of a maximum."""
    return None if percent is None else exact(percent) * maximum // 100


def _ready_rises(
    doc: Manuscript, i: int, lower: dict[str, float] | None, here: dict[str, float] | None
) -> Iterator[Problem]:
    """Refuse a higher level that asks less: a worse answer would turn the verdict milder."""
    for key in ("controls", "each_principle"):
        asked = (here or {}).get(key, 0)
        before = (lower or {}).get(key, 0)
        if asked < before:
            path: Path_ = ("levels", i, "ready_at", key) if here else ("levels", i)
            yield doc.error("ready_falls", path, asked=asked, before=before)
