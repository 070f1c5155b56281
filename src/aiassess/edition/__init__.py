"""What a new edition of a questionnaire changes, and what that does to saved answers (docs/edition-diff.md)."""
