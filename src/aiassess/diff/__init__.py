"""What changed between two reports, as data (docs/diff-format.md)."""
