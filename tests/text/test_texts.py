"""Every sentence of the program: in both languages, alike in what it fills in, asked for where it exists and used.

The source is read, not run, so that a key that only a rare path asks for is held too.
"""

import ast
import re
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import jinja2
import pytest

from aiassess.form.web.words import form_words
from aiassess.text import FALLBACK, LANGUAGES, count, resolve_language, say
from support.each import each

PACKAGE = Path(find_spec("aiassess").origin).parent
AREAS = {name: import_module(f"aiassess.text.{name}").MESSAGES for _, name, _ in iter_modules([str(PACKAGE / "text")])}
ALL = [(area, name, entry) for area, messages in AREAS.items() for name, entry in messages.items()]
TEMPLATES = {
    file.relative_to(PACKAGE).as_posix(): jinja2.Environment().parse(file.read_text(encoding="utf-8"))
    for file in sorted(PACKAGE.rglob("templates/**/*.html"))
}
SCRIPTS = {file.name: file.read_text(encoding="utf-8") for file in sorted(PACKAGE.rglob("web/*.js"))}
"""The scripts of the form, whose words are those of the area "page" unless they name another."""
# Calls whose first word is a message's key, and those whose first word is the code of a problem.
SAYING = {"say", "count", "w", "words"}
PROBLEMS = {"Problem", "invalid", "problem", "error", "warning", "stop", "_Refused", "check_choice", "Word"}


