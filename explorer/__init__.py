"""Who met whom, when and about what, and who claimed what: every answer with its source and its sentence."""

from explorer.asking.answers import Answer, Choice, Choices, Column
from explorer.asking.picture import Picture
from explorer.connection import Connection, connect
from explorer.errors import ExplorerError

__all__ = ["Answer", "Choice", "Choices", "Column", "Connection", "ExplorerError", "Picture", "connect"]
