MATCH (r:ClaimRecord {subject: $subject})
USING INDEX r:ClaimRecord(subject)
WHERE r.seq > $after
  AND ($retracted OR r.retractedSeq IS NULL)
  AND ($subject IS NULL OR r.subject = $subject)
  AND ($object IS NULL OR r.object = $object)
  AND ($source IS NULL OR r.source = $source)
RETURN r.seq AS seq, r.id AS id, r.source AS source, r.subject AS subject, r.predicate AS predicate,
  r.body AS body, r.recordedAt AS recordedAt, r.retractedAt AS retractedAt
ORDER BY r.seq
LIMIT $limit
