"""HTML pages, each self-contained: the report, and what other pages are made of (docs/report-format.md#html)."""
