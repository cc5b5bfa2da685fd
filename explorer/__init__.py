"""Who met whom, when and about what, and who claimed what: every answer with its source and its sentence."""

from explorer.answers.answer import Answer, Choice, Choices
from explorer.answers.picture import Picture
from explorer.catalogue.query_file import Column
from explorer.connection import Connection, connect
from explorer.errors import ExplorerError

__all__ = ["Answer", "Choice", "Choices", "Column", "Connection", "ExplorerError", "Picture", "connect"]
