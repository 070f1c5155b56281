"""Write an outline as a Word document. Text stays text: python-docx escapes it, and nothing here makes a field or a link."""

import io
from typing import Any, assert_never

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import _TableStyle as TableStyle
from docx.text.paragraph import Paragraph as Line

from aiassess.render import outline as o
from aiassess.render.office import stable

_STRONG: frozenset[o.Look] = frozenset({"strong", "alarm", "ready", "conditional", "hold", "stop", "better", "worse"})
_RED, _BROWN, _GREEN, _GREY = map(RGBColor.from_string, ("A41E1E", "7A4E00", "1B5E20", "555555"))
_COLOURS: dict[str, RGBColor] = {
    **dict.fromkeys(("alarm", "stop", "hold", "worse"), _RED),
    **dict.fromkeys(("ready", "better"), _GREEN),
    **{"conditional": _BROWN, "quiet": _GREY},
}
"""Dark enough to read on white paper; the words beside them say the same."""
_SIZES = {
    "Normal": (9.5, 0, 3),
    "Title": (17, 0, 4),
    "Heading 1": (12, 7, 2),
    "Heading 2": (10.5, 6, 2),
    "Quote": (8.5, 0, 4),
    **dict.fromkeys(("List Bullet", "List Bullet 2", "List Bullet 3"), (9.5, 0, 1)),
}
"""Size in points, and the room before and after."""
_COUNTRIES = {"en": "en-GB", "ms": "ms-MY"}
_DEEPEST_HEADING, _DEEPEST_LIST = 9, 3
_KEPT_WHOLE = 12
"""A table of at most so many rows is never divided between two pages."""
_UNUSED = ("/stylesWithEffects", "/thumbnail", "/customXml")
_IN_TABLES = 8.5
_TO_WRITE_IN = 30
"""How wide a column is in which nothing is printed, in characters."""
_SIGNED = Cm(1)
"""The least height of a row that is filled in by hand."""


def write_docx(outline: o.Outline) -> bytes:
    """Return the outline as a .docx file on A4: the same bytes for the same outline."""
    page = _Page()
    page.blocks(outline, 1)
    return page.packed()


class _Page:
    def __init__(self) -> None:
        self.word: Word = Document()
        section = self.word.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.5)
        self.room = section.page_width - section.left_margin - section.right_margin
        for name, (size, before, after) in _SIZES.items():
            style: Any = self.word.styles[name]
            style.font.size = Pt(size)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
            style.paragraph_format.line_spacing = 1
        self._lighten()
        about = self.word.core_properties
        about.author = about.last_modified_by = "aiassess"
        about.comments = about.title = ""

    def _lighten(self) -> None:
        """Remove what the library's template carries and nothing here uses: nine tenths of its size."""
        for style in [*self.word.styles]:
            if isinstance(style, TableStyle) and style.name not in ("Normal Table", "Table Grid"):
                style.element.getparent().remove(style.element)
        for part in (self.word.part, self.word.part.package):
            for name, relation in [*part.rels.items()]:
                if relation.reltype.endswith(_UNUSED):
                    del part.rels[name]

    def packed(self) -> bytes:
        found = io.BytesIO()
        self.word.save(found)
        return stable(found.getvalue())

    def blocks(self, outline: o.Outline, depth: int) -> None:
        for block in o.shown(outline, "page"):
            self.block(block, depth)

    def block(self, block: o.Block, depth: int) -> None:
        match block:
            case o.Title():
                self.word.core_properties.title = o.plain(block.text, "page")[:250]
                self.speak(block.lang)
                self.line(block.text, "Title")
            case o.Quote():
                self.line(block.text, "Quote")
            case o.Paragraph():
                self.line(block.text)
            case o.Fact() | o.Item():
                self.item(block, 1)
            case o.Table():
                self.table(block)
            case o.Bars():
                for bar in block.bars:
                    self.line(f"{bar.title}: {', '.join(bar.figures)}", "List Bullet")
            case o.Section():
                if o.pieces(block.title, "page"):
                    self.line(block.title, f"Heading {min(depth, _DEEPEST_HEADING)}")
                self.blocks(block.body, depth + 1)
            case _:
                assert_never(block)

    def speak(self, lang: str) -> None:
        """Name the language, for spelling and for screen readers."""
        if lang:
            found = OxmlElement("w:lang")
            found.set(qn("w:val"), _COUNTRIES.get(lang, lang))
            defaults = self.word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
            for old in defaults.findall(qn("w:lang")):
                defaults.remove(old)
            defaults.append(found)

    def line(self, said: o.Said, style: str = "Normal") -> None:
        self.say(self.word.add_paragraph(style=style), said)

    def item(self, item: o.Fact | o.Item, depth: int) -> None:
        self.line(item.text, "List Bullet" if depth == 1 else f"List Bullet {min(depth, _DEEPEST_LIST)}")
        for inner in item.inner:
            self.item(inner, depth + 1)

    def say(self, line: Line, said: o.Said, *, strong: bool = False, size: float | None = None) -> None:
        for text, look in o.pieces(said, "page"):
            run = line.add_run(text)
            run.font.size = Pt(size) if size else None
            run.bold = strong or look in _STRONG or None
            if look == "code":
                run.font.name = "Consolas"
            if look in _COLOURS:
                run.font.color.rgb = _COLOURS[look]

    def table(self, table: o.Table) -> None:
        heads = [[column.title for column in table.columns]] if any(column.title for column in table.columns) else []
        rows = [*heads, *(row.cells for row in table.lines)]
        grid = self.word.add_table(len(rows), len(table.columns), style="Table Grid")
        whole = len(rows) <= _KEPT_WHOLE
        for number, cells in enumerate(rows):
            row = grid.rows[number]
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number < len(heads):
                properties.append(OxmlElement("w:tblHeader"))
            elif table.by_hand:
                row.height = _SIGNED
            for column, cell, said in zip(table.columns, row.cells, cells, strict=True):
                line = cell.paragraphs[0]
                line.paragraph_format.space_after = Pt(0)
                line.paragraph_format.keep_with_next = whole and number < len(rows) - 1
                if column.numeric:
                    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                self.say(line, said, strong=number < len(heads), size=_IN_TABLES)
        self.widen(grid, table)
        self.word.add_paragraph().paragraph_format.space_after = Pt(0)

    def widen(self, grid: Any, table: o.Table) -> None:
        """Divide the page's width among the columns by what is in them: as wide as the longest word, then by length."""
        texts = [[column.title] for column in table.columns]
        for row in table.lines:
            for column, cell in zip(texts, row.cells, strict=True):
                column.append(o.plain(cell, "page"))
        wishes = [min(60, max([4, *map(len, column)])) if any(column[1:]) else _TO_WRITE_IN for column in texts]
        least = [2 + max(len(word) for text in column for word in text.split() or [""]) for column in texts]
        spare = max(0, 100 - sum(least))
        widths = [low + spare * wish / sum(wishes) for low, wish in zip(least, wishes, strict=True)]
        grid.autofit = False
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = int(self.room * width / sum(widths))  # LibreOffice reads this, Word the cells
            for cell in column.cells:
                cell.width = column.width
