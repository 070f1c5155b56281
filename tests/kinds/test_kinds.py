"""Every kind of question stands in every registry, and nobody else tells kinds apart."""

import ast
import copy
import pickle
import re
from importlib.util import find_spec
from pathlib import Path

from aiassess.batch.fast.kinds import COLUMNS
from aiassess.interview.plain.kinds import ASKING
from aiassess.interview.terminal.kinds import PAGES
from aiassess.kinds.registry import KINDS, ByKind
from aiassess.model.conditions import TESTS, AnyOf
from aiassess.model.risks import RATING_HIGHEST
from aiassess.resources import load_schema
from aiassess.text import LANGUAGES, say
from support.each import each
from support.tiny import EVERY_TYPE

PACKAGE = Path(find_spec("aiassess").origin).parent
NAMES = ByKind._fields
# A column's type is not a question's; the subject names kinds in a table of its own.
OTHERS = {
    ("batch/excel.py", "column.type == 'date'"),
    ("batch/parquet.py", "types[column.type]"),
    ("batch/parquet.py", "column.type == 'date'"),
    ("batch/parquet.py", "column.type == 'number'"),
    ("questionnaire/checks/questions.py", "doc.questions.get(name, {}).get('type') != expected"),
}
# What tells the types of other tools apart, to give their questions one of our kinds.
READERS = ("imports",)


@each("registry", [KINDS, PAGES, ASKING, COLUMNS])
def test_every_kind_stands_in_every_registry(registry):
    """A ``ByKind`` cannot be made without one of them; nor is one filled with nothing."""
    assert isinstance(registry, ByKind)
    assert None not in registry


def test_kinds_stand_under_their_names():
    assert tuple(kind.name for kind in KINDS) == NAMES
    for kind in KINDS:
        assert KINDS.named(kind.name) is kind
        assert copy.deepcopy(kind) is pickle.loads(pickle.dumps(kind)) is kind


def test_every_kind_is_tried_wherever_every_kind_is():
    assert {question.kind for question in EVERY_TYPE.questions} == {*KINDS}


def test_authors_can_write_every_kind_and_no_other():
    written = load_schema("questionnaire")["$defs"]["question"]["properties"]["type"]["enum"]
    assert sorted(written) == sorted(NAMES)


def test_conditions_look_at_every_kind_with_options():
    for test in TESTS:
        assert test.about is None or any(test.about in kind.shows for kind in KINDS)
    for question in EVERY_TYPE.questions:
        assert (AnyOf.about in question.kind.shows) == bool(question.options)


@each("lang", LANGUAGES)
def test_every_kind_has_its_words(lang):
    for name in NAMES:
        assert say(lang, f"kinds.{name}")
        assert say(lang, f"problems.type_{name}")


def tells_kinds_apart(node: ast.AST) -> bool:
    """Whether code looks at the type of a question, or of one as a questionnaire writes it, to do one thing or another."""

    def is_type(part: ast.AST) -> bool:
        match part:
            case ast.Attribute(attr="type") | ast.Subscript(slice=ast.Constant("type")):
                return True
            case ast.Call(func=ast.Attribute(attr="get"), args=[ast.Constant("type"), *_]):
                return True
        return isinstance(part, ast.Attribute) and part.attr == "name" and ast.unparse(part.value).endswith("kind")

    match node:
        case ast.Compare(left, _, others):
            return any(map(is_type, (left, *others)))
        case ast.Match(subject) | ast.Subscript(slice=subject):
            return is_type(subject)
        case ast.Call(func=ast.Attribute(attr="get" | "index"), args=args):
            return any(map(is_type, args))
    return False


def test_only_kinds_and_registries_tell_kinds_apart():
    found = {
        (file.relative_to(PACKAGE).as_posix(), ast.unparse(node))
        for file in PACKAGE.rglob("*.py")
        if file.name not in ("kinds.py", "kind.py") and file.parent.name not in ("kinds", *READERS)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if tells_kinds_apart(node)
    }
    assert found == OTHERS


def test_the_test_sees_what_it_looks_for():
    seen = ["question.type == 'date'", "x if q['type'] in y else z", "pages[question.type]", "pages.get(q.get('type'))"]
    seen += ["match question.type:\n    case _: pass", "question.kind.name == 'date'", "KINDS.index(question.type)"]
    for code in seen:
        assert any(map(tells_kinds_apart, ast.walk(ast.parse(code)))), code


# The scale of risks


def bounded(part: object, name: str = "") -> list[tuple[str, int]]:
    """Return every whole number from 1 on that a schema bounds, by the name of what has it, with the bound."""
    if isinstance(part, list):
        return [found for item in part for found in bounded(item, name)]
    if not isinstance(part, dict):
        return []
    here = [(name, part["maximum"])] if part.get("minimum") == 1 and "maximum" in part else []
    return here + [
        found for key, item in part.items() for found in bounded(item, key if key not in ("anyOf", "allOf") else name)
    ]


def test_schemas_have_the_scale_of_risks():
    scale, rating = RATING_HIGHEST, RATING_HIGHEST**2
    assert {most for _, most in bounded(load_schema("answers"))} == {scale}
    assert ("rating_at_least", rating) in bounded(load_schema("questionnaire"))
    for name in ("report", "diff"):
        assert {("scale", scale), ("rating", rating)} <= {*bounded(load_schema(name)["$defs"])}


def test_texts_have_the_scale_of_risks():
    scale = re.compile(r"\b1(?: \([^)]*\))?(?:-| to | hingga )([0-9]+)\b")
    files = (PACKAGE / "text").rglob("*.py")
    told = [most for file in files for most in scale.findall(file.read_text(encoding="utf-8"))]
    assert len(told) > 20
    assert {*told} == {str(RATING_HIGHEST)}