def fields(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def things(template):
    """Return the fields without case: {Systems} begins a sentence in one language, {systems} is within it in the other."""
    return {field.lower() for field in fields(template)}


@cache
def sources():
    """Return the trees of all modules but the texts' own, by their names."""
    files = [file for file in sorted(PACKAGE.rglob("*.py")) if PACKAGE / "text" not in file.parents]
    return {file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files}


@cache
def all_nodes():
    return [(file, node) for file, tree in sources().items() for node in ast.walk(tree)]


@cache
def nodes(kind):
    """Return (place, node) for every node of a kind."""
    return [(f"{file}:{node.lineno}", node) for file, node in all_nodes() if isinstance(node, kind)]


def name_of(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def words(node):
    """Return the string that a node is, or None."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def calls():
    """Yield every call of the source, and those of templates as the calls of methods that they look like."""
    yield from nodes(ast.Call)
    for file, template in TEMPLATES.items():
        for found in template.find_all(jinja2.nodes.Call):
            name = found.node.attr if isinstance(found.node, jinja2.nodes.Getattr) else found.node.name
            args = [ast.Constant(arg.value if isinstance(arg, jinja2.nodes.Const) else None) for arg in found.args]
            keywords = [ast.keyword(item.key, ast.Constant(None)) for item in found.kwargs]
            yield f"{file}:{found.lineno}", ast.Call(ast.Attribute(ast.Name("page"), name), args, keywords)


def keys_asked_for():
    """Yield (place, "area.name" or "name", call) for every message that the source asks for by a plain string."""
    for place, call in calls():
        if name_of(call) in SAYING:
            plain = isinstance(call.func, ast.Name) and call.func.id in ("say", "count")
            key = words(call.args[1 if plain else 0]) if len(call.args) > plain else None
            if key is not None and re.fullmatch(r"[a-z_.]+", key):
                yield place, key, call
        elif name_of(call) in PROBLEMS and call.args:
            code = words(call.args[0])
            if code is not None and re.fullmatch(r"[a-z_]+", code):
                yield place, f"problems.{code}", call


def script_words():
    """Return the plain strings of the scripts, and the starts of keys that they put together."""
    text = "\n".join(SCRIPTS.values())
    plain = {word.removeprefix("page_") for word in re.findall(r'"([a-z_.]+)"', text)}
    return plain, set(re.findall(r"`([a-z_.]*_)\$\{", text))


def test_every_key_that_a_script_asks_for_is_there():
    words = set(form_words("en", with_engine=True))
    assert words == set(form_words("ms", with_engine=True)) > set(form_words("en"))
    for file, text in SCRIPTS.items():
        for key in re.findall(r'\b(?:say|count)\(\s*"([a-z_.]+)"', text):
            assert key in words, (file, key)
        for start in re.findall(r"\b(?:say|count)\(\s*`([a-z_.]+)\$", text):
            assert any(key.startswith(start) for key in words), (file, start)
        for code in re.findall(r'\b(?:complaints|this)\.add\("([a-z_]+)"', text):
            assert f"problems.{code}" in words, (file, code)
        for code in re.findall(r'\bcode: "([a-z_]+)"', text):
            assert {f"problems.{code}", code.removeprefix("page_")} & words, (file, code)


def find(key):
    """Return the messages that a key can mean: with its area, or of a helper that fills the area in."""
    area, _, name = key.rpartition(".")
    areas = [AREAS[area]] if area else list(AREAS.values())
    return [messages[name] for messages in areas if name in messages]


# Each message


@each("area, name, entry", ALL)
def test_a_message_is_whole(area, name, entry):
    assert set(LANGUAGES) <= set(entry) <= {*LANGUAGES, *(f"{lang}.one" for lang in LANGUAGES)}
    for text in entry.values():
        assert text.strip() == text.removeprefix(" ") != ""  # one space leads where the text is joined to another
        assert "  " not in text
        list(Formatter().parse(text))  # braces are closed
        assert all(re.fullmatch(r"[A-Za-z_]+(:[^}]*)?|(key|cmd)\[[a-z_]+\]", field) for field in fields(text))
        assert things(text) | {"n"} == things(entry["en"]) | {"n"}
    assert things(entry["en"]) == things(entry["ms"])


def test_what_is_said_of_one_thing_differs_from_what_is_said_of_several():
    for area, name, entry in ALL:
        for wording in set(entry) - set(LANGUAGES):
            assert entry[wording] != entry[wording.removesuffix(".one")], (area, name)


def test_a_problem_has_one_message():
    rooms = [name for _, name, _ in iter_modules([str(PACKAGE / "text" / "problems")])]
    each_room = [import_module(f"aiassess.text.problems.{name}").MESSAGES for name in rooms]
    assert sum(map(len, each_room)) == len(AREAS["problems"])


ENGLISH = r"\b(the|and|is|are|of|with|not|must|should|which|this|that|from|has|have|been|was|were|for|when)\b"
MALAY = r"\b(yang|dan|atau|untuk|dengan|tidak|adalah|bagi|kepada|boleh|ini|itu|dalam|oleh|jika|akan|ialah|mesti)\b"


@pytest.mark.parametrize(("lang", "foreign"), [("ms", ENGLISH), ("en", MALAY)])
def test_no_word_of_the_other_language_is_left(lang, foreign):
    for area, name, entry in ALL:
        # What a user types may be given in both languages, split by a bar; what stands in quotes or backticks is neither.
        for wording in {lang, f"{lang}.one"} & set(entry):
            text = re.sub(r"`[^`]*`|“[^”]*”|\{[^}]*\}|is, any_of, [^;]*;|all, any, not", "", entry[wording])
            assert "|" in text or not re.search(foreign, text), (area, name, text)


def test_sentences_differ_between_the_languages():
    for area, name, entry in ALL:
        letters = re.sub(r"\{[^}]*\}|\W", "", entry["en"])
        if len(letters) > 20 and "|" not in entry["en"]:
            assert entry["en"] != entry["ms"], (area, name)


def test_terhad_never_stands_alone():
    for area, name, entry in ALL:
        assert "Terhad" not in entry["ms"].replace("Risiko Terhad", "").replace("Terhad (klasifikasi", ""), (area, name)


# Keys and their use


def test_every_key_asked_for_exists():
    asked = list(keys_asked_for())
    assert len(asked) > 100
    missing = [(place, key) for place, key, _ in asked if not find(key)]
    assert not missing


def test_what_is_said_of_one_thing_is_counted():
    for place, key, call in keys_asked_for():
        if name_of(call) != "count":
            assert not all("en.one" in entry for entry in find(key)), (place, key)


def prefixes():
    """Yield (place, start) of every key that is put together: f"verdict_{…}" or "severity_" + …."""
    for place, node in nodes(ast.JoinedStr):
        yield place, words(node.values[0]) or ""
    for place, node in nodes(ast.BinOp):
        yield place, words(node.left) or ""
    for file, template in TEMPLATES.items():
        for node in template.find_all(jinja2.nodes.Concat):
            yield f"{file}:{node.lineno}", getattr(node.nodes[0], "value", "")


def test_every_prefix_asked_for_exists():
    for place, prefix in prefixes():
        area, dot, start = prefix.partition(".")
        if dot and area in AREAS and re.fullmatch(r"[a-z_]*", start):
            assert any(name.startswith(start) for name in AREAS[area]), (place, prefix)


def test_every_message_is_used():
    strings = {node.value for _, node in nodes(ast.Constant) if isinstance(node.value, str)}
    strings |= {node.value for template in TEMPLATES.values() for node in template.find_all(jinja2.nodes.Const)}
    starts = {
        start.rpartition(".")[2] for _, start in prefixes() if re.fullmatch(r"([a-z]+\.)?[a-z]+(_[a-z]+)*_", start)
    }
    ends = {words(node.values[-1]) or "" for _, node in nodes(ast.JoinedStr)}  # f"{key}_short"
    ends = {"", *(end for end in ends if re.fullmatch(r"(_[a-z]+)+", end))}
    plain, begun = script_words()
    strings |= {word if "." in word else f"page.{word}" for word in plain}
    strings |= {f"page.{name}" for name in AREAS["page"] if any(name.startswith(start) for start in begun)}
    unused = []
    for area, name, _ in ALL:
        keys = {name.removesuffix(end) for end in ends}
        if not {f"{area}.{name}", *keys} & strings and not any(name.startswith(start) for start in starts):
            unused.append(f"{area}.{name}")
    assert not unused


def test_every_field_is_given():
    for place, key, call in keys_asked_for():
        given = {keyword.arg for keyword in call.keywords} | ({"n"} if name_of(call) == "count" else set())
        literal = next((arg for arg in call.args[1:] if isinstance(arg, ast.Dict)), None)
        if literal is not None and None not in literal.keys:
            given |= {words(name) for name in literal.keys}
        elif name_of(call) == "Problem" and len(call.args) > 1:
            continue  # its values are made elsewhere
        if None in given or name_of(call) in ("check_choice", "Word"):
            continue
        given |= {"key", "cmd"}  # what the screens' own say() gives to every message: keys' names, commands' words
        if "portfolio" in place:  # PortfolioWords gives what is assessed to every message of a summary
            given |= {"system", "systems", "System", "Systems"}
        needed = [fields(entry["en"]) for entry in find(key)]
        assert any({re.sub(r"[:\[].*", "", field) for field in each} <= given for each in needed), (place, key, needed)


# Nothing is said that is not a message


def literals(node):
    """Yield the strings that an expression prints, but not those inside calls that turn keys into messages."""
    if isinstance(node, ast.Call) and name_of(node) not in ("join", "format"):
        return
    if words(node) is not None:
        yield words(node)
    for child in ast.iter_child_nodes(node):
        yield from literals(child)


def test_no_sentence_is_printed_from_the_source():
    for place, call in nodes(ast.Call):
        spoken = name_of(call) in ("complain", "print_result", "print", "echo", "secho") or (
            name_of(call) in ("write", "writelines") and "std" in ast.dump(call.func)
        )
        if spoken and not place.startswith("questionnaire/"):  # there complain() takes the code of a problem
            for text in (text for arg in call.args for text in literals(arg)):
                assert not re.search(r"[A-Za-z]{2,} +[A-Za-z]{2,}", text), (place, text)


# The functions themselves


def test_say_falls_back_to_english_for_a_language_it_does_not_speak():
    assert FALLBACK in LANGUAGES
    assert say("zh", "problems.empty_file") == say("en", "problems.empty_file") == "The file is empty."
    assert say("ms", "problems.empty_file") == "Fail ini kosong."


def test_say_fills_fields_of_any_name():
    assert "“a”" in say("en", "problems.duplicate_key", key="a", first_line=1)
    assert "{}" in say("en", "problems.json_syntax", reason="{}")
    assert "{{" not in say("en", "problems.schema_blocker", found="x")


def test_count_chooses_by_number():
    assert count("en", "report.missing_count", 1) == "1 question is missing or unsure."
    assert count("en", "report.missing_count", 0) == "0 questions are missing or unsure."
    assert count("ms", "report.missing_count", 1).startswith("1 soalan")
    assert count("ms", "report.missing_count", 2).startswith("2 soalan")
    assert count("zh", "report.missing_count", 1) == "1 question is missing or unsure."


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        (("ms",), "ms"),
        (("ms_MY.UTF-8",), "ms"),
        (("en-GB",), "en"),
        (("MS",), "ms"),
        (("C.UTF-8", "ms"), "ms"),
        (("C",), None),
        (("zh", "en"), "en"),
        ((None, "", "ms"), "ms"),
        (("msx",), None),
        ((), None),
    ],
)
def test_the_first_wish_that_is_spoken(wishes, language):
    assert resolve_language(*wishes) == language


def test_wishes_among_other_languages():
    assert resolve_language("ms", "zh_CN", offered=("zh",)) == "zh"
