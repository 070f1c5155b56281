"""The arithmetic: pure functions of questionnaire and answers (docs/scoring.md)."""
