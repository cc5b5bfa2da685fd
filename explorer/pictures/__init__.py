"""Pictures of answers: rows in, a network or a timeline out, as data and as SVG that needs no script."""
