"""What a comparison comes to, on one screen: the same for every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from aiassess.render.diff.words import Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aiassess.diff import types as t
    from aiassess.render.diff.words import DiffWords
    from aiassess.report import types as r

T = TypeVar("T")
S = TypeVar("S", "r.ScoreData", "t.TagScore | None")

_SCORES: tuple[Literal["inherent", "controls", "residual"], ...] = ("inherent", "controls", "residual")
_KINDS = ("changed", "added", "removed")
_OPENED_OR_CLOSED: tuple[Literal["opened", "closed"], ...] = ("opened", "closed")


@dataclass(frozen=True, slots=True)
class Row:
    """A measure: its name, old value, value of the old answers scored anew (None: not done), new value, what that means."""

    name: str
    old: str
    rescored: str | None
    new: str
    meaning: str = ""
    effect: Effect = None


def title(w: DiffWords) -> str:
    """Return which system the reports are about."""
    return w("title", system=w.diff["new"]["system"] or w.report("unnamed"))


def warnings(w: DiffWords) -> list[str]:
    """Return what a reader must know before the rest."""
    sides = w.diff["old"], w.diff["new"]
    found = [w(f"edited_{which}") for which, side in zip(("old", "new"), sides, strict=True) if side["edited"]]
    if sides[0]["system"] != sides[1]["system"]:
        old, new = (side["system"] or w.report("unnamed") for side in sides)
        found.append(w("other_system", old=old, new=new) + w.unseen(old, new))
    return found + ([w("old_revises_new")] if w.diff["relation"] == "old_revises_new" else [])


def measures(w: DiffWords) -> list[Row]:
    """Return the result's measures that changed, then the principles."""
    result = w.diff["result"]
    rows = [
        measure(w, w.report("level"), result["level"], lambda level: level["title"]),
        measure(w, w.report("verdict"), result["verdict"], lambda name: w.report(f"verdict_{name}")),
        measure(w, w.report("status"), result["status"], lambda name: w.report(f"status_{name}")),
        *(_score(w, w.report(name), result[name]) for name in _SCORES),
        *(tag(w, item) for item in w.diff["principles"]),
    ]
    return [row for row in rows if row]


def measure(w: DiffWords, name: str, change: t.Step[T] | None, say: Callable[[T], str]) -> Row | None:
    """Return a change as a row; None if there is none."""
    if change is None:
        return None
    old, rescored, new = (
        "" if value is None else say(value) for value in (change["old"], change["rescored"], change["new"])
    )
    meaning = w.meaning(change["direction"], change["effect"])
    return Row(name, old, rescored if w.rescored else None, new, meaning, w.good_or_bad(change["effect"]))


def tag(w: DiffWords, item: t.TagChange) -> Row | None:
    """Return a principle's or an actor's score as a row; what is answered of it, if the score is the same."""
    others = [score for score in (item["old"], item["new"]) if score]
    old, new = ("" if score is None else w.score(score, others) for score in (item["old"], item["new"]))
    if old == new and item["direction"] == "same":
        return measure(w, item["title"], item, w.answered)
    return _score(w, item["title"], item)


def _score(w: DiffWords, name: str, change: t.ScoreStep[S] | None) -> Row | None:
    """Return a score as a row: its percents alone, if three columns of points as well would not fit a screen."""
    if change is None:
        return None
    steps = change["old"], change["rescored"], change["new"]
    scores = [score for score in steps if score is not None]
    brief = w.rescored and len({"" if score is None else w.percent(score, scores) for score in steps}) > 1
    say = w.percent if brief else w.score
    return measure(w, name, change, lambda score: "" if score is None else say(score, scores))


def shares(w: DiffWords) -> list[str]:
    """Return whose the change of the measures is, in sentences."""
    if not w.rescored or not measures(w):
        return []
    residual = w.diff["result"]["residual"]
    if not residual or not residual["shares"]:
        return [w("rescored_why")]
    signed = {name: f"{share:+}" if share else "0" for name, share in residual["shares"].items()}
    return [w("rescored_why"), w("shares", name=w.report("residual"), **signed)]


def counts(w: DiffWords) -> list[str]:
    """Return how much changed of each kind, a line each."""
    return [w.pair(name, ", ".join(said)) for name, some in _counted(w) if (said := [text for text in some if text])]


def _counted(w: DiffWords) -> Iterator[tuple[str, list[str]]]:
    diff, n = w.diff, w.n
    findings, answers, applies, made = diff["findings"], diff["answers"], diff["applicability"], diff["questionnaire"]
    opened, closed = (_findings(w, key, findings[key]) for key in _OPENED_OR_CLOSED)
    yield w.report("findings"), [opened, closed, n("n_changed", findings["changed"])]
    yield (
        w("answers"),
        [
            *(n(f"n_{kind}", [item for item in answers if item["change"] == kind]) for kind in _KINDS),
            n("n_notes", [item for item in answers if item["note"]]),
            n("n_evidence", [item for item in answers if item["evidence"]["added"] or item["evidence"]["removed"]]),
            n("n_confirmed", [item for item in answers if item["confirmed"] and item["confirmed"]["new"]]),
            n("n_unconfirmed", diff["unconfirmed"]["added"]),
        ],
    )
    yield (
        w("questions"),
        [
            n("n_apply", [item for item in applies if item["applies"]]),
            n("n_apply_no_more", [item for item in applies if not item["applies"]]),
            n("n_missing", diff["missing"]["added"]),
            n("n_settled", diff["missing"]["removed"]),
        ],
    )
    contradictions, risks = diff["contradictions"], diff["risks"]
    yield w.report("contradictions"), [n("n_came", contradictions["added"]), n("n_gone", contradictions["removed"])]
    yield (
        w.report("risk_register"),
        [
            n("n_opened", risks["opened"]),
            n("n_closed", risks["closed"]),
            n("n_changed", risks["changed"]),
        ],
    )
    if made:
        yield w.report("questionnaire"), [w.edition(made), *_of_questionnaire(w, made)]


def _findings(w: DiffWords, key: str, items: list[t.FindingItem]) -> str:
    critical = sum(item["severity"] == "critical" for item in items)
    return w(f"n_{key}_critical", n=len(items), critical=critical) if critical else w.n(f"n_{key}", items)


def _of_questionnaire(w: DiffWords, made: t.EditionChange) -> list[str]:
    return [
        w.n("n_questions_added", made["questions_added"]),
        w.n("n_questions_removed", made["questions_removed"]),
        w.n("n_reworded", [item for item in made["wording"] if item["kind"] != "ref"]),
        w.n("n_recounted", made["points"]),
        w.n("n_dropped", made["dropped"]),
    ]
