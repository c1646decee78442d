UNWIND $values AS value
MATCH (r:ClaimRecord {object: value})
WHERE r.retractedSeq IS NULL
RETURN DISTINCT r.subject AS iri
