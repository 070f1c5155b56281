"""A report as HTML, Markdown and text (docs/report-format.md)."""
