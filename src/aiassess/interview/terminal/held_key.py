"""A key that is held down, or that bounces, answers no more than one question, and confirms nothing unseen."""

from collections.abc import Callable

GUARD_SECONDS = 0.15
"""How long a key that has decided something is ignored since it last arrived; one that is held repeats about every 0.03 s."""

_DECIDING = ("c-m", "c-j")


class HeldKey:
    """Knows which key has decided something, and until when it means nothing: it was let go, or another key was pressed."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._key = ""
        self._came = 0.0
        self._guarded = False

    def guard(self) -> None:
        """Guard against the key that was pressed last: it decided something, such as an answer."""
        self._guarded = True

    def ended(self) -> None:
        """Guard against it if it could decide something on the next page as well; what leads elsewhere may be held down."""
        self._guarded = self._guarded or self._key in _DECIDING or len(self._key) == 1

    def ignores(self, key: str) -> bool:
        """Return whether a key that arrived now is still the one that decided something before."""
        now = self._clock()
        self._guarded = self._guarded and key == self._key and now - self._came < GUARD_SECONDS
        self._key, self._came = key, now
        return self._guarded
