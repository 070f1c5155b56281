"""Picking several lines of a list in a terminal: a small form outside the interview, on questionary's own prompt."""

from aiassess.safe import safe_line
from aiassess.text import say


def pick_several(title: str, lines: list[str], *, language: str) -> list[int]:
    """Return the places of the lines that the person ticks; none if nothing is ticked.

    Raises KeyboardInterrupt on Ctrl-C. Call only if ``mode.choose_mode`` says "screen".
    """
    import questionary  # noqa: PLC0415 - takes a tenth of a second, and few commands ask

    choices = [questionary.Choice(title=safe_line(line), value=place) for place, line in enumerate(lines)]
    prompt = questionary.checkbox(
        title, choices=choices, qmark="", pointer=">", instruction=say(language, "interview.pick_keys")
    )
    # ``ask`` would print a message of its own on Ctrl-C and go on as if nothing had been picked.
    picked: list[int] = prompt.unsafe_ask()
    return picked
