"""What a comparison comes to, on one screen: the same for every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiassess.render.diff.words import Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aiassess.render.diff.words import DiffWords


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
    found = [w(f"edited_{which}") for which in ("old", "new") if w.diff[which]["edited"]]
    systems = [w.diff[which]["system"] for which in ("old", "new")]
    if systems[0] != systems[1]:
        old, new = (name or w.report("unnamed") for name in systems)
        found.append(w("other_system", old=old, new=new) + w.unseen(old, new))
    return found + ([w("old_revises_new")] if w.diff["relation"] == "old_revises_new" else [])


def measures(w: DiffWords) -> list[Row]:
    """Return the result's measures that changed, then the principles."""
    result = w.diff["result"]
    shown: list[tuple[str, Callable[[Any], str] | None]] = [
        ("level", lambda level: str(level["title"])),
        ("verdict", lambda name: w.report(f"verdict_{name}")),
        ("status", lambda name: w.report(f"status_{name}")),
        ("inherent", None),
        ("controls", None),
        ("residual", None),
    ]
    rows = [measure(w, w.report(name), result[name], say) for name, say in shown if result[name]]
    return rows + [measure(w, item["title"], item) for item in w.diff["principles"]]


def measure(w: DiffWords, name: str, change: Any, say: Callable[[Any], str] | None = None) -> Row:
    """Return a change as a row, a score's unless ``say`` says otherwise.

    Where the score is the same, what is answered differs and is shown.
    """
    values = [change[step] for step in ("old", "rescored", "new")]

    def cells(how: Callable[[Any], str]) -> tuple[str, str, str]:
        old, rescored, new = ("" if value is None else how(value) for value in values)
        return old, rescored, new

    def scores(how: Callable[[Any, list[Any]], str]) -> tuple[str, str, str]:
        return cells(lambda score: how(score, [value for value in values if value is not None]))

    old, rescored, new = scores(w.score) if say is None else cells(say)
    if old == new and change["direction"] == "same" and isinstance(change["new"], dict) and "answered" in change["new"]:
        old, rescored, new = cells(w.answered)
    elif w.rescored and say is None and len(set(percents := scores(w.percent))) > 1:
        old, rescored, new = percents  # three columns of points as well would not fit a screen
    effect = change["effect"] if change["effect"] in ("better", "worse") else None
    return Row(name, old, rescored if w.rescored else None, new, w.effect(change), effect)


def shares(w: DiffWords) -> list[str]:
    """Return whose the change of the measures is, in sentences."""
    if not w.rescored or not measures(w):
        return []
    of_residual = (w.diff["result"]["residual"] or {}).get("shares")
    if not of_residual:
        return [w("rescored_why")]
    signed = {name: f"{share:+}" if share else "0" for name, share in of_residual.items()}
    return [w("rescored_why"), w("shares", name=w.report("residual"), **signed)]


def counts(w: DiffWords) -> list[str]:
    """Return how much changed of each kind, a line each."""
    return [w.pair(name, ", ".join(said)) for name, said in _counted(w) if said]


def _counted(w: DiffWords) -> Iterator[tuple[str, list[str]]]:
    diff, findings = w.diff, w.diff["findings"]
    critical = {name: sum(item["severity"] == "critical" for item in findings[name]) for name in ("opened", "closed")}
    said = [
        w(f"n_{name}_critical", n=len(findings[name]), critical=some) if some else _some(w, f"n_{name}", findings[name])
        for name, some in critical.items()
    ]
    yield w.report("findings"), [*filter(None, said), *_all(w, n_changed=findings["changed"])]
    by_kind = {
        f"n_{kind}": [item for item in diff["answers"] if item["change"] == kind]
        for kind in ("changed", "added", "removed")
    }
    notes = [item for item in diff["answers"] if item["note"]]
    evidence = [item for item in diff["answers"] if any(item["evidence"].values())]
    confirmed = [item for item in diff["answers"] if item["confirmed"] and item["confirmed"]["new"]]
    counts = {"n_confirmed": confirmed, "n_unconfirmed": diff["unconfirmed"]["added"]}
    yield w("answers"), _all(w, **by_kind, n_notes=notes, n_evidence=evidence, **counts)
    apply = [item for item in diff["applicability"] if item["applies"]]
    apply_no_more = [item for item in diff["applicability"] if not item["applies"]]
    missing = {"n_missing": diff["missing"]["added"], "n_settled": diff["missing"]["removed"]}
    yield w("questions"), _all(w, n_apply=apply, n_apply_no_more=apply_no_more, **missing)
    went = {"n_came": diff["contradictions"]["added"], "n_gone": diff["contradictions"]["removed"]}
    yield w.report("contradictions"), _all(w, **went)
    risks = diff["risks"]
    yield (
        w.report("risk_register"),
        _all(w, n_opened=risks["opened"], n_closed=risks["closed"], n_changed=risks["changed"]),
    )
    if diff["questionnaire"]:
        yield w.report("questionnaire"), [w.edition(), *_of_questionnaire(w)]


def _of_questionnaire(w: DiffWords) -> list[str]:
    made = w.diff["questionnaire"]
    return _all(
        w,
        n_questions_added=made["questions_added"],
        n_questions_removed=made["questions_removed"],
        n_reworded=[item for item in made["wording"] if item["kind"] != "ref"],
        n_recounted=made["points"],
        n_dropped=made["dropped"],
    )


def _some(w: DiffWords, key: str, items: list[Any]) -> str:
    return w.count(key, len(items)) if items else ""


def _all(w: DiffWords, **items: list[Any]) -> list[str]:
    return [said for key, found in items.items() if (said := _some(w, key, found))]
