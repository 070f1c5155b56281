"""Which reasons of a level a reader meets first, and in what words."""

import pytest

from aiassess.render import renderer
from aiassess.render.report.words import Words
from support.tiny import inherent, report_of, tiny


def rule(name, level, title):
    when = {"question": "gate", "is": "yes"}
    return {
        "id": name,
        "when": when,
        "level": level,
        "reason": f"Because of {name}.",
        **({"title": title} if title else {}),
    }


def report(*rules):
    gate = {"id": "gate", "options": {"no": 0, "yes": 0}}
    return report_of(tiny(gate, inherent(), rules=list(rules)), {"gate": "yes", "risk": "none"})


def test_rules_that_did_not_decide_share_one_line_after_those_that_did():
    made = report(rule("a", "high", "First"), rule("b", "middle", "Second"), rule("c", "middle", "Third"))
    *told, (last, decided) = Words(made).reasons()
    assert [text for text, decided in told if decided] == ["First -> at least High: Because of a."]
    assert (last, decided) == ("Also met, without deciding the level: Second; Third", False)
    for name in ("text", "md", "html"):
        assert "Because of b." not in renderer(name)(made)


@pytest.mark.parametrize("name", ["text", "md", "html"])
def test_what_rests_on_blanks_is_called_assumed(name):
    """A blank counts as the worst; nobody may read that as something that was found."""
    unwatched = {**rule("a", "high", "Unwatched"), "when": {"not": {"question": "gate", "is": "yes"}}}
    harmful = {**rule("b", "middle", "Harmful"), "when": {"not": {"question": "gate", "is": "yes"}}}
    gate = {"id": "gate", "options": {"no": 0, "yes": 0}}
    q = tiny(gate, inherent(), rules=[unwatched, harmful])
    told = " ".join(renderer(name)(report_of(q)).split())
    assert "Assumed while questions are open: Unwatched" in told
    assert "Also assumed while questions are open, without deciding the level: Harmful" in told
    answered = " ".join(renderer(name)(report_of(q, {"gate": "no", "risk": "none"})).split())
    assert "Unwatched" in answered
    assert "ssumed" not in answered


def test_a_rule_without_a_title_keeps_its_line():
    made = report(rule("a", "high", None), rule("b", "middle", None))
    assert [text for text, _ in Words(made).reasons()] == [item["text"] for item in made["result"]["reasons"]]


@pytest.mark.parametrize(("level", "said"), [("banned", "First -> Banned: "), ("high", "First -> at least High: ")])
def test_nothing_is_at_least_the_highest_level(level, said):
    assert any(text.startswith(said) for text, _ in Words(report(rule("a", level, "First"))).reasons())


@pytest.mark.parametrize(
    ("blocked", "said"),
    [
        (["principle:a"], ["A is too low"]),
        (["incomplete", "principle:a", "principle:b"], ["the assessment is incomplete", "too low: A, b"]),
    ],
)
def test_principles_that_block_the_credit_share_one_phrase(blocked, said):
    words = Words(report(rule("a", "high", None)))
    words.principle_titles = {"a": "A"}
    assert words.blockers(blocked) == said
