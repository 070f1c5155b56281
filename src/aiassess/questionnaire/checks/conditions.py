"""Conditions: what they look at exists, comes earlier, and can give what they ask for."""

from collections.abc import Iterator

from aiassess.errors import Problem, nearest
from aiassess.kinds.registry import KINDS
from aiassess.model.conditions import AtLeast, AtMost, NotApplicable, OnOptions
from aiassess.model.kind import Data
from aiassess.questionnaire.checks.manuscript import Manuscript
from aiassess.questionnaire.conditions import leaves, test_in
from aiassess.questionnaire.yaml_source import Path_

_TEXT = {"type": "text"}


def check_condition(doc: Manuscript, data: Data, path: Path_, before: int | None) -> Iterator[Problem]:
    """Check a condition; ``before``: only questions before this place may be looked at."""
    yield from _parts(doc, data, path)
    for leaf, place in leaves(data, path):
        if "level_at_least" in leaf:
            yield from _level_at_least(doc, leaf["level_at_least"], (*place, "level_at_least"), before)
        else:
            yield from _test(doc, leaf, place, before)


def _parts(doc: Manuscript, data: Data, path: Path_) -> Iterator[Problem]:
    """Yield parts that repeat another, and those of an "all" that ask for different options of one choice."""
    ((key, parts), *more) = data.items()
    if more or key not in ("all", "any", "not"):
        return
    left: dict[str, set[str]] = {}
    for i, part in enumerate(parts if key != "not" else [parts]):
        here = (*path, key) if key == "not" else (*path, key, i)
        yield from _parts(doc, part, here)
        if key != "not" and part in parts[:i]:
            yield doc.warning("condition_repeated", here)
        name = part.get("question")
        asked = {part["is"]} if "is" in part else set(part.get("any_of", ()))
        if key == "all" and asked and KINDS.named(doc.questions.get(name, _TEXT)["type"]).picks_one:
            left[name] = left.get(name, asked) & asked
            if not left[name]:
                yield doc.warning("condition_two_options", here, id=name)


def _test(doc: Manuscript, data: Data, path: Path_, before: int | None) -> Iterator[Problem]:
    target = doc.questions.get(data["question"])
    if target is None:
        near = nearest(data["question"], doc.questions)
        code, values = ("condition_question_near", {"near": near}) if near else ("condition_question", {})
        yield doc.error(code, (*path, "question"), id=data["question"], **values)
        return
    if before is not None and doc.order[data["question"]] >= before:
        yield doc.error("condition_later", (*path, "question"), id=data["question"])
    key, test = test_in(data)
    if test.about and test.about not in KINDS.named(target["type"]).shows:
        allowed = [kind.name for kind in KINDS if test.about in kind.shows]
        about = {"id": target["id"], "type": target["type"]}
        yield doc.error("condition_type", (*path, key), test=key, allowed=allowed, **about)
    elif isinstance(test, NotApplicable) and not target.get("not_applicable"):
        yield doc.error("condition_never", (*path, key), id=target["id"])
    elif isinstance(test, (AtLeast, AtMost)):
        least = isinstance(test, AtLeast)
        limit = target.get("maximum" if least else "minimum")
        if limit is not None and (test.bound > limit if least else test.bound < limit):
            yield doc.warning("condition_beyond", (*path, key), id=target["id"], bound=test.bound, limit=limit)
    elif isinstance(test, OnOptions):
        options = doc.ids_of_options(target)
        for option in [data[key]] if key == "is" else data[key]:
            if option not in options:
                yield doc.error("condition_option", (*path, key), option=option, id=target["id"], known=options)


def _level_at_least(doc: Manuscript, level: str, path: Path_, before: int | None) -> Iterator[Problem]:
    if level not in doc.levels:
        yield doc.error("unknown_level", path, id=level, known=doc.levels)
    if before is None:
        yield doc.error("level_not_here", path)
        return
    later = [
        question["id"] for _, question, place in doc.paths if place >= before and question.get("score") == "inherent"
    ]
    if later:
        yield doc.error("level_too_early", path, id=later[-1])
