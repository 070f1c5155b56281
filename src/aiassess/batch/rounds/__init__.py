"""Two rounds compared: the rows of an earlier one beside those of this one (docs/batch.md#rounds).

earlier rows -> comparison with this round's -> data of the summary, and the list of changes.
"""
