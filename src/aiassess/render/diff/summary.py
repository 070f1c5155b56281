"""What a comparison comes to, on one screen."""

from collections.abc import Callable, Iterator
from typing import Literal, TypeVar

from aiassess.diff import types as t
from aiassess.render import outline as o
from aiassess.render.diff.words import DiffWords, good_or_bad
from aiassess.render.sentences import SCORES
from aiassess.report import types as r

T = TypeVar("T")
S = TypeVar("S", r.ScoreData, r.TagScore | None)

_KINDS = ("changed", "added", "removed")
_RISKS: tuple[Literal["opened", "closed", "changed"], ...] = ("opened", "closed", "changed")


def summary(w: DiffWords) -> Iterator[o.Block | o.On]:
    """Yield which reports are compared, what a reader must know before the rest, the measures, and how much changed."""
    yield o.Title(w("title", system=w.name(w.diff["new"]["system"])))
    yield o.Fact(w.side("old"))
    yield o.Fact(w.side("new"))
    for text in _warnings(w):
        yield o.on_screen(o.Paragraph(o.Span(f"! {text}", "alarm")))
        yield o.on_page(o.Quote(o.strong(text)))
    rows = _measures(w)
    whose = _whose(w) if rows and w.rescored else []
    yield o.Section("", [measures(w, rows), *(o.Paragraph(o.Span(text, "quiet")) for text in whose)])
    counts = {name: ", ".join(filter(None, some)) for name, some in _counts(w).items()}
    yield o.Section("", [o.Fact(w.pair(name, said)) for name, said in counts.items() if said])


def _warnings(w: DiffWords) -> list[str]:
    old, new = w.diff["old"], w.diff["new"]
    found = [w(f"edited_{name}") for name, side in (("old", old), ("new", new)) if side["edited"]]
    if old["system"] != new["system"]:
        names = [w.name(side["system"]) for side in (old, new)]
        found.append(w("other_system", old=names[0], new=names[1]) + w.unseen(*names))
    return found + ([w("old_revises_new")] if w.diff["relation"] == "old_revises_new" else [])


# Measures


def measures(w: DiffWords, rows: list[o.Row], *, heads: bool = True) -> o.Table:
    names = ["measure", "old", *(["rescored"] if w.rescored else []), "new", "change"]
    return o.Table([o.Column(w(name)) for name in names], rows, heads)


def _measures(w: DiffWords) -> list[o.Row]:
    """Return the result's measures that changed, then the principles."""
    result = w.diff["result"]
    rows = [
        _measure(w, w.report("level"), result["level"], lambda level: level["title"]),
        _measure(w, w.report("verdict"), result["verdict"], w.verdict),
        _measure(w, w.report("status"), result["status"], lambda name: w.report(f"status_{name}")),
        *(_score(w, w.report(name), result[name]) for name in SCORES),
        *(tag(w, item) for item in w.diff["principles"]),
    ]
    return [row for row in rows if row]


def tag(w: DiffWords, item: t.TagChange) -> o.Row | None:
    """Return a principle's or an actor's score as a row; what is answered of it, if the score is the same."""
    old, new = ("" if score is None else w.score(score, [score]) for score in (item["old"], item["new"]))
    if old == new and item["direction"] == "same":
        return _measure(w, item["title"], item, w.answered)
    return _score(w, item["title"], item)


def _score(w: DiffWords, name: str, change: t.ScoreStep[S] | None) -> o.Row | None:
    """Return a score as a row: only its percents if three columns of points would not fit a screen."""
    if change is None:
        return None
    steps = change["old"], change["rescored"], change["new"]
    scores = [score for score in steps if score is not None]
    brief = w.rescored and len({"" if score is None else w.percent(score, scores) for score in steps}) > 1
    say = w.percent if brief else w.score
    return _measure(w, name, change, lambda score: "" if score is None else say(score, scores))


def _measure(w: DiffWords, name: str, change: t.Step[T] | None, say: Callable[[T], str]) -> o.Row | None:
    """Return a change as a row: name, old value, rescored value, new value, meaning."""
    if change is None:
        return None
    steps = change["old"], *([change["rescored"]] if w.rescored else []), change["new"]
    cells = ["" if value is None else say(value) for value in steps]
    meaning = o.Span(w.meaning(change["direction"], change["effect"]), good_or_bad(change["effect"]))
    return o.Row([name, *cells, meaning], (w.pair(name, f" {w.arrow} ".join(filter(None, cells))), " ", meaning))


def _whose(w: DiffWords) -> list[str]:
    """Return whose the change of the measures is, in sentences."""
    residual = w.diff["result"]["residual"]
    if not residual or not residual["shares"]:
        return [w("rescored_why")]
    signed = {name: f"{share:+}" if share else "0" for name, share in residual["shares"].items()}
    return [w("rescored_why"), w("shares", name=w.report("residual"), **signed)]


# Counts


def _counts(w: DiffWords) -> dict[str, list[str]]:
    diff, n = w.diff, w.n
    findings, answers, applies, made = diff["findings"], diff["answers"], diff["applicability"], diff["questionnaire"]
    contradictions, risks = diff["contradictions"], diff["risks"]
    counts = {
        w.report("findings"): [
            _findings(w, "opened", findings["opened"]),
            _findings(w, "closed", findings["closed"]),
            n("n_changed", findings["changed"]),
        ],
        w("answers"): [
            *(n(f"n_{kind}", [item for item in answers if item["change"] == kind]) for kind in _KINDS),
            n("n_waits", [item for item in answers if item["waits_for"] and not item["change"]]),
            n("n_notes", [item for item in answers if item["note"]]),
            n("n_evidence", [item for item in answers if item["evidence"]["added"] or item["evidence"]["removed"]]),
            n("n_confirmed", [item for item in answers if item["confirmed"] and item["confirmed"]["new"]]),
            n("n_unconfirmed", diff["unconfirmed"]["added"]),
        ],
        w("questions"): [
            n("n_apply", [item for item in applies if item["applies"]]),
            n("n_apply_no_more", [item for item in applies if not item["applies"]]),
            n("n_missing", diff["missing"]["added"]),
            n("n_settled", diff["missing"]["removed"]),
        ],
        w.report("contradictions"): [n("n_came", contradictions["added"]), n("n_gone", contradictions["removed"])],
        w.report("risk_register"): [n(f"n_{key}", risks[key]) for key in _RISKS],
    }
    if made:
        counts[w.report("questionnaire")] = [
            w.edition(made),
            n("n_questions_added", made["questions_added"]),
            n("n_questions_removed", made["questions_removed"]),
            n("n_reworded", [item for item in made["wording"] if item["kind"] != "ref"]),
            n("n_recounted", made["points"]),
            n("n_dropped", made["dropped"]),
        ]
    return counts


def _findings(w: DiffWords, key: str, items: list[t.FindingItem]) -> str:
    critical = sum(item["severity"] == "critical" for item in items)
    return w(f"n_{key}_critical", n=len(items), critical=critical) if critical else w.n(f"n_{key}", items)
