"""What words mean to the question box: one file a language, and a user's own words."""
