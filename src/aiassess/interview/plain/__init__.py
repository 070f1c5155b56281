"""The line-by-line screen, in parts: streams and commands, what is shown, one question, the small dialogues."""
