"""A key that is held down, or that bounces, answers no more than one question."""

from collections.abc import Callable

GUARD_SECONDS = 0.15
"""How long a key that gave an answer is ignored since it last arrived; one that is held repeats about every 0.03 s."""


class HeldKey:
    """Knows which key gave an answer, and until when it means nothing: it was let go, or another key was pressed."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._key = ""
        self._came = 0.0
        self._guarded = False

    def answered(self) -> None:
        """Guard against the key that was pressed last: it gave an answer."""
        self._guarded = True

    def ignores(self, key: str) -> bool:
        """Return whether a key that arrived now is still the one that answered the question before."""
        now = self._clock()
        self._guarded = self._guarded and key == self._key and now - self._came < GUARD_SECONDS
        self._key, self._came = key, now
        return self._guarded
