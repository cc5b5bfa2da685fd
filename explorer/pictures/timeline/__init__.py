"""The timeline of an answer: its meetings and claims along one axis, as data and as SVG."""
