"""The full screen, in parts: what it looks like (pure), what a person does (pages), and the application that runs them."""
