UNWIND $values AS value
MATCH (r:JudgementRecord {object: value})
WHERE r.retractedSeq IS NULL
RETURN DISTINCT r.subject AS iri
