"""What people type or paste, at its worst: it must come out as text, in every format."""

import unicodedata

TERMINAL = [
    "\x1b[2J\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "\x9b31mC1\x9b0m \x90device\x9c",
    "bell\x07 back\x08space \x7fdelete",
    "one\rtwo",
    "nul\x00 unit\x1f vt\x0b ff\x0c fs\x1c",
    "\x85next line \u2028line \u2029paragraph",
]
BIDI = [
    "\u202eevil\u202c",
    "\u2066isolate\u2069 \u061c \u200e\u200f",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 123",
]
INVISIBLE = [
    "zero\u200bwidth\u2060word\ufeffmark",
    "tag\U000e0041\U000e007fs",
    "a\u00adsoft",
    "e\u0301\u0323\u0323 combining",
    "\u200d\u200c joiners",
    "no XML holds \ufffe or \uffff",
]
MARKUP = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- comment --> <?php ?> <![CDATA[x]]>",
    "</td></table><h1>x</h1>",
    "a < b > c & d &amp; &lt;b&gt; &#60;",
    "[click](javascript:alert(1))",
    "](javascript:alert(1)) [",
    "![image](http://evil.example/x.png)",
    "[ref]: http://evil.example 'title'",
    "[ref][ref] [^1] [^1]: note",
    "<http://evil.example> <me@evil.example>",
    "http://evil.example https://evil.example ftp://evil.example",
    "www.evil.example WWW.evil.example",
    "mailto:me@evil.example me@evil.example @everyone",
    ":smile: :+1: 10:30:45",
    "`code` ``co`de`` ```",
    "*em* **strong** _em_ __strong__ ***both***",
    "~~struck~~ ~sub~ ^sup^ ==mark==",
    "$math$ $$x$$ \\(x\\)",
    "a | b | c",
    "| --- | --- |",
    "\\| \\\\| \\",
    "ends in a backslash\\",
    "ends in a backtick `",
    "{{ template }} {% raw %} ${var}",
    "[bold]rich[/bold] [red]x[/] \\[x]",
    "%s %d {0} {name} {",
]
LINES = [
    "# heading",
    "###### heading ######",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "10) item",
    "> quotation",
    "---",
    "***",
    "___",
    "===",
    "```",
    "~~~ python",
    "    indented code",
    "\tindented by a tab",
    "- [ ] task",
    ": definition",
    "|cell|cell|",
    "--- title",
    "<div>",
    "term\\",
]
FORMULAS = ["=cmd|' /C calc'!A0", "+1+1", "-1-1", "@SUM(A1)", "\t=1+1", "%0A%3Cscript%3E"]
LONG = [
    "w" * 3000,
    "漢" * 500,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466" * 40,
    "a" * 70 + " " + "b" * 90,
]
SEVERAL = [
    "\n".join(LINES),
    "first\n\n\nsecond\n",
    "\n".join(["| a | b |", "| --- | --- |", "| c | d |"]),
    "a\r\nb\rc\n\n  d",
]
SEVERAL += [
    "```\nfence\n```\n\n# after",
    "text\n===\n\ntext\n---\n",
    "> a\n> b\n\n1. c\n2. d",
    "<div>\n\n</div>\n\n<!--\n-->",
]

ONE_LINE = [*TERMINAL, *BIDI, *INVISIBLE, *MARKUP, *LINES, *FORMULAS, *LONG]
STRINGS = [*ONE_LINE, *SEVERAL]

# What an author's text may hold: lint refuses control characters there.
AUTHORS = [*MARKUP, *LINES[:-1], *FORMULAS[:4], *LONG]


def controls_in(text: str, allowed: str = "\n") -> list[str]:
    """Return the characters of a text that control a terminal, reorder what is read, or hide."""
    return [hex(ord(letter)) for letter in set(text) - set(allowed) if is_control(letter)]


def is_control(letter: str) -> bool:
    """Return whether a character is a control, a separator of lines, a bidirectional control, a tag or a lone surrogate."""
    kind = unicodedata.category(letter)
    bidi = unicodedata.bidirectional(letter) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    marks = letter in "\u061c\u200b\u200e\u200f\u2060\ufeff"
    return kind in ("Cc", "Cs", "Zl", "Zp") or bidi or marks or 0xE0000 <= ord(letter) < 0xE0080
