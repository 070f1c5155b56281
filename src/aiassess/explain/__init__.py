"""Why the level is what it is, and what would change it (docs/explain.md).

domain (what each question could be answered) -> encoding (the answers as variables) -> requirements (what a target asks, as
linear constraints) -> solver -> plan (the fewest changes, or why there are none) -> explanation (plain data).
"""
