CREATE RANGE INDEX %kind%_date IF NOT EXISTS FOR (n:%label%) ON (n.date)
