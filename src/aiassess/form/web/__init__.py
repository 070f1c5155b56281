"""The form in a browser: one page that needs nothing else (docs/form.md)."""
