"""The report as data, and its canonical bytes (docs/report-format.md)."""
