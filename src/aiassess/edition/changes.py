"""Two editions of a questionnaire to the changes between them, by meaning: no order of keys and no comment counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, assert_never, get_args

from aiassess.edition.bump import NEEDS, cause_of
from aiassess.edition.pairing import Pairing, similarities
from aiassess.edition.types import Cause, Digit, Of, Way
from aiassess.model import conditions as c

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire

Ids = Mapping[tuple[str, ...], str]
"""As ``Pairing.ids``."""

_OF: Mapping[str, Of] = {f"{of}s": of for of in get_args(Of)}
"""What the entries of a list are; ``questions`` are compared across sections."""
_WITHIN = {"sources": "provenance", "principles": "dimensions", "actors": "dimensions", "phases": "dimensions"}
"""Where a file has the lists that the model has at its top."""
_DERIVED = {"id", "version", "digest", "document", "questions", "applies_if", "highest_points", "by_points"}
"""Fields that follow from others, or are compared otherwise."""
_KEYS = {
    "kind": "type",
    "up_to": "up_to_percent",
    "controls": "ready_at.controls",
    "each_principle": "ready_at.each_principle",
    "earliest": "minimum",
    "latest": "maximum",
    "unsure_stops": "unsure",
    "status": "provenance.status",
    "statement": "provenance.statement",
    "inherent_maximum": "inherent.maximum",
    "inherent_unanswered": "inherent.unanswered",
    "controls_maximum": "controls.maximum",
    "blocked_when_incomplete": "blocked_when",
    "blocked_by_critical_finding": "blocked_when",
    "blocked_by_principle_below": "blocked_when",
}
"""What a file calls the fields that the model calls otherwise."""
_NAMES: Mapping[str | None, Of] = {
    **dict.fromkeys(("phase_question", "subject"), "question"),
    **dict.fromkeys(("on", "without_evidence"), "option"),
    **dict.fromkeys(("actors", "actor"), "actor"),
    **{"level": "level", "principles": "principle", "phases": "phase", "source": "source"},
}
"""Keys whose values are ids, and of what; their order says nothing, except that of ``actors``."""
_DOUBTFUL = 0.5
"""Texts less similar than this (0 to 1) may not mean the same."""


@dataclass(frozen=True, slots=True)
class At:
    """What is compared: what it is, itself as the new edition has it (or the old one, if it is gone), and where.

    ``place``: keys and ids from the top of the document. ``questions``: those whose answers it concerns.
    """

    of: Of
    thing: Any
    place: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``old`` and ``new``: the thing, or the value of its ``key``, as the model has it; None: there is none."""

    way: Way
    at: At
    key: str | None
    old: Any
    new: Any
    cause: Cause

    @property
    def needs(self) -> Digit:
        """The number of the version that it makes rise."""
        return NEEDS[self.cause]

    @property
    def place(self) -> tuple[str, ...]:
        """Keys and ids from the top of the document to what changed."""
        whole = self.key is None or self.way == "reordered"
        return self.at.place if whole else (*self.at.place, *str(self.key).split("."))


def changes_between(old: Questionnaire, new: Questionnaire) -> list[Change]:
    """Return every change, in the order of the new edition; an empty list if both mean the same."""
    comparison = _Comparison(old, new)
    # Which ids were changed is known at the end.
    found = [item for item in [*comparison.all()] if item.way != "changed" or not _alike(item, comparison.pairing.ids)]
    if all(item.needs == "patch" for item in found) and _asked_if(old) != _asked_if(new):
        # Where a question stands can decide when it is asked: after the phase question, after a rule's, in another section.
        return [replace(item, cause="asked") if item.cause == "order" else item for item in found]
    return found


def _asked_if(questionnaire: Questionnaire) -> Mapping[str, object]:
    return {q.id: (section.show_if, q.applies_if) for section in questionnaire.sections for q in section.questions}


