// Claims that were recorded or retracted in a range of changes.
CALL () {
  MATCH (r:ClaimRecord) WHERE r.seq > $after AND r.seq <= $until RETURN r
  UNION
  MATCH (r:ClaimRecord) WHERE r.retractedSeq > $after AND r.retractedSeq <= $until RETURN r
}
RETURN r.seq AS seq, r.id AS id, r.source AS source, r.subject AS subject, r.predicate AS predicate,
  r.body AS body, r.recordedAt AS recordedAt, r.retractedAt AS retractedAt
ORDER BY r.seq
