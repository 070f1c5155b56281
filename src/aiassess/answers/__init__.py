"""Answers files: read, checked, written (docs/answers-format.md)."""
