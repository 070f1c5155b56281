"""The report as one self-contained HTML page, and what other pages can be made of (docs/report-format.md#html)."""

from aiassess.render.html.report import render_html

__all__ = ["render_html"]