class _Comparison:
    """Yields what may have changed, values that only follow a changed id too; at the end ``pairing`` has all of these."""

    def __init__(self, old: Questionnaire, new: Questionnaire) -> None:
        self.old, self.new, self.pairing = old, new, Pairing()
        pairs = self.pairing.of(("question",), old.questions, new.questions)
        self.before = {after.id: before for before, after in pairs if before and after}
        self.gone = [before for before, after in pairs if after is None]
        before, after = _sets(old), _sets(new)
        self.sets = {
            name: of for name, of in after.items() if before.get(getattr(self.before.get(name), "id", "")) == of
        }
        """The set from which a question takes its options, if it is of the same name in both editions."""
        self.done: set[str] = set()

    def all(self) -> Iterator[Change]:
        return self.entry(At("questionnaire", self.new), self.old, self.new)

    def sections(self, top: At) -> Iterator[Change]:
        for was, section in self.pairing.of(("section",), self.old.sections, self.new.sections):
            at = At("section", section or was, ("sections", (section or was).id))
            yield from self.entry(at, was, section)
            for question in section.questions if section else ():
                inner = At("question", question, (*at.place, "questions", question.id), (question.id,))
                before = self.before.get(question.id)
                yield from self.entry(inner, before, question)
                if before and (left := self.old.section_of[before.id]) is not was:
                    yield _change("moved", inner, None, left.title, section.title)
            if was and section:
                yield from self.order(at, "questions", ("question",), was.questions, section.questions)
        for question in self.gone:
            place = ("sections", self.old.section_of[question.id].id, "questions", question.id)
            yield from self.entry(At("question", question, place, (question.id,)), question, None)
        yield from self.order(top, "sections", ("section",), self.old.sections, self.new.sections)

    def entry(self, at: At, old: Any, new: Any) -> Iterator[Change]:
        if old is None or new is None:
            yield _change("removed" if new is None else "added", at, None, old, new)
            return
        if old.id != new.id:
            yield _change("renamed", at, "id", old.id, new.id)
        yield from self.fields(at, old, new)

    def fields(self, at: At, old: Any, new: Any) -> Iterator[Change]:
        for name in (item.name for item in fields(new) if item.name not in _DERIVED):
            before, after = (one.type if name == "kind" else getattr(one, name) for one in (old, new))
            if name == "sections":
                yield from self.sections(at)
            elif isinstance(after, tuple) and any(hasattr(item, "id") for item in (*before, *after)):
                yield from self.entries(at, name, before, after)
            elif is_dataclass(before) and is_dataclass(after) and not isinstance(after, c.Condition):
                yield from self.fields(
                    at if name == "ready_at" else replace(at, place=(*at.place, name)), before, after
                )
            elif before != after:
                yield _change("changed", at, _KEYS.get(name, name), before, after)

    def entries(self, at: At, name: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Change]:
        """Yield what changed of a list with ids; of a set of options that several questions share only once."""
        of = (_OF[name], *at.questions)
        pairs = self.pairing.of(of, old, new)
        shared = self.sets.get(at.thing.id) if name == "options" else None
        if shared in self.done:
            return
        if shared:
            self.done.add(shared)
            users = tuple(question for question, used in self.sets.items() if used == shared)
            at = replace(at, place=("option_sets",), questions=users)
        key = shared or name
        at = replace(at, place=(*at.place, *filter(None, (_WITHIN.get(name),))))
        for was, item in pairs:
            one = item or was
            yield from self.entry(replace(at, of=_OF[name], thing=one, place=(*at.place, key, one.id)), was, item)
        yield from self.order(at, key, of, old, new)

    def order(self, at: At, key: str, of: tuple[str, ...], old: Iterable[Any], new: Iterable[Any]) -> Iterator[Change]:
        """Yield once that what both editions have of a list is in another order."""
        names = dict.fromkeys(item.id for item in new)
        before = (self.pairing.ids.get((*of, item.id), item.id) for item in old)
        kept = tuple(name for name in before if name in names)
        now = tuple(name for name in names if name in kept)
        if kept != now:
            yield _change("reordered", replace(at, place=(*at.place, key)), key, kept, now)


def _change(way: Way, at: At, key: str | None, old: Any, new: Any) -> Change:
    doubtful = way == "changed" and (at.of, key) in (("question", "text"), ("option", "label"))
    doubt = doubtful and min(similarities(old, new), default=0) < _DOUBTFUL
    return Change(way, at, key, old, new, "doubt" if doubt else cause_of(way, at.of, key, old, new))


def _sets(questionnaire: Questionnaire) -> dict[str, str]:
    """Return the option set of each question that takes its options from one."""
    asked = (question for section in questionnaire.document["sections"] for question in section["questions"])
    return {item["id"]: item["options"] for item in asked if isinstance(item.get("options"), str)}


# What is the same


def _alike(item: Change, ids: Ids) -> bool:
    """Return whether two values mean the same: neither ids that were changed throughout nor another language count."""
    old, new = item.old, item.new
    if isinstance(new, c.Condition) or isinstance(old, c.Condition):
        return _meaning(old, ids) == _meaning(new, {})
    if item.key in _NAMES:
        of = (_NAMES[item.key], *(item.at.questions[:1] if _NAMES[item.key] == "option" else ()))
        old, new = _named(old, of, ids), _named(new, of, {})
        return bool(old == new if item.key == "actors" or not isinstance(new, tuple) else {*old} == {*new})
    return bool(old == new) if item.key == "maps_to" else _same(old, new)


def _same(old: Any, new: Any) -> bool:
    """Return whether texts are the same in the languages that both have; anything else has to be equal."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return all(old[lang] == new[lang] for lang in new if lang in old)
    if isinstance(new, tuple) and isinstance(old, tuple):
        return len(old) == len(new) and all(map(_same, old, new))
    return bool(old == new)


def _named(value: Any, of: tuple[str, ...], ids: Ids) -> Any:
    """Return an id, or several, as the new edition has them."""
    if isinstance(value, str):
        return ids.get((*of, value), value)
    if isinstance(value, Mapping):
        return {role: _named(item, of, ids) for role, item in value.items()}
    return None if value is None else type(value)(_named(item, of, ids) for item in value)


def _meaning(condition: c.Condition | None, ids: Ids) -> object:
    """Return what is equal for conditions that ask the same; ``ids``: those that have to be named as the new edition does."""
    match condition:
        case None:
            return None
        case c.InherentLevel(levels):
            return c.InherentLevel, _named(levels, ("level",), ids)
        case c.All(parts) | c.Any(parts):
            inner = frozenset(_meaning(part, ids) for part in parts)
            return next(iter(inner)) if len(inner) == 1 else (type(condition), inner)
        case c.Not(part):
            return c.Not, _meaning(part, ids)
        case c.LevelAtLeast(level, _):
            return c.LevelAtLeast, _named(level, ("level",), ids)
        case c.OnQuestion(question):
            asked = _named(question, ("question",), ids)
            chosen = condition.options if isinstance(condition, c.OnOptions) else None
            return condition.keyword, asked, getattr(condition, "bound", None), _named(chosen, ("option", asked), ids)
        case _:
            assert_never(condition)
