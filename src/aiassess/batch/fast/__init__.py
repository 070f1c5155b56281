"""The fast way from a submission's bytes to its cells; where it is not certain, the engine's own way is taken."""

from aiassess.batch.fast.judge import compile_judge, source_of

__all__ = ["compile_judge", "source_of"]
