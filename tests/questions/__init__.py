"""Small worlds as plain data, and what each question must answer about them, worked out without a graph."""
