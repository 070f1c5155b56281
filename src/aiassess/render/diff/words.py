"""Sentences and cells of a comparison, from the comparison alone and in its language."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from aiassess.alike import in_words
from aiassess.answers.types import EvidenceData
from aiassess.diff import types as t
from aiassess.diff.passages import focused, line_changes
from aiassess.figures import decimals_apart, decimals_in
from aiassess.render.outline import Item, Said, Sign, code, page, screen
from aiassess.render.sentences import Sentences, is_register
from aiassess.report import types as r
from aiassess.report.shares import percent_of, share_of
from aiassess.text import say

T = TypeVar("T")
Effect = Literal["", "better", "worse"]
"""What a change means; "": neither, or not known."""

SHORT = 60
"""The most characters of an old and a new text that are written in one line."""
_FIELDS = {
    "title": "diff.risk_title",
    "residual_likelihood": "diff.residual_likelihood",
    "residual_consequence": "diff.residual_consequence",
    "inherent_rating": "report.rating_before",
    "rating": "report.rating_after",
}
"""What fields are called that are not called in the report what they are called in its JSON."""


def line(text: Said, sign: Sign = "", inner: Sequence[Item] = ()) -> Item:
    """Return something that was changed, removed or added, and what is said of it."""
    return Item(text, inner, sign=sign)


def good_or_bad(effect: t.Effect) -> Effect:
    """Return an effect that is one."""
    return "" if effect is None or effect == "same" else effect


def _is_short(text: str) -> bool:
    return len(text) <= SHORT and len(text.splitlines()) == 1


class ChangeWords(Sentences):
    """How an old and a new value are told; ``ascii_only``: signs are written in ASCII."""

    def __init__(self, area: str, lang: str, *, ascii_only: bool = False) -> None:
        super().__init__(area, lang)
        self.arrow, self.up, self.down = ("->", "^", "v") if ascii_only else ("→", "▲", "▼")
        self.ellipsis = "..." if ascii_only else "…"

    def pair(self, name: object, value: object) -> str:
        return f"{name}: {value}"

    def from_to(self, old: object, new: object) -> str:
        """Return an old and a new value in one line, and how they differ if that can't be seen."""
        texts = self.shown(old), self.shown(new)
        return f" {self.arrow} ".join(texts) + self.unseen(*texts)

    def unseen(self, old: str, new: str) -> str:
        """Return in brackets how two texts differ that look the same; "" if they are equal or look different."""
        found = in_words(old, new, self.lang, self.arrow)
        return f" ({found})" if found else ""

    def shown(self, value: object) -> str:
        """Return a value in words, an empty one too."""
        return say(self.lang, "diff.blank") if value is None or value == "" else str(value)

    def _unseen_change(self, old: str, new: str) -> str:
        """Return a change that can't be seen: the text, if short, and how it differs."""
        found, text = in_words(old, new, self.lang, self.arrow), new.strip()
        return f"{text} ({found})" if found and _is_short(text) else found

    def text_changes(self, old: object, new: object, label: str = "") -> list[Item]:
        """Return what changed from one text to another: in one line if both are short, otherwise line by line."""
        start = f"{label}: " if label else ""
        given = ["" if value is None else str(value) for value in (old, new)]
        unseen = self._unseen_change(*given)
        if unseen:
            return [line(start + unseen)]
        texts = [text.strip() for text in given]
        if all(map(_is_short, texts)):
            return [line(start + self.from_to(*texts))]
        lines = []
        for went, came in line_changes(*texts):
            if len(went) == len(came) == 1:
                if unseen := self._unseen_change(went[0], came[0]):
                    lines.append(line(start + unseen))
                    continue
                went, came = ([text] for text in focused(went[0], came[0], self.ellipsis))  # noqa: PLW2901
            lines += [line(start + text, "-") for text in went]
            lines += [line(start + text, "+") for text in came]
        return lines


