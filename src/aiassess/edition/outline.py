"""What an edition changes, for people to read (docs/edition-diff.md)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from aiassess.edition.bump import DIGITS
from aiassess.edition.listing import as_written
from aiassess.render.diff.words import ChangeWords, line
from aiassess.render.outline import Fact, Item, Paragraph, Section, Title, code, page, screen
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aiassess.edition import types as t
    from aiassess.render.outline import Block, Outline, Sign

T = TypeVar("T")
_SIGNS: dict[str, Sign] = {"added": "+", "removed": "-"}
_SAID_ONCE = ("gone", "renamed", "type", "asked", "counts", "wording", "order")
"""Causes that the heading over the change says well enough."""
_MOST_NAMED, _MOST_TOLD, _BRIEF = 5, 20, 120


def edition_outline(data: t.EditionDiff, *, ascii_only: bool = False) -> Outline:
    """Return the outline of a comparison of editions; ``ascii_only``: its arrows are written in ASCII."""
    w = EditionWords(data["language"], ascii_only=ascii_only)
    old, new, bump = data["old"], data["new"], data["bump"]
    yield Title(w("title", old=w.edition(old), change=w.arrow, new=w.edition(new)))
    yield Fact(w.count("n_changes", len(data["changes"])) if data["changes"] else w("no_change"))
    if bump["needs"]:
        digit = say(w.lang, f"problems.edition_{bump['needs']}")
        if bump["enough"]:
            yield Fact(w("enough", digit=digit, new=new["version"]))
        else:
            said = say(w.lang, "problems.edition_version", digit=digit, old=old["version"], suggested=bump["suggested"])
            yield Paragraph((screen(f"! {said}", "alarm"), page(said, "strong")))
    for digit in DIGITS:
        told = groupby((item for item in data["changes"] if item["needs"] == digit), _thing)
        yield Section(w(f"needs_{digit}"), [w.change(list(items)) for _, items in told])
    if data["effects"]:
        yield from _effects(w, data["effects"], data["changes"])


def _thing(item: t.ChangeData) -> object:
    return item["change"], item["of"], item["id"], item["questions"]


def _effects(w: EditionWords, effects: t.EffectsData, changes: list[t.ChangeData]) -> Iterator[Block]:
    counts = [Item(w.pair(w(f"outcome_{outcome}"), f"{n:,}")) for outcome, n in effects["counts"].items() if n]
    yield Section(w.count("n_submissions", effects["submissions"]), counts)
    for outcome in effects["counts"]:
        groups = [w.group(one, changes) for one in effects["groups"] if one["outcome"] == outcome]
        yield Section(w(f"outcome_{outcome}"), groups)


class EditionWords(ChangeWords):
    """The words of one comparison of editions."""

    def __init__(self, lang: str, *, ascii_only: bool = False) -> None:
        super().__init__("edition", lang, ascii_only=ascii_only)

    def edition(self, edition: t.EditionData) -> str:
        return f"{edition['id']} {edition['version']}"

    def change(self, items: list[t.ChangeData]) -> Item:
        """Return the changes of one thing that need the same number."""
        first = items[0]
        way = first["change"]
        title = f": {first['title']}" if first["title"] else ""
        said = f" ({self(f'way_{way}')})" if way not in ("changed", *_SIGNS) else ""
        inner = [line(self.where(first["questions"]))] if _is_part(first) else []
        for item in items:
            if way not in _SIGNS:
                inner += [one for label, old, new in _values(item) for one in self.text_changes(old, new, label)]
            if item["fix"] or item["cause"] not in _SAID_ONCE:
                inner.append(line(" ".join(filter(None, (item["why"], item["fix"])))))
        return line((self(f"of_{first['of']}"), " ", code(first["id"]), said, title), _SIGNS.get(way, ""), inner)

    def group(self, group: t.GroupData, changes: list[t.ChangeData]) -> Item:
        """Return what becomes of some submissions, why, and which they are."""
        some, because, said = group["submissions"], group["because"], []
        if level := group["level"]:
            said.append(self.pair(self.report("level"), self.from_to(level["old"]["title"], level["new"]["title"])))
        if verdict := group["verdict"]:
            verdicts = self.verdict(verdict["old"]), self.verdict(verdict["new"])
            said.append(self.pair(self.report("verdict"), self.from_to(*verdicts)))
        said += [self(key, questions=self.some(group[key])) for key in ("missing", "new_since") if group[key]]
        lines = self.first(
            because, "more_changes", lambda place: line(self("because", change=self.brief(changes[place])))
        )
        lines += self.first(some, "more", self.submission)
        count = self.count("submissions", len(some))
        return line(self.pair(count, "; ".join(said)) if said else count, inner=lines)

    def first(self, items: Sequence[T], more: str, told: Callable[[T], Item]) -> list[Item]:
        """Return what is told of the first of some items, and how many others there are."""
        rest = len(items) - _MOST_TOLD
        return [*map(told, items[:_MOST_TOLD]), *([line(self(more, n=f"{rest:,}"))] if rest > 0 else [])]

    def submission(self, item: t.SubmissionData) -> Item:
        """Return which submission it is, how much of a refused one can be carried over, and what is wrong with it first."""
        name, dropped, problems = item["source"], item["dropped"], item["problems"]
        if item["line"] is not None:
            name += f":{item['line']}"
        if dropped is not None:
            name += f" ({self.count('carried_but', len(dropped)) if dropped else self('carried_all')})"
        told = [" ".join(filter(None, (one["question"] and f"{one['question']}:", one["message"]))) for one in problems]
        return line(name, inner=[line(text) for text in (*told[:1], *([self.ellipsis] if told[1:] else ()))])

    def some(self, names: list[str]) -> str:
        """Return the first of some ids, and how many others there are."""
        more = self("more", n=len(names) - _MOST_NAMED) if len(names) > _MOST_NAMED else ""
        return " ".join(filter(None, (", ".join(names[:_MOST_NAMED]), more)))

    def sentence(self, item: t.ChangeData) -> str:
        """Return a change with what it means and what to write."""
        brief = self.brief(item)
        return " ".join(
            filter(None, (brief if brief.endswith((".", "?", "!")) else f"{brief}.", item["why"], item["fix"]))
        )

    def brief(self, item: t.ChangeData) -> str:
        """Return a change in one line."""
        what, values = self(f"way_{item['change']}"), list(_values(item))
        if item["change"] in ("changed", "renamed"):
            label, old, new = values[0]
            fits = len(values) == 1 and len(old) + len(new) <= _BRIEF
            what = self.pair(label, self.from_to(old, new)) if fits else str(item["key"])
        where = self.where(item["questions"], names=False) if _is_part(item) else ""
        named = f"{self('of_' + item['of'])} {item['id']}" + (f", {where}" if where else "")
        return self.pair(named, what)

    def where(self, questions: list[str], *, names: bool = True) -> str:
        if len(questions) == 1:
            return self("in_question", question=questions[0])
        of = self("in_questions", n=len(questions))
        return self.pair(of, self.some(questions)) if names else of


def _is_part(item: t.ChangeData) -> bool:
    """Return whether it belongs to questions that have to be named as well."""
    return bool(item["questions"]) and item["of"] != "question"


def _values(item: t.ChangeData) -> Iterator[tuple[str, str, str]]:
    """Yield each value that changed, of a text in each language: what it is called, the old one and the new one."""
    old, new = item["old"], item["new"]
    key = item["place"] if item["of"] == "questionnaire" else item["key"] or ""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in {**new, **old}:
            if old.get(name) != new.get(name):
                yield f"{key} ({name})".strip(), as_written(old.get(name)), as_written(new.get(name))
    else:
        yield key, as_written(old), as_written(new)
