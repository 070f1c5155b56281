"""A report in a form for people or programs, one module a format."""
