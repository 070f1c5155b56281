"""The form's page as a file: closed to the outside, small, and nothing but text whatever its questionnaire says."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from aiassess import load_answers, load_questionnaire
from aiassess.answers.check import check_answers
from aiassess.form.web.data import form_data
from aiassess.form.web.page import MODULES, form_script
from aiassess.recognize import FORM_MARK
from support.each import each
from support.form_pages import form_of, form_page
from support.hostile import STRINGS
from support.node import node, run_node
from support.tiny import answers_document, tiny

GPAISA = load_questionnaire("gpaisa")
SPAM = load_answers(Path(__file__).parents[2] / "examples" / "spam-filter.json", GPAISA)
DATA = re.compile(re.escape(FORM_MARK) + "(.*?)</script>", re.DOTALL)


def data_in(page):
    return json.loads(DATA.search(page).group(1))


def hostile():
    """Return a questionnaire all of whose texts are hostile, as far as questionnaires may hold them."""
    texts = [text for text in STRINGS if text.isprintable() and text.strip()]
    options = [{"id": f"o{n}", "label": text, "help": text} for n, text in enumerate(texts)]
    parts = {"title": texts[0], "provenance": {"status": "unofficial", "statement": texts[1]}}
    return tiny(
        {"id": "pick", "text": texts[0], "help": "".join(texts[:20]), "why": texts[2], "options": options},
        {"id": "words", "text": "</script><script>alert(1)</script>", "evidence_hint": texts[3]},
        {"id": "much", "type": "number", "unit": texts[4], "text": texts[5]},
        **parts,
    )


def test_gpaisa_takes_less_than_400_kb():
    assert len(form_page(GPAISA, "ms").encode()) < 400_000
    assert len(form_page(GPAISA, "ms", SPAM, ["vendor"]).encode()) < 200_000


def test_the_policy_allows_the_page_its_script_and_style_and_nothing_else():
    page = form_page(GPAISA, "en")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page).group(1)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (script, style)]
    expected = [f"script-src 'sha256-{hashes[0]}'", f"style-src 'sha256-{hashes[1]}'"]
    assert policy.split("; ") == ["default-src 'none'", *expected, "base-uri 'none'", "form-action 'none'"]
    outside_data = DATA.sub("", page)
    assert not re.search(r"\son[a-z]+=|\sstyle=|\ssrc=|https?://|javascript:", outside_data.replace(script, ""))
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|fetch\(|import\(", script
    )


@each("questionnaire", [GPAISA, hostile()])
def test_data_cannot_end_its_element(questionnaire):
    page = form_page(questionnaire, questionnaire.languages[0])
    text = DATA.search(page).group(1)
    assert not set(text) & {"<", ">", "&", "\u2028", "\u2029"}
    assert json.loads(text)["form"]["title"] == questionnaire.document["title"]
    assert page.count("<script") == page.count("</script") == 2
    assert "alert(1)" not in DATA.sub("", page).replace(form_script(), "").replace(
        "&lt;script&gt;alert(1)&lt;/script&gt;", ""
    )


def test_a_form_for_some_says_no_word_of_others(tmp_path):
    asked = {question.id for question in GPAISA.questions if "vendor" in question.actors}
    data = form_data(form_of(GPAISA, "ms", SPAM, ["vendor"]))
    shown = [question for section in data["sections"] for question in section["questions"] if "hidden" not in question]
    assert {question["id"] for question in shown} == asked
    assert set(data["answers"]) <= asked
    assert data["about"] == {"classification": "Rasmi"}
    text = form_page(GPAISA, "ms", SPAM, ["vendor"])
    for name, answer in SPAM.answers.items():
        if name not in asked:
            words = [answer.note, *(item.reference for item in answer.evidence)]
            words += [answer.value] if GPAISA.by_id[name].type == "text" else []
            words += (
                [risk.title for risk in answer.value] if GPAISA.by_id[name].type == "risks" and answer.value else []
            )
            assert not [word for word in words if word and json.dumps(word, ensure_ascii=False)[1:-1] in text], name


APPLIES = """
  return cases.map((form) => {
    const answers = new Map([...Object.entries(form.context), ...Object.entries(form.answers)]);
    return [...applicable(prepared(form), answers).keys()];
  });
