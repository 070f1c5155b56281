"""The summary of a batch as Markdown and HTML (docs/batch.md#summary)."""
