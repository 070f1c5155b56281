"""Many submissions: read as a stream, judged side by side, one row each (docs/batch.md).

inputs -> chunks -> desk (submissions, judge, rows) -> table; summary. The judge is ``fast``, with the engine behind it.
"""
