"""Reads what people wrote: files become checked records, with the texts of their sources. See input_files.py."""
