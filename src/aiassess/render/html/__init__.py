"""Self-contained HTML pages: the report, and the frame of every page (docs/report-format.md#html)."""
