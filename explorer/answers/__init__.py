"""An answer and its forms: text, CSV and JSON, XLSX, a data frame, a notebook."""
