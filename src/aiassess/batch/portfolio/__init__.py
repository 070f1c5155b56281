"""The summary of a batch: sums over rows that add up in any order, and what is told of them (docs/batch.md#summary).

rows -> sums (in workers, in parts) -> portfolio (plain data) -> render/portfolio.
"""
