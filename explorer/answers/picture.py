"""A picture as an SVG that stands alone, to show in a notebook or to save to a file."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Picture:
    """A picture: its `svg` as text, and `description` in words for those who cannot see it."""

    svg: str = field(repr=False)
    description: str

    def save(self, path: str | Path) -> Path:
        """Write it to an SVG file, which browsers and drawing programs open; the path is given back."""
        path = Path(path)
        path.write_text(self.svg, encoding="utf-8")
        return path

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        # As an image, since code hosts and exporters strip the style of an SVG that is part of a page, which leaves
        # black shapes, and since several in one page would take each other's styles.
        data = b64encode(self.svg.encode()).decode()
        html = f'<img alt="{escape(self.description)}" src="data:image/svg+xml;base64,{data}">'
        return {"text/plain": f"<{self.description}>", "text/html": html}
