"""The full screen, in parts: what it looks like (pure), what a person does (pages), and the application that runs them.

A new page is a ``ResultPage`` that fills a body; a new key is a row of ``keys.KEYS`` and an entry of a page's ``on``.
"""
