"""Two editions of a questionnaire to the changes between them, by meaning: no order of keys and no comment counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, assert_never

from aiassess.edition import bump
from aiassess.edition.pairing import Pairing, similarity
from aiassess.model import conditions as c
from aiassess.model.questionnaire import Question, Questionnaire

if TYPE_CHECKING:
    from aiassess.edition.types import Cause, Digit, Of, Way
_LISTS: Mapping[str, tuple[Of, tuple[str, ...]]] = {
    "sources": ("source", ("provenance", "sources")),
    "principles": ("principle", ("dimensions", "principles")),
    "actors": ("actor", ("dimensions", "actors")),
    "phases": ("phase", ("dimensions", "phases")),
    "rules": ("rule", ("rules",)),
    "checks": ("check", ("checks",)),
    "levels": ("level", ("levels",)),
    "options": ("option", ("options",)),
    "findings": ("finding", ("findings",)),
}
"""The lists whose entries have ids: what these are, and where a file has them."""
_DERIVED = {"id", "version", "digest", "document", "sections", "questions", "applies_if", "highest_points", "by_points"}
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
    """One change. ``old`` and ``new``: the thing, or the value of its ``key``, as the model has it; None: there is none.

    ``needs``: the number of the version that it makes rise.
    """

    way: Way
    at: At
    key: str | None
    old: Any
    new: Any
    needs: Digit
    cause: Cause

    @property
    def place(self) -> tuple[str, ...]:
        """Keys and ids from the top of the document to what changed."""
        whole = self.key is None or self.way == "reordered"
        return self.at.place if whole else (*self.at.place, *str(self.key).split("."))


def changes_between(old: Questionnaire, new: Questionnaire) -> list[Change]:
    """Return every change, in the order of the new edition; an empty list if both mean the same."""
    found = list(_Comparison(old, new).all())
    if all(item.needs == "patch" for item in found) and _asked_if(old) != _asked_if(new):
        # Where a question stands can decide when it is asked: after the phase question, after a rule's, in another section.
        return [replace(item, needs="minor", cause="asked") if item.cause == "order" else item for item in found]
    return found


def _asked_if(questionnaire: Questionnaire) -> Mapping[str, object]:
    return {q.id: (section.show_if, q.applies_if) for section in questionnaire.sections for q in section.questions}


class _Comparison:
    def __init__(self, old: Questionnaire, new: Questionnaire) -> None:
        self.old, self.new, self.pairing = old, new, Pairing()
        pairs = self.pairing.of(old.questions, new.questions)
        self.before = {after.id: before for before, after in pairs if before and after}
        self.gone = [before for before, after in pairs if after is None]
        self.ids = {before.id: name for name, before in self.before.items()}
        """Ids of questions, and as pairs of levels and of each question's options: the old ones to the new ones."""
        self.sets = _shared_sets(old, new, self.before)
        self.done: set[str] = set()

    def all(self) -> Iterator[Change]:
        old, new = self.old, self.new
        top = At("questionnaire", new)
        if old.id != new.id:
            yield _change("renamed", top, "id", old.id, new.id)
        self.ids |= {("level", a.id): b.id for a, b in self.pairing.of(old.levels, new.levels) if a and b}
        late = {"phase_question", "subject", "rules", "checks", "scoring", "levels"}
        yield from self.fields(top, old, new, lambda name: name not in late)
        for was, section in self.pairing.of(old.sections, new.sections):
            at = At("section", section or was, ("sections", (section or was).id))
            yield from self.entry(at, was, section)
            for question in section.questions if section else ():
                yield from self.question(replace(at, of="question", thing=question), was)
            if was and section:
                stayed = [self.ids.get(question.id) for question in was.questions]
                yield from _order(at, "questions", stayed, section.questions)
        for question in self.gone:
            place = ("sections", old.section_of[question.id].id, "questions", question.id)
            yield from self.entry(At("question", question, place, (question.id,)), question, None)
        yield from _order(top, "sections", [section.id for section in old.sections], new.sections)
        yield from self.fields(top, old, new, lambda name: name in late)

    def question(self, at: At, section: Any) -> Iterator[Change]:
        question = at.thing
        at = replace(at, place=(*at.place, "questions", question.id), questions=(question.id,))
        was = self.before.get(question.id)
        yield from self.entry(at, was, question)
        if was and (section is None or self.old.section_of[was.id].id != section.id):
            sections = self.old.section_of[was.id], self.new.section_of[question.id]
            yield _change("moved", at, None, *(one.title for one in sections))

    def entry(self, at: At, old: Any, new: Any) -> Iterator[Change]:
        if old is None or new is None:
            yield _change("removed" if new is None else "added", at, None, old, new)
            return
        if old.id != new.id:
            yield _change("renamed", at, "id", old.id, new.id)
        yield from self.fields(at, old, new)

    def fields(self, at: At, old: Any, new: Any, wanted: Callable[[str], bool] = lambda _: True) -> Iterator[Change]:
        for name in (item.name for item in fields(new) if item.name not in _DERIVED and wanted(item.name)):
            before, after = (one.type if name == "kind" else getattr(one, name) for one in (old, new))
            if isinstance(after, tuple) and any(hasattr(item, "id") for item in (*before, *after)):
                yield from self.entries(at, name, before, after)
            elif is_dataclass(before) and is_dataclass(after) and not isinstance(after, c.Condition):
                inner = at if name == "ready_at" else replace(at, place=(*at.place, name))
                yield from self.fields(inner, before, after)
            elif not self.alike(at, name, before, after):
                yield _change("changed", at, _KEYS.get(name, name), before, after)

    def entries(self, at: At, name: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Change]:
        """Yield what changed of a list with ids; of a set of options that several questions share only once."""
        of, place = _LISTS[name]
        inner = replace(at, of=of, place=(*at.place, *place))
        pairs = self.pairing.of(old, new)
        if name == "options":
            self.ids |= {(at.thing.id, a.id): b.id for a, b in pairs if a and b}
            shared = self.sets.get(at.thing.id, "")
            if shared in self.done:
                return
            if shared:
                self.done.add(shared)
                users = tuple(question for question, used in self.sets.items() if used == shared)
                inner = At(of, None, ("option_sets", shared), users)
        for was, item in pairs:
            one = item or was
            yield from self.entry(replace(inner, thing=one, place=(*inner.place, one.id)), was, item)
        now = {was.id: item.id for was, item in pairs if was and item}
        stayed = [now.get(was.id) for was in old]
        yield from _order(
            replace(inner, of=at.of, thing=at.thing, place=inner.place[:-1]), inner.place[-1], stayed, new
        )

    # What is the same

    def alike(self, at: At, name: str, old: Any, new: Any) -> bool:
        """Return whether two values mean the same: neither ids that were changed throughout nor another language count."""
        if isinstance(new, c.Condition) or isinstance(old, c.Condition):
            return self.meaning(old, self.ids) == self.meaning(new, None)
        if name == "subject":
            return {role: self.ids.get(question) for role, question in old.items()} == dict(new)
        if name in ("phase_question", "level"):
            return bool(self.ids.get(old if name == "phase_question" else ("level", old), old) == new)
        if name in ("on", "without_evidence") and at.questions:
            named = [self.ids.get((at.questions[0], option), option) for option in ((old,) if name != "on" else old)]
            return set(named) == set(new if name == "on" else (new,))
        if name in ("principles", "phases", "source"):
            return set(old) == set(new)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            return all(old[lang] == new[lang] for lang in new if lang in old)
        if isinstance(new, tuple) and new and isinstance(new[0], Mapping):
            return len(old) == len(new) and all(self.alike(at, "", *pair) for pair in zip(old, new, strict=True))
        return bool(old == new)

    def meaning(self, condition: c.Condition | None, ids: Mapping[Any, str] | None) -> object:
        """Return what is equal for conditions that ask the same; ``ids``: those of the new edition for the old ones."""

        def named(key: Any, name: str) -> str:
            return name if ids is None else ids.get(key, name)

        match condition:
            case None | c.InherentLevel():
                return condition
            case c.All(parts) | c.Any(parts):
                inner = frozenset(self.meaning(part, ids) for part in parts)
                return next(iter(inner)) if len(inner) == 1 else (type(condition), inner)
            case c.Not(part):
                return c.Not, self.meaning(part, ids)
            case c.LevelAtLeast(level, _):
                return c.LevelAtLeast, named(("level", level), level)
            case c.OnQuestion(question):
                asked = named(question, question)
                of = (
                    frozenset(named((asked, option), option) for option in condition.options)
                    if isinstance(condition, c.OnOptions)
                    else getattr(condition, "bound", None)
                )
                return condition.keyword, asked, of
            case _:
                assert_never(condition)


