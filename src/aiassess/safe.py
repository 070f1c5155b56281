"""Text of unknown origin, made harmless for a terminal or a line of a message (docs/security.md)."""

import re

# C0 and C1 controls, line and paragraph separators, every bidirectional control and the invisible tags, and lone
# surrogates: what moves the cursor, reorders what is read, hides text, or cannot be encoded.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match.group()):x}}}"


def safe_text(text: str) -> str:
    r"""Return text with every control character written out as ``\u{1b}``; newline and tab stay.

    A carriage return before a newline is dropped: it is a line ending, not a command.
    """
    return _UNSAFE.sub(_escape, text.replace("\r\n", "\n"))


def safe_line(text: str, limit: int | None = None) -> str:
    """Return text made safe and put on one line, cut to ``limit`` characters with an ellipsis."""
    line = " ".join(safe_text(text).split())
    if limit is not None and len(line) > limit:
        return line[: max(0, limit - 1)] + "…"
    return line
