"""The catalogue comes in, its questions by theme go out, in the order in which a reader would look for them."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.catalogue.query_file import QueryFile

_THEMES = {
    "Meetings": (
        "meetings-involving",
        "meetings-between",
        "meetings-of-organization",
        "meetings-in",
        "meetings-about",
        "meetings-during",
        "participants-of",
        "timeline",
    ),
    "People and organizations": (
        "who-met",
        "met-both",
        "path-between",
        "most-connected",
        "neighbourhood",
        "people-of",
        "offices-of",
    ),
    "Claims": (
        "claims-by",
        "claims-about",
        "claims-by-about",
        "claims-to",
        "claims-about-meeting",
        "claims-on",
        "disputed-claims",
        "related-claims",
    ),
    "Sources and evidence": (
        "search",
        "sources-of-meeting",
        "sources-of-claim",
        "what-a-source-says",
        "differing-reports",
        "single-source",
        "without-quote",
    ),
}
#: For questions that people add.
_MORE = "More questions"


def by_theme(catalogue: Mapping[str, QueryFile]) -> list[tuple[str, list[QueryFile]]]:
    """Each theme with its questions; those of no theme come last."""
    placed = {name for names in _THEMES.values() for name in names}
    themes = {**_THEMES, _MORE: tuple(name for name in catalogue if name not in placed)}
    found = [(theme, [catalogue[name] for name in names if name in catalogue]) for theme, names in themes.items()]
    return [(theme, questions) for theme, questions in found if questions]


def theme_of(name: str) -> str:
    """The theme under which a question stands."""
    return next((theme for theme, names in _THEMES.items() if name in names), _MORE)
