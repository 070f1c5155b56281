"""Results in the order of their chunks, whichever worker judges them and whichever dies."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, wait
from dataclasses import dataclass, field
from itertools import chain

from aiassess.batch.chunks import Chunk, Cutter, Files, Position, Range
from aiassess.batch.pool import POLL, Pool
from aiassess.batch.tasks import Result
from aiassess.errors import invalid


@dataclass
class _Stretch:
    """Chunks that come next, in order. ``careful``: only one is under way at a time; ``tries``: how many are left."""

    chunks: Iterator[Chunk]
    careful: bool = False
    tries: int = 0
    under_way: deque[tuple[Chunk, Future[Result]]] = field(default_factory=deque)


class Ordered:
    """Hands chunks to a pool and gives the results back in order.

    When workers die, the chunks that were under way are tried again, one by one; a deadly one is halved until the submission
    that kills is found.
    """

    def __init__(self, pool: Pool, cutter: Cutter, dead: Callable[[Chunk], Result]) -> None:
        """``dead``: gives the result of a chunk of one submission that kills every worker."""
        self._pool, self._cutter, self._dead = pool, cutter, dead
        self._stretches: list[_Stretch] = []
        self._lost: int | None = None

    def results(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, Result]]:
        """Yield each chunk with its result; one that was worked off in part is followed by what is left of it."""
        self._stretches = [_Stretch(iter(chunks))]
        while self._stretches:
            top = self._stretches[-1]
            self._fill(top)
            if not top.under_way:
                self._stretches.pop()
                continue
            chunk, future = top.under_way.popleft()
            error = outcome(future)
            if error is not None and isinstance(error, self._pool.deaths):
                if not self._try_again(top, chunk):
                    yield chunk, self._dead(chunk)
                continue
            result = future.result()
            if chunk.first == self._lost:
                # A row already says that the file cannot be read any further.
                result = Result(done=chunk.whole, number=chunk.number if isinstance(chunk, Range) else 0)
            elif result.lost:
                self._lost = chunk.first
            yield chunk, result
            if result.done != chunk.whole:
                self._stretches.append(_Stretch(self._rest(chunk, result), top.careful, 1))

    def _fill(self, stretch: _Stretch) -> None:
        while len(stretch.under_way) < (1 if stretch.careful else self._pool.width):
            chunk = next(stretch.chunks, None)
            if chunk is None:
                return
            stretch.under_way.append((chunk, self._pool.submit(chunk)))

    def _try_again(self, stretch: _Stretch, chunk: Chunk) -> bool:
        """Put a chunk whose worker died, or its halves, in front; return False if it is one submission with no tries left."""
        for other in self._stretches:
            for _, future in other.under_way:
                outcome(future)
        try:
            self._pool.revive()
        except self._pool.deaths:
            raise invalid("workers_die") from None
        halves = chunk.halves() if stretch.careful else None
        if stretch.careful and not (halves or stretch.tries):
            return False
        tries = 0 if stretch.careful and not halves else 1
        self._stretches.append(_Stretch(iter(halves or [chunk]), careful=True, tries=tries))
        return True

    def _rest(self, chunk: Chunk, result: Result) -> Iterator[Chunk]:
        left = chunk.rest(result.done, result.number)
        if not (isinstance(left, Files) and result.unread):
            return iter([left])
        behind = left.rest(1)
        blocks = self._cutter.of_file(left.inputs[0], left.first, Position())
        return chain(blocks, [behind] if behind.inputs else [])


def outcome(future: Future[Result]) -> BaseException | None:
    """Wait for a future; return what it raised. Raises InvalidInput if all workers are gone."""
    while not future.done():
        wait([future], timeout=POLL)
    error = CancelledError() if future.cancelled() else future.exception()
    if isinstance(error, CancelledError):
        raise invalid("workers_lost")
    return error
