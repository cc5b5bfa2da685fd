"""Pictures of answers, as data and as SVG that needs no script: networks and timelines."""
