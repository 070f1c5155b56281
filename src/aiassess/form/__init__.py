"""Forms to fill in elsewhere: workbooks, which are read back, and papers for meetings (docs/form.md)."""
