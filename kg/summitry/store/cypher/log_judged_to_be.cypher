UNWIND $values AS value
MATCH (r:ClaimRecord {object: value})
WHERE r.predicate = $predicate AND r.retractedSeq IS NULL
RETURN DISTINCT r.subject AS iri
