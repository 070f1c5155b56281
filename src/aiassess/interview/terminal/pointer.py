"""What is pointed at in a list."""

from collections.abc import Callable


class Pointer:
    """A place in a list of ``count()`` entries, or none: nothing is pointed at until the person does.

    ``number``: what an entry is called by somebody who types digits.
    """

    def __init__(
        self, count: Callable[[], int], at: int | None = None, number: Callable[[int], str] = lambda at: str(at + 1)
    ) -> None:
        self.at = at
        self.count = count
        self._number = number
        self._digits = ""

    def move(self, step: int) -> None:
        """Move by so many entries; from nowhere, to the first or the last one. Stops at the ends."""
        self._digits = ""
        if self.at is None:
            self.go(0 if step > 0 else -1)
        else:
            self.at = max(0, min(self.count() - 1, self.at + step))

    def go(self, place: int) -> None:
        """Go to an entry, the first (0) or the last one (-1); a number that was being typed has ended."""
        self._digits, count = "", self.count()
        self.at = place % count if count else None

    def char(self, char: str) -> None:
        """Move as in other programs, or point by number.

        Digits typed one after the other make a longer number if there is such an entry.
        """
        if char in ("j", "k"):
            self.move(1 if char == "j" else -1)
        elif char.isascii() and char.isdigit():
            found = (
                (at, typed)
                for typed in (self._digits + char, char)
                for at in range(self.count())
                if self._number(at).startswith(typed)
            )
            self.at, self._digits = next(found, (self.at, ""))
