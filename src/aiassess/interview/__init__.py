"""The interview: a session that knows no terminal, and the screens that show it."""
