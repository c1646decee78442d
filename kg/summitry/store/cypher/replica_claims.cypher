MATCH (r:ClaimRecord)
WHERE r.seq > $after AND r.seq <= $until
RETURN r.seq AS seq, r.id AS id, r.source AS source, r.subject AS subject, r.predicate AS predicate,
  r.object AS object, r.body AS body, r.firstDay AS firstDay, r.lastDay AS lastDay, r.recordedAt AS recordedAt
