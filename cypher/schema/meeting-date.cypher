// Made of explorer/model.py by `make generate`.
CREATE RANGE INDEX meeting_date IF NOT EXISTS FOR (n:Meeting) ON (n.date)
