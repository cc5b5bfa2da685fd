"""Words come in, a question with its values goes out, and its answer."""
