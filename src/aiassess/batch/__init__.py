"""Many submissions: read as a stream, judged side by side, one row each (docs/batch.md).

sources -> judge (fast, with the engine's own way behind it) -> rows -> writers; summary.
"""
