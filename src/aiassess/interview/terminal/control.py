"""The one window of the screen: it draws the page of the app and tells prompt_toolkit where the cursor is."""

from collections.abc import Callable

from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout.controls import BufferControl, UIContent, UIControl

from aiassess.interview.terminal.layout import compose
from aiassess.interview.terminal.page import Page


def _content(page: Page, width: int, height: int) -> UIContent:
    page.width = width
    frame = compose(page, width, height)
    row, column = frame.cursor or (0, 0)
    return UIContent(
        get_line=lambda number: list(frame.lines[number]),
        line_count=len(frame.lines),
        cursor_position=Point(x=column, y=row),
        show_cursor=frame.cursor is not None,
    )


class ListControl(UIControl):
    """Draws a page on which nothing is typed."""

    def __init__(self, page: Callable[[], Page]) -> None:
        self._page = page

    def is_focusable(self) -> bool:
        return True

    def create_content(self, width: int, height: int) -> UIContent:
        return _content(self._page(), width, height)


class TextControl(BufferControl):
    """Draws a page with a text being typed; prompt_toolkit's editing keys work on that text."""

    def __init__(self, page: Callable[[], Page]) -> None:
        super().__init__()
        self._page = page

    def create_content(self, width: int, height: int, preview_search: bool = False) -> UIContent:  # noqa: ARG002
        return _content(self._page(), width, height)
