"""Signs and styles: with UTF-8 or without, never by colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from aiassess.interview.protocol import Mark
from aiassess.safe import safe_text
from aiassess.stdio import NEAREST

STYLE = {
    "section": "bold",
    "bar": "ansicyan",
    "notice": "ansiyellow",
    "intro": "italic",
    "question": "bold",
    "status": "ansiyellow",
    "pointer": "bold ansicyan",
    "chosen": "bold",
    "field": "underline",
    "active": "bold ansicyan",
    "problem": "bold ansired",
    "said": "bold",
    "key": "bold",
    "heading": "bold",
    "flag": "bold ansired",
    "open": "ansiyellow",
}
"""Every style changes weight or is beside words that say the same: NO_COLOR loses nothing."""

_MARKS: Mapping[Mark, tuple[str, str]] = {
    "answered": ("●", "*"),
    "missing": ("○", "o"),
    "unsure": ("?", "?"),
    "not_applicable": ("–", "-"),
    "optional": ("·", "."),
    "unconfirmed": ("≈", "~"),
    "red_flag": ("⚑", "!"),
}


@dataclass(frozen=True, eq=False)
class Glyphs:
    """The signs of a terminal that can show UTF-8, or cannot: it shows what is nearest in its ``encoding``."""

    utf8: bool = True
    encoding: str = "utf-8"
    rule: str = "─"
    bar: str = "█"
    empty: str = "░"
    ellipsis: str = "…"
    chosen: str = "(•)"
    side: str = "│ "
    up: str = "▲"
    down: str = "▼"
    arrows: str = "↑↓"
    times: str = "×"
    dash: str = "–"
    dot: str = "·"
    notice: str = "» "

    def clean(self, text: str) -> str:
        """Return text harmless for the terminal; tabs become spaces, newlines stay."""
        text = safe_text(text).replace("\t", "    ")
        return text if self.utf8 else text.encode(self.encoding, NEAREST).decode(self.encoding)

    def mark(self, mark: Mark) -> str:
        """Return the sign of a question's state; it is never shown without the word."""
        return _MARKS[mark][0 if self.utf8 else 1]

    def product(self, one: int | None, other: int | None) -> str:
        """Return a rating with the numbers that it is made of; a dash if it is not rated."""
        return self.dash if one is None or other is None else f"{one} {self.times} {other} = {one * other}"


UNICODE = Glyphs()
ASCII = Glyphs(
    utf8=False,
    encoding="ascii",
    rule="-",
    bar="#",
    empty=".",
    ellipsis="...",
    chosen="(x)",
    side="| ",
    up="^",
    down="v",
    arrows="Up/Down",
    times="x",
    dash="-",
    dot="*",
    notice="> ",
)


def glyphs_for(encoding: str | None) -> Glyphs:
    """Return the glyphs that an output with this encoding can show."""
    signs = [sign for sign in vars(UNICODE).values() if isinstance(sign, str)]
    try:
        "".join((*signs, *(both[0] for both in _MARKS.values()))).encode(encoding or "ascii")
    except UnicodeEncodeError:
        return replace(ASCII, encoding=encoding or "ascii")
    except LookupError:
        return ASCII
    return UNICODE
