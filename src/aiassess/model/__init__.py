"""What the program speaks of: questionnaires and answers, as frozen data."""
