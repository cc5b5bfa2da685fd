"""What a file of words may have: its sections, and the keys of those that have fixed ones."""

from __future__ import annotations

import re

#: The sections of a file; what a language leaves out is empty.
SECTIONS = (
    "meanings aspects words prepositions times months numbers periods names offices endings letters demonyms".split()
)  # fmt: skip
#: What stands above the sections.
HEAD = ("language", "code", "a_bare_name_acts", "script")
#: What a name can be to the verb.
MARKERS = ("by", "to", "about", "with", "in", "of", "for")
ASPECTS = "how come when where count last first each yesno".split()
WORDS = (
    "nothing being helping pronouns plural_pronouns loosely pointing following unanswerable asking_object "
    "elided".split()
)  # fmt: skip
TIMES = (
    "since until open_after open_before approximate between joining filling trailing onwards past days weeks months "
    "years first_half second_half first_quarter second_quarter third_quarter fourth_quarter".split()
)  # fmt: skip
PERIODS = (
    "today yesterday tomorrow this_week last_week past_week next_week this_month last_month past_month next_month "
    "this_year last_year past_year next_year".split()
)  # fmt: skip
NAMES = ("heads", "offices", "titles", "linking")
#: The keys of the sections that have no others.
KEYS = {
    "aspects": ASPECTS,
    "words": WORDS,
    "prepositions": [*MARKERS, "same"],
    "times": TIMES,
    "months": [str(number) for number in range(1, 13)],
    "numbers": [str(number) for number in range(1, 13)],
    "periods": PERIODS,
    "names": NAMES,
    "endings": [*MARKERS, "object"],
}
#: `meet`, `say (to)`, `say claim.kind=denial`.
MEANING = re.compile(
    r"(?:(?P<meaning>[a-z]\w*)(?= |$))? *(?:\((?P<marker>\w+)\))?(?P<values>( *[a-z]+\.[a-z_]+=[\w -]+?)*) *"
)
VALUE = re.compile(r"([a-z]+)\.([a-z_]+)=([\w -]+?)(?= [a-z]+\.|$)")
