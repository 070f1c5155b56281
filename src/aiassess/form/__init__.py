"""Forms to fill in elsewhere: workbooks, pages for a browser, and papers for meetings (docs/form.md)."""
