"""Parts of one assessment, filled in by several people, put together (docs/merge.md)."""
