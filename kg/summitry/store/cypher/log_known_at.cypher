// Those of the subjects about which a claim of then still stands. Stops at the first: some have very many.
UNWIND $values AS value
CALL (value) {
  MATCH (r:ClaimRecord {subject: value}) USING INDEX r:ClaimRecord(subject)
  WHERE r.seq <= $seq AND r.retractedSeq IS NULL
  RETURN true AS known LIMIT 1
}
RETURN value AS iri
