"""What is so of every set of answers to a questionnaire, proven or with the answers that show otherwise (docs/proofs.md)."""
