"""A comparison of two reports for people: what it comes to, the details, and both as text and Markdown."""
