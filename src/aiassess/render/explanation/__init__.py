"""An explanation as Markdown and as text (docs/explain.md)."""