def _change(way: Way, at: At, key: str | None, old: Any, new: Any) -> Change:
    needs, cause = bump.judged(way, at.of, key, old, new)
    doubtful = way == "changed" and (at.of, key) in (("question", "text"), ("option", "label"))
    return Change(way, at, key, old, new, needs, "doubt" if doubtful and similarity(old, new) < _DOUBTFUL else cause)


def _order(at: At, key: str, before: Iterable[str | None], after: Iterable[Any]) -> Iterator[Change]:
    """Yield once that what both editions have is in another order; ``before``: ids as the new one calls them."""
    names = dict.fromkeys(item.id for item in after)
    kept = dict.fromkeys(name for name in before if name in names)
    now = [name for name in names if name in kept]
    if [*kept] != now:
        yield _change("reordered", replace(at, place=(*at.place, key)), key, tuple(kept), tuple(now))


def _shared_sets(old: Questionnaire, new: Questionnaire, before: Mapping[str, Question]) -> dict[str, str]:
    """Return the set from which each question takes its options, if it is of the same name in both editions."""
    sets = [
        {
            question["id"]: question["options"]
            for section in one.document["sections"]
            for question in section["questions"]
            if isinstance(question.get("options"), str)
        }
        for one in (old, new)
    ]
    return {name: used for name, used in sets[1].items() if name in before and sets[0].get(before[name].id) == used}
