"""The summary of a batch: sums that add up in any order, and the data made from them (docs/batch.md#summary).

rows -> sums (in workers, in parts) -> portfolio (plain data) -> render/portfolio.
"""
