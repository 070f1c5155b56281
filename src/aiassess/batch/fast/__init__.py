"""The fast way from submissions' bytes to their cells; where it is not certain, the engine's own way is taken.

bytes -> states' numbers (reading, one by one) -> rows (outcome, many at once).
"""

from aiassess.batch.fast.judge import FastJudge

__all__ = ["FastJudge"]
