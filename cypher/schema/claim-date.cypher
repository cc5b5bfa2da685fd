// Made of explorer/model.py by `make generate`.
CREATE RANGE INDEX claim_date IF NOT EXISTS FOR (n:Claim) ON (n.date)
