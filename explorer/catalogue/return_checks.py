"""Two checks of what a statement returns: columns that are whole entities, variables that are gone after a DISTINCT.

Both can be told only as far as the names in a statement tell what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.catalogue.cypher_tokens import Token, items, keyword_at, text_at

#: Functions of paths and relationships that give whole entities.
_WHOLE = ("NODES", "RELATIONSHIPS", "STARTNODE", "ENDNODE")
#: What ends the list of a clause.
_AFTER_ITEMS = frozenset("ORDER SKIP OFFSET LIMIT WHERE UNION RETURN WITH MATCH OPTIONAL UNWIND CALL".split())
#: Words of an ORDER BY that are no variables.
_ORDERING = frozenset(
    "BY ASC ASCENDING DESC DESCENDING IS NULL NOT AND OR XOR IN CASE WHEN THEN ELSE END CONTAINS STARTS ENDS WITH TRUE "
    "FALSE".split()
)


def whole_entities(body: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Nodes, relationships and paths among the columns, as far as their names tell."""
    whole = _matched(body) - {text_at(body, at + 1) for at, token in enumerate(body) if token.keyword == "AS"}
    for index, token in enumerate(body):
        if token.keyword != "RETURN" or token.depth:
            continue
        for item in items(_items_after(body, index)):
            said = [part.text for part in (item[:-2] if len(item) > 2 and item[-2].keyword == "AS" else item)]
            called = said[0].upper() if len(said) > 2 and said[1] == "(" else ""
            inner = [text for text in said[2:-1] if text.upper() != "DISTINCT"] if called else said
            if called in _WHOLE or (called in ("", "COLLECT") and len(inner) == 1 and inner[0] in whole):
                yield item[0].line, (
                    f"returns `{''.join(said)}` whole, which every engine gives in its own way: name what is wanted, "
                    "as in x {.id, .name}"
                )


def _matched(body: Sequence[Token]) -> set[str]:
    """The variables that patterns give to nodes, relationships and paths."""
    found = set()
    for index, token in enumerate(body):
        before, after = text_at(body, index - 1), text_at(body, index + 1)
        if token.kind not in ("word", "quoted"):
            continue
        if before == "(" and (body[index - 2].kind != "word" or keyword_at(body, index - 2) == "MATCH"):
            in_pattern = text_at(body, index - 2) in ("-", ">") or text_at(body, index + 2) in ("-", "<")
            if after == ":" or (after == ")" and in_pattern) or (after == "{" and text_at(body, index + 3) == ":"):
                found.add(token.text)
        if before == "[" and text_at(body, index - 2) == "-" and after in (":", "]", "*", "{"):
            found.add(token.text)
        if keyword_at(body, index - 1) == "MATCH" and after == "=":
            found.add(token.text)
    return found


def lost_variables(body: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Variables that an ORDER BY names after a DISTINCT that does not keep them."""
    for index, token in enumerate(body):
        if token.keyword not in ("RETURN", "WITH") or keyword_at(body, index + 1) != "DISTINCT":
            continue
        kept = _items_after(body, index)
        at = index + 2 + len(kept)
        if keyword_at(body, at) != "ORDER":
            continue
        listed = items(kept)
        names = {item[-1].text for item in listed if len(item) == 1 or keyword_at(item, len(item) - 2) == "AS"}
        said = {"".join(part.text for part in item[:-2]) for item in listed if keyword_at(item, len(item) - 2) == "AS"}
        order = _items_after(body, at)
        for number, word in enumerate(order):
            is_variable = word.kind == "word" and word.keyword not in _ORDERING and text_at(order, number - 1) != "."
            kept_so = word.text in names or "".join(part.text for part in order[number : number + 3]) in said
            if is_variable and not kept_so and text_at(order, number + 1) != "(":
                yield word.line, (
                    f"orders by '{word.text}', which {token.keyword} DISTINCT does not keep: keep it, or order by what "
                    "is kept"
                )


def _items_after(body: Sequence[Token], index: int) -> list[Token]:
    """The tokens of the list that the clause at this place gives, without DISTINCT."""
    start = index + 2 if keyword_at(body, index + 1) in ("DISTINCT", "BY") else index + 1
    found = []
    for at in range(start, len(body)):
        token = body[at]
        ends = token.keyword in _AFTER_ITEMS and not (
            token.keyword == "WITH" and keyword_at(body, at - 1) in ("STARTS", "ENDS")
        )
        if token.depth < body[index].depth or token.text == ";" or (ends and token.depth == body[index].depth):
            break
        found.append(token)
    return found
