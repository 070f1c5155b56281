"""Why a text is not YAML, in our words and at the place of the mistake (docs/errors.md#yaml-that-cannot-be-read).

The parser speaks English alone, and notices many mistakes lines later. What it says is told apart by the few words that libyaml
and its pure Python counterpart share; the text itself tells more.
"""

import re
from itertools import takewhile

import yaml

from aiassess.errors import Problem, Word

Place = tuple[int, int]
"""Line and column, from 0."""

_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
_ODD_SPACE_OF_YAML = re.compile(f"(?:^\\s*?|[-:,\\[{{]\\s*?)({_ODD_SPACE.pattern})")
"""One meant for YAML: in an indentation, or after a colon, dash or comma. Others are part of a text."""
_CURLY = re.compile("(?:^|[-:,\\[{])\\s+([\u2018\u2019\u201c-\u201f\u00ab\u00bb])")
_LONG_DASH = re.compile("\\s*([\u2010-\u2015\u2212])\\s")
_QUOTE_FLOW = re.compile(r"\s*(?:-\s+)*[\w-]+:\s+([\[{])")
_COLON_IN_BRACES = re.compile(r"[{,]\s*[\w-]+:\s+([^\s\"'\[{&*][^,{}\[\]]*?):\s")
_NO_SPACE_AFTER_DASH = re.compile(r"\s*-[^\s-]")
_NO_SPACE_AFTER_COLON = re.compile(r"\s*(?:-\s+)*[\w-]+:(?=[^\s])")
_KEY_WITH_VALUE = re.compile(r"\s*(?:-\s+)*[\w\"'-]+:\s+[^\s#|>]")
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_MOST_SCANNED = 300_000
"""Characters before the error that are looked through for its cause, with a parser twenty times as slow as libyaml."""


