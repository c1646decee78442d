UNWIND $values AS value
MATCH (r:ClaimRecord {source: value})
WHERE r.retractedSeq IS NULL
RETURN DISTINCT r.subject AS iri
