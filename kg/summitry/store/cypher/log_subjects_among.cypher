UNWIND $values AS value
MATCH (r:ClaimRecord {subject: value})
WHERE r.retractedSeq IS NULL
RETURN DISTINCT value AS iri
