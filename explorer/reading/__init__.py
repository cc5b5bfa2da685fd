"""What people wrote: files come in, checked records with the texts of their sources go out. See input_files.py."""
