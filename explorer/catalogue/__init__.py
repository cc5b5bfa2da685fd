"""The language of question files: text comes in, checked questions go out. Nothing here knows a graph."""
