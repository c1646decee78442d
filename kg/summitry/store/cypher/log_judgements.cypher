UNWIND $values AS value
MATCH (r:JudgementRecord {subject: value})
WHERE r.retractedSeq IS NULL
RETURN r.seq AS seq, r.id AS id, r.source AS source, r.subject AS subject, r.predicate AS predicate,
  r.body AS body, r.recordedAt AS recordedAt, r.retractedAt AS retractedAt
