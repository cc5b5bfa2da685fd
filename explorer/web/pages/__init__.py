"""The pages that are no entity's: start page, questions, comparison, guide, and the same as data and files."""
