// Indexes that are still being built.
SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name
