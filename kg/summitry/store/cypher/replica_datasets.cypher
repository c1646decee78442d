MATCH (d:DatasetRecord)
WHERE d.seq > $after AND d.seq <= $until
RETURN d.seq AS seq, d.name AS name, d.digest AS digest, d.statements AS statements, d.recordedAt AS recordedAt