def syntax_problem(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """Return the one problem that a parser's error is, with its place."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _control_character(error, text, shown)
    mark = error.problem_mark or error.context_mark
    lines = BREAK.split(text)
    here = (mark.line, mark.column) if mark else (0, 0)
    context = error.context_mark
    since = (context.line, context.column) if context else here
    said = ", ".join(filter(None, (error.context, error.problem)))
    word, (line, column) = _cause(said, text, lines, here, since)
    return Problem("yaml_syntax", {"reason": word}, shown, line + 1, column + 1)


def _control_character(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """Return the problem for a character that YAML refuses: the parser does not say on which line it is."""
    bad = _CONTROL.search(text)
    if bad is None:
        return Problem("yaml_syntax", {"reason": Word("yaml_other", {"reason": str(error).splitlines()[0]})}, shown)
    line = text.count("\n", 0, bad.start()) + 1
    column = bad.start() - text.rfind("\n", 0, bad.start())
    reason = Word("yaml_control", {"character": _code_point(bad[0])})
    return Problem("yaml_syntax", {"reason": reason}, shown, line, column)


def _cause(said: str, text: str, lines: list[str], here: Place, since: Place) -> tuple[Word, Place]:
    """Return what is wrong and where: first what is seen in the text, then what the parser's words tell."""
    for number in (here[0], here[0] - 1):
        line = lines[number] if 0 <= number < len(lines) else ""
        indentation = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indentation:
            return Word("yaml_tab"), (number, indentation.index("\t"))
        if found := _ODD_SPACE_OF_YAML.search(line):
            return Word("yaml_odd_space", {"character": _code_point(found[1])}), (number, found.start(1))
        if found := _CURLY.search(line):
            return Word("yaml_curly_quote", {"character": found[1]}), (number, found.start(1))
        if found := _LONG_DASH.match(line):
            return Word("yaml_long_dash", {"character": found[1]}), (number, found.start(1))
    quoted = _quoted_before(text, here)
    if "quoted scalar" in said and "end of stream" in said:
        return Word("yaml_quote_open"), since
    if quoted is not None:
        start, end = quoted
        if start[0] < end[0]:
            return Word("yaml_quote_late", {"line": end[0] + 1}), start
        return Word("yaml_after_quote"), here
    return _told(said, lines, here, since)


def _told(said: str, lines: list[str], here: Place, since: Place) -> tuple[Word, Place]:
    line = lines[here[0]] if here[0] < len(lines) else ""
    character = line[here[1] : here[1] + 1]
    if "mapping values are not allowed" in said:
        return _colon(lines, here)
    if "expected ':'" in said:
        if found := _NO_SPACE_AFTER_COLON.match(lines[since[0]]):
            return Word("yaml_colon_space"), (since[0], found.end() - 1)
        return Word("yaml_no_colon"), since
    if "flow mapping" in said and (found := _COLON_IN_BRACES.search(line)):
        return Word("yaml_colon_in_braces"), (here[0], found.end(1))
    if "flow sequence" in said or "flow mapping" in said:
        return Word("yaml_bracket", {"line": here[0] + 1}), since
    if "alias" in said or "anchor" in said:
        return Word("yaml_start", {"character": "*" if "alias" in said else "&"}), since
    if "cannot start any token" in said and character:
        return Word("yaml_start", {"character": character}), here
    if "escape" in said or "hexadecimal" in said:
        return Word("yaml_escape"), here
    if "block scalar" in said:
        return Word("yaml_block_text"), since
    if "node" in said:
        return (Word("yaml_unexpected", {"character": character}) if character else Word("yaml_ends")), here
    return _out_of_place(said, line, here, since) or (Word("yaml_other", {"reason": said}), here)


def _out_of_place(said: str, line: str, here: Place, since: Place) -> tuple[Word, Place] | None:
    """Tell what stands where the next key or entry of a block was expected."""
    if "block mapping" not in said and "block collection" not in said:
        return None
    if line[here[1] : here[1] + 1] in ("]", "}"):
        return Word("yaml_bracket_extra", {"character": line[here[1]]}), here
    if (found := _QUOTE_FLOW.match(line)) and found.end() < here[1]:
        return Word("yaml_start", {"character": found[1]}), (here[0], found.start(1))
    if _NO_SPACE_AFTER_DASH.match(line):
        return Word("yaml_dash_space"), here
    return Word("yaml_dash" if "block collection" in said else "yaml_indent", {"line": since[0] + 1}), here


def _colon(lines: list[str], here: Place) -> tuple[Word, Place]:
    """Tell a colon within a text from a line that is indented too far, and from a colon before it without a space."""
    line, above = lines[here[0]], lines[here[0] - 1] if here[0] else ""
    if found := _NO_SPACE_AFTER_COLON.match(line):
        return Word("yaml_colon_space"), (here[0], found.end() - 1)
    if line.find(":") < here[1]:
        return Word("yaml_colon_in_text"), here
    if found := _NO_SPACE_AFTER_COLON.match(above):
        return Word("yaml_colon_space"), (here[0] - 1, found.end() - 1)
    deeper = len(line) - len(line.lstrip()) > len(above) - len(above.lstrip())
    if deeper and _KEY_WITH_VALUE.match(above):
        return Word("yaml_deeper"), (here[0], len(line) - len(line.lstrip()))
    return Word("yaml_colon_in_text"), here


def _quoted_before(text: str, here: Place) -> tuple[Place, Place] | None:
    """Return start and end of the quoted text that ends on the error's line, just before it, or None.

    A quotation mark that is not closed swallows lines up to the next one; the parser then stumbles over what follows that.
    """
    if sum(len(line) + 1 for line in text.splitlines()[: here[0]]) > _MOST_SCANNED:
        return None
    last = None
    try:
        tokens = yaml.scan(text, Loader=yaml.SafeLoader)
        for token in takewhile(lambda token: (token.start_mark.line, token.start_mark.column) < here, tokens):
            last = token if isinstance(token, yaml.ScalarToken) else None
    except yaml.YAMLError:
        pass  # the tokens before it are enough
    if last is None or last.style not in ("'", '"') or last.end_mark.line != here[0]:
        return None
    return (last.start_mark.line, last.start_mark.column), (last.end_mark.line, last.end_mark.column)


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"
