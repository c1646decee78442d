UNWIND $values AS value
MATCH (r:ClaimRecord {source: value})
WHERE r.retractedSeq IS NULL AND ($until IS NULL OR r.seq <= $until)
RETURN DISTINCT r.subject AS iri
