"""The fast way from submissions' bytes to their cells; where it is not certain, the engine's own way is taken.

bytes -> what is answered (reading, one by one) -> states (values, many at once) -> rows (outcome).
"""

from aiassess.batch.fast.judge import FastJudge

__all__ = ["FastJudge"]
