"""Drafts: interviews not finished, kept as answers files, each held by one session at a time."""
