"""The kinds of questions: one module a kind, each a ``Kind`` (``aiassess.model.kind``), and the registry of all."""
