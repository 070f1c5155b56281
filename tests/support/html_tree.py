"""An HTML page, taken apart strictly: what is not closed in its order, or names an attribute twice, is an error."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "input", "hr"}
# Drawn things may end themselves.
DRAWN = {"rect", "circle", "path", "line"}


@dataclass
class Node:
    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def all(self, tag=None, **attributes):
        """Return every node below, this one too, of a tag and with these attributes; ``class_`` stands for "class"."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        found = [node for child in self.children if isinstance(child, Node) for node in child.all(tag, **attributes)]
        own = (tag is None or self.tag == tag) and all(self.attributes.get(key) == wanted[key] for key in wanted)
        return [self, *found] if own else found

    def one(self, tag=None, **attributes):
        (node,) = self.all(tag, **attributes)
        return node

    @property
    def text(self):
        """The text, as the parser reads it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def words(self):
        """The text on one line."""
        return " ".join(self.text.split())

    def shape(self):
        """Return elements, attributes and their nesting, without any text.

        The policy is left out: it holds a digest of the style, and the style has text for the margins of printed pages.
        """
        hidden = "content" if "http-equiv" in self.attributes else None
        kept = {name: value for name, value in self.attributes.items() if name != hidden}
        return (self.tag, kept, [child.shape() for child in self.children if isinstance(child, Node)])


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self.open = [self.root]
        self.doctype = None

    def handle_decl(self, decl):
        self.doctype = decl

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attrs):
        assert tag in DRAWN, tag
        self.open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag, (tag, self.getpos())

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data):
        raise AssertionError(f"a processing instruction: {data}")

    def unknown_decl(self, data):
        raise AssertionError(f"a declaration: {data}")


def parse_html(page):
    """Return the ``html`` element of a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.doctype == "doctype html"
    assert reader.open == [reader.root]
    return reader.root.one("html")
