"""The line-by-line screen, in parts: streams and commands, what is shown, one question, the small dialogues."""

from aiassess.interview.plain.line_screen import PlainScreen

__all__ = ["PlainScreen"]
