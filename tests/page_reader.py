"""The HTML of a page comes in; its links, its ids and the rows of its tables go out, as a reader would see them."""

from __future__ import annotations

from html.parser import HTMLParser

#: Elements that have no end tag.
_VOID = ("meta", "link", "input", "br", "img")


class Page(HTMLParser):
    """One page, read. Raises ValueError for tags that do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        #: (address, text) of every link in the text.
        self.links: list[tuple[str, str]] = []
        #: What every id holds.
        self.ids: dict[str, str] = {}
        #: One dict for each row of each table: heading of the column -> text.
        self.rows: list[dict[str, str]] = []
        self.text = ""
        self.title = ""
        #: (tag, attributes) of everything.
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(html)
        self.close()
        if self._open:
            raise ValueError(f"<{self._open[-1][0]}> is not closed")

    @property
    def addresses(self) -> list[str]:
        """Where the links lead."""
        return [address for address, _ in self.links]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        if tag == "tr":
            self.rows.append({})
        if tag not in _VOID:
            self._open.append((tag, attributes, []))

    def handle_data(self, data: str) -> None:
        if any(tag == "sup" for tag, _, _ in self._open):  # a note on the text, not the text
            return
        self.text += data
        for _, _, parts in self._open:
            parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        opened, attributes, parts = self._open.pop()
        if opened != tag:
            raise ValueError(f"<{opened}> is closed by </{tag}>")
        text = "".join(parts)
        if tag == "a":
            self.links.append((attributes["href"], text))
        if tag == "td":
            self.rows[-1][attributes["data-column"]] = " ".join(text.split())
        if tag == "tr" and not self.rows[-1]:
            self.rows.pop()
        if tag == "title":
            self.title = text
        if "id" in attributes:
            self.ids[attributes["id"]] = text