class DiffWords(ChangeWords):
    """The words of one comparison."""

    def __init__(self, diff: t.Diff, *, ascii_only: bool = False) -> None:
        super().__init__("diff", diff["language"], ascii_only=ascii_only)
        self.diff = diff
        self.rescored = bool(diff["questionnaire"] and diff["questionnaire"]["rescored"])
        reasons = diff["result"]["reasons"]
        changed = [reason for item in reasons["changed"] for reason in (item["old"], item["new"])]
        told: list[t.Reason] = [*reasons["added"], *reasons["removed"], *changed]
        self.told = [item["text"] for item in told if item["rule"] is None]

    def n(self, key: str, items: Sequence[object]) -> str:
        """Return how many items there are, in words; "" if none."""
        return self.count(key, len(items)) if items else ""

    # Scores

    def score(self, score: r.ScoreData, others: Iterable[r.ScoreData] = ()) -> str:
        points = f" ({self.counted(score)})" if score["maximum"] else ""
        return self.percent(score, others) + points

    def percent(self, score: r.ScoreData, others: Iterable[r.ScoreData] = ()) -> str:
        """Return a score's share, told apart from the others beside it."""
        shares = [share for other in others if (share := share_of(other)) is not None]
        decimals = max([decimals_apart(shares), *(decimals_in(text, share) for text in self.told for share in shares)])
        return percent_of(score, decimals=decimals) or self.report("not_measured")

    def counted(self, score: r.PointsData) -> str:
        return f"{score['points']}/{score['maximum']}"

    def answered(self, counts: r.Answered | None) -> str:
        """Return how many questions are answered of those that apply; "" if there are none."""
        return self("n_answered", answered=counts["answered"], applicable=counts["applicable"]) if counts else ""

    def credit(self, credit: t.Credit) -> str:
        blockers = zip(credit["blocked_by"], credit["blocked_titles"], strict=True)
        why = "; ".join(self.blocker(name, title) for name, title in blockers)
        return f"{credit['percent']}%" + (f" ({self.report('credit_blocked', why=why)})" if why else "")

    # What a change means

    def meaning(self, way: t.Direction, effect: t.Effect) -> str:
        """Return which way a change goes and whether that is better, as a sign and a word; "" if unknown."""
        if way is None or way == "same":
            return ""
        return f"{self.up if way == 'up' else self.down} {self(f'{effect}')}"

    def judged(self, item: Item, effect: t.Effect, because: t.Whose = None) -> Item:
        """Return a change with whether it is better or worse in brackets, if it is either, and whose it is."""
        look = good_or_bad(effect)
        return replace(item, text=(item.text, f" ({self(look)})" if look else "", self.because(because)), look=look)

    def because(self, whose: t.Whose) -> str:
        """Return in brackets whose change it is; "" if it is the answers' or unknown."""
        return f" ({self(f'by_{whose}')})" if whose in ("questionnaire", "both") else ""

    def field_changes(self, item: t.Field) -> list[Item]:
        name = item["field"]
        return self.text_changes(item["old"], item["new"], say(self.lang, _FIELDS.get(name, f"report.{name}")))

    def side(self, which: Literal["old", "new"]) -> str:
        """Return what tells one report from the other: date, digest, and the tool if that differs."""
        side = self.diff[which]
        parts = [side["completed_at"][:10] if side["completed_at"] else self("no_date"), side["digest"][:19]]
        if self.diff["old"]["tool"] != self.diff["new"]["tool"]:
            parts.append(self("tool", version=side["tool"]))
        if which == "new" and self.diff["relation"] == "new_revises_old":
            parts.append(self("new_revises_old"))
        return self.pair(self(which), ", ".join(parts))

    def edition(self, made: t.EditionChange) -> str:
        old, new = made["old"]["version"], made["new"]["version"]
        return self("same_version", version=new) if old == new else self("version", change=self.from_to(old, new))

    # What something is

    def about(self, question: str, text: Said, sign: Sign = "", inner: Sequence[Item] = ()) -> Item:
        """Return what is said of a question; a page names it by its id as well."""
        return line((text, page((" ", code(question)))), sign, inner=inner)

    def question(self, item: t.Question) -> Said:
        """Return a question with its number; on a screen, one without a number with its id."""
        return f"({item['ref']}) {item['text']}" if item["ref"] else (item["text"], screen(f" ({item['question']})"))

    def finding(self, item: r.FindingFacts) -> Said:
        """Return a finding with its severity and its question's number; on a screen, without a number with its id."""
        ref = f"({item['ref']}) " if item["ref"] else screen(f"({item['question']}) ")
        return self.report(f"severity_{item['severity']}"), ": ", ref, item["text"]

    def risk(self, item: r.RatedRiskData) -> str:
        return f"{item['title']} ({self.from_to(item['inherent_rating'], item['rating'])})"

    def cause(self, whose: t.Whose, causes: list[t.Question]) -> Said:
        if causes:
            first, *others = map(self.question, causes)
            start, end = self("because_of", questions="\0").split("\0")
            return start, first, *((", ", other) for other in others), end
        return self("because_of_questionnaire" if whose == "questionnaire" else "because_unknown")

    # Answers

    def answer(self, answer: r.GivenData) -> str:
        """Return what an answer says in one line."""
        if answer["status"] != "answered":
            return self.report(f"answer_{answer['status']}")
        label, value = answer["label"], answer["value"]
        if isinstance(label, list):
            return "; ".join(label)
        if is_register(value, label):
            return self.report("risk_register")
        return str(value if label is None else label)

    def answer_changes(self, item: t.AnswerChange) -> list[Item]:
        lines = list(self._value_changes(item))
        if item["waits_for"]:
            old, new = (who["title"] if who else None for who in (item["waits_for"]["old"], item["waits_for"]["new"]))
            lines += self.text_changes(old, new, self("waits_for"))
        if item["note"]:
            lines += self.text_changes(item["note"]["old"], item["note"]["new"], self.report("note"))
        lines += self.signed(item["evidence"], self.evidence)
        if item["counted"]:
            old, new = (f"{item['counted'][side]}/{item['counted']['maximum']}" for side in ("old", "new"))
            lines.append(self.judged(line(self.pair(self("counts"), self.from_to(old, new))), item["effect"]))
        if item["confirmed"] and item["confirmed"]["new"] is not None:
            lines.append(line(self("confirmed") if item["confirmed"]["new"] else self.report("to_confirm")))
        return lines

    def evidence(self, proof: EvidenceData) -> str:
        return self.report("evidence") + f": {proof['reference']}" + (f" ({proof['date']})" if "date" in proof else "")

    def signed(self, changes: t.AddedRemoved[T], say: Callable[[T], str]) -> list[Item]:
        went = [line(say(item), "-") for item in changes["removed"]]
        return went + [line(say(item), "+") for item in changes["added"]]

    def _value_changes(self, item: t.AnswerChange) -> list[Item]:
        change, old, new = item["change"], item["old"], item["new"]
        if old is None or new is None or (item["because"] == "questionnaire" and change == "removed"):
            return []  # the latter is among what the questionnaire no longer takes
        if item["options"]:
            lines = self.signed(item["options"], lambda option: option["label"])
        elif change == "changed" and all(is_register(given["value"], given["label"]) for given in (old, new)):
            lines = [line(self("see_register"))]
        elif change == "changed":
            lines = self.text_changes(self.answer(old), self.answer(new))
        else:
            given = new if change == "added" else old
            sign: Sign = "+" if change == "added" else "-"
            lines = [line(text, sign) for text in self.answer(given).splitlines() if text.strip()]
        return [*lines[:-1], *(self.judged(last, item["effect"], item["because"]) for last in lines[-1:])]
