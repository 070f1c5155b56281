"""Several whole numbers side by side in one integer, so that one addition adds them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = {1: "B", 2: "H", 4: "I", 8: "Q"}


class Fields:
    """Where each number stands. ``most`` names the numbers, from the lowest bits up, and the most their sums can come to.

    ``words``: each begins at a byte and takes as many as ``struct`` has a word for, so that ``struct`` can take the integer
    apart by ``format``.
    """

    def __init__(self, most: Mapping[str, int], *, words: bool = False) -> None:
        self._places: dict[str, tuple[int, int]] = {}
        self.format = "<"
        self.bits = 0
        for name, largest in most.items():
            width = max(largest.bit_length(), 1)
            if words:
                size = next((size for size in _WORDS if 8 * size >= width), (width + 7) // 8)
                self.format += _WORDS.get(size, f"{size}s")
                width = 8 * size
            self._places[name] = (self.bits, (1 << width) - 1)
            self.bits += width

    def pack(self, **values: int) -> int:
        """Return the numbers in one; those not given are 0."""
        return sum(value << self._places[name][0] for name, value in values.items())

    def read(self, packed: int | bytes) -> tuple[int, ...]:
        """Return the numbers, in their order; ``packed`` may be little-endian bytes."""
        if isinstance(packed, bytes):
            packed = int.from_bytes(packed, "little")
        return tuple(packed >> offset & ones for offset, ones in self._places.values())