"""


def test_in_a_form_for_some_the_same_questions_apply(tmp_path):
    actors = [actor.id for actor in GPAISA.actors]
    forms = [
        form_data(form_of(GPAISA, "ms", SPAM)),
        *(form_data(form_of(GPAISA, "ms", SPAM, [actor])) for actor in actors),
    ]
    whole, *parts = run_node(("conditions",), APPLIES, forms, tmp_path)
    assert dict.fromkeys(actors, whole) == dict(zip(actors, parts, strict=True))


def test_a_date_or_text_that_is_hidden_is_not_shown():
    questionnaire = tiny(
        {"id": "day", "type": "date", "actors": ["owner"]},
        {"id": "risk", "type": "risks", "actors": ["owner"]},
        {"id": "why", "actors": ["maker"], "show_if": {"any": [{"question": "day", "answered": True}, RATED]}},
        {"id": "free", "actors": ["owner"]},
    )
    risk = {"title": "secret", "likelihood": 2, "consequence": 5}
    given = {"day": "2026-01-31", "risk": [risk], "free": "secret", "why": "mine"}
    answers = check_answers(answers_document(questionnaire, given), questionnaire, "x")
    data = form_data(form_of(questionnaire, "", answers, ["maker"]))
    assert data["answers"] == {"why": {"value": "mine"}}
    hidden = {"value": [{"title": "-", "likelihood": 10, "consequence": 1}]}
    assert data["context"] == {"day": {"value": "-"}, "risk": hidden}


RATED = {"question": "risk", "rating_at_least": 10}


def test_the_page_says_whose_it_is_in_its_languages():
    for lang, word in (("en", "Unofficial"), ("ms", "Tidak rasmi")):
        page = form_page(GPAISA, lang)
        assert f'<html lang="{lang}">' in page
        assert word in re.search("<title>(.*?)</title>", page).group(1)
    assert data_in(page)["words"]["ms"]["standing_unofficial"] == "Tidak rasmi"
    assert "Tidak\\20 rasmi" in page  # at the bottom of each sheet
    assert "Unofficial" in page


def test_another_language_is_spoken_to_in_english():
    page = form_page(tiny({"id": "words"}, languages=["zh"]), "zh")
    assert '<html lang="zh">' in page
    assert data_in(page)["language"] == "zh"


def test_the_same_bytes_in_another_process():
    code = (
        "from aiassess import load_questionnaire; from aiassess.form.content import Form\n"
        "from aiassess.form.web.page import write_page; import sys\n"
        "sys.stdout.buffer.write(write_page(Form(load_questionnaire('gpaisa'), ('ms',))).encode())"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": "7"})
    assert made.stdout == form_page(GPAISA, "ms").encode()


def test_no_name_is_used_twice_in_the_scripts(tmp_path):
    """They are one script in the page, where a second function of a name would silently replace the first."""
    inside = form_script(with_engine=True).split('"use strict";\n', 1)[1].rsplit("})();", 1)[0]
    file = tmp_path / "form.mjs"
    file.write_text(inside, encoding="utf-8")
    done = subprocess.run([node(), "--check", str(file)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_every_script_is_in_the_page():
    from importlib.resources import files

    of_engine = {"engine.js", "worker.js"}  # test_form_engine_parts.py
    assert {item.name for item in files("aiassess.form.web").iterdir() if item.name.endswith(".js")} == {
        *(f"{name}.js" for name in MODULES),
        *of_engine,
    }


def test_a_language_that_the_questionnaire_lacks_is_refused():
    with pytest.raises(KeyError):
        form_page(GPAISA, "fr")
