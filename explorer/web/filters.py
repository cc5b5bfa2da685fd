"""What the templates need to show values, under the names that they use."""

from __future__ import annotations

import re

from flask import Flask
from markupsafe import Markup, escape

from explorer.answers import safe_url
from explorer.answers.display import display_name
from explorer.web import answer_pictures, links, table_columns
from explorer.web.value_text import shown_date, shown_end


def register(app: Flask) -> None:
    """Give the templates these filters and names."""
    app.jinja_env.filters.update(
        called=display_name,
        commands=commands,
        entity_url=lambda entity, kind: links.entity(kind, entity["id"]),
        choice_url=links.choice,
        kind_key=answer_pictures.key,
        line_key=answer_pictures.line_key,
        columns=table_columns.columns,
        layout=table_columns.layout,
        sentence=lambda text: text[:1].upper() + text[1:],
        shown_date=shown_date,
        shown_end=shown_end,
        safe_url=safe_url.safe,
    )
    app.jinja_env.globals.update(question_url=links.question, REPORTED=links.REPORTED)


def commands(message: str) -> Markup:
    """A message with what stands between backticks, such as a command to type, as code."""
    return Markup(re.sub(r"`([^`\n]+)`", r"<code>\1</code>", str(escape(message))))
