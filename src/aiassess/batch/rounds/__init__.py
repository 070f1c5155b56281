"""Two rounds compared: the rows of an earlier one beside those of this one (docs/rounds.md#the-earlier-round).

earlier rows -> comparison with this round's -> data of the summary, and the list of changes.
"""
