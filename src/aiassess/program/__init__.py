"""A questionnaire as a whole-number program: every answer a variable, every condition a 0/1 expression (docs/proofs.md)."""
