"""Records come in, the graph says what they say: what comes, changes and goes. See loader.py and retraction.py."""
