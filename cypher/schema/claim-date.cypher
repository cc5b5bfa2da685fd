CREATE RANGE INDEX claim_date IF NOT EXISTS FOR (n:Claim) ON (n.date)
