"""The page of an actor, meeting, claim, source, place or topic."""
