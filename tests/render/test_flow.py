"""The flow as a Mermaid chart: its syntax holds whatever the texts say, and it shows what steers what."""

import re

from hypothesis import given
from hypothesis import strategies as st

from aiassess import load_questionnaire
from aiassess.model.conditions import OnQuestion, questions_in
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.render.flow import write_flow
from support.each import each
from support.examples import examples
from support.strategies import questionnaires
from support.tiny import LEVELS, control, document, inherent, tiny

# What is written, and no more: tried with the parser and the renderer of mermaid 11.
LABEL = r'"(?:[^"#;:<>&`*\[\]{}|%$\\~^=+@\n]|#\d+;|<br/>)+"'
NODE = re.compile(rf"([qlr]_\w+)(?:\[{LABEL}\]|\(\[{LABEL}\]\)|\{{\{{{LABEL}\}}\}})\Z")
EDGE = re.compile(rf"([sqlr]_\w+) (?:-->|==>|-\.->)(?:\|{LABEL}\|)? ([sqlr]_\w+)\Z")
SECTION = re.compile(rf"subgraph (s_\w+)\[{LABEL}\]\Z")


NASTY = ['"]', "#quot;", "`x`", "%%{init", "<b>", "end", "1. x", "- x", "style:x#1;", "|x|"]


def parsed(text):
    """Return the nodes and the edges of a chart; fails if anything else is in it, or an edge has no node."""
    head, *lines = text.splitlines()
    assert head == "flowchart TD"
    assert text.endswith("\n")
    nodes, edges, depth = set(), set(), 0
    for line in (line.strip() for line in lines):
        if found := NODE.match(line) or SECTION.match(line):
            assert found[1] not in nodes, "twice"
            nodes.add(found[1])
            depth += line.startswith("subgraph")
        elif line == "end":
            depth -= 1
        elif found := EDGE.match(line):
            edges.add(found.groups())
        else:
            assert re.fullmatch(r"s_\w+ ~~~ s_\w+", line), line
    assert depth == 0
    assert {node for edge in edges for node in edge} <= nodes
    return nodes, edges


@each("name", ["gpaisa", "gpaisa@1.0.0"])
def test_shipped_ones(name):
    questionnaire = load_questionnaire(name)
    nodes, edges = parsed(write_flow(questionnaire, questionnaire.languages))
    assert len(nodes) < len(questionnaire.questions), "a picture, not a list"
    for rule in questionnaire.rules:
        level = f"l_{rule.level}"
        between = {start for start, end in edges if end == level}
        for question in questions_in(rule.when):
            assert f"q_{question}" in between or any((f"q_{question}", middle) in edges for middle in between)


@examples(25)
@given(questionnaires(by_level=True))
def test_any_questionnaire(questionnaire):
    nodes, edges = parsed(write_flow(questionnaire, questionnaire.languages))
    for question in questionnaire.questions:
        if isinstance(question.show_if, OnQuestion):
            assert f"q_{question.show_if.question}" in {start for start, _ in edges}
    only = questionnaire.sections[-1].id
    some, _ = parsed(write_flow(questionnaire, questionnaire.languages, [only]))
    assert some <= nodes
    assert f"s_{only}" in some


@examples(50)
@given(
    st.text(min_size=1, max_size=30).filter(str.strip)
    | st.sampled_from(['"]', "#quot;", "`x`", "%%{init", "<b>", "end", "1. x", "- x", "style:x#1;"])
)
def test_no_text_is_markup(nasty):
    data = document(
        inherent("risk", text=f"{nasty} a"),
        control(show_if={"question": "risk", "is": "all"}),
        levels=[{**level, "title": f"{nasty} {level['id']}"} for level in LEVELS],
        rules=[{"when": {"question": "risk", "is": "some"}, "level": "banned", "title": nasty}],
    )
    nodes, _ = parsed(write_flow(build_questionnaire(data), ["en"]))
    assert nodes == {"s_main", "q_risk", "q_guard", "l_low", "l_middle", "l_high", "l_banned"}


def test_what_is_asked_alike_is_one_box():
    asked = {"question": "risk", "is": "all"}
    questions = [inherent("risk"), *(control(f"c{n}", show_if=asked) for n in range(3)), control("other")]
    text = write_flow(tiny(*questions), ["en"])
    assert 'q_c0["c0–c2 · 3 questions"]' in text
    assert 'q_risk -->|"“Option all”"| q_c0' in text


def test_a_section_with_what_steers_it_and_what_it_leads_to():
    both = {"all": [{"question": "a", "is": "all"}, {"question": "b", "is": "all"}]}
    sections = [
        {"id": name, "questions": [inherent(name, **more)]}
        for name, more in (("a", {}), ("b", {"show_if": {"question": "a", "is": "some"}}), ("c", {}))
    ]
    questionnaire = tiny(sections=sections, rules=[{"when": both, "level": "high"}])
    nodes, edges = parsed(write_flow(questionnaire, ["en"], ["b"]))
    assert nodes == {"s_b", "q_b", "q_a", "r_1", "l_high"}
    assert edges == {("q_a", "q_b"), ("q_b", "r_1"), ("r_1", "l_high")}


def test_each_language_has_its_own_room():
    long = {"ms": "Seburuk manakah " * 20, "en": "How badly " * 20}
    data = document(inherent(text=long), control(show_if={"question": "risk", "is": "all"}), languages=["ms", "en"])
    text = write_flow(build_questionnaire(data), ["ms", "en"])
    assert re.search(r'"risk · Seburuk manakah [^/]+… / How badly [^/]+…"', text)
