"""Sources side by side: their words in their paragraphs, and where they differ."""
