UNWIND $values AS value
MATCH (r:ClaimRecord {source: value})
WHERE r.retractedSeq IS NULL AND r.predicate = 'https://w3id.org/summitry/ontology#holdsOffice'
RETURN r.id AS id, r.source AS source, r.subject AS subject, r.predicate AS predicate, r.body AS body,
  r.recordedAt AS recordedAt, r.retractedAt AS retractedAt
