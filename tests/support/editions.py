"""gpaisa 1.0.0, which stays as it is: tests that need a large questionnaire, or exact figures, are about this edition."""

from pathlib import Path

GPAISA = "gpaisa@1.0.0"
ANSWERS = Path(__file__).parents[1] / "editions" / "gpaisa-1.0.0"
"""The examples that were shipped with it."""
