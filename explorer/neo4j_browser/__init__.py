"""What Neo4j Browser is given: links that fill its editor, statements that draw, a style, saved queries, a guide."""
