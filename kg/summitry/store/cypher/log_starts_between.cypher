// Starts on a day, found by the day; and those that are known less exactly, of which only the ones not over are looked at.
CALL () {
  MATCH (r:ClaimRecord)
  WHERE r.firstDay >= $first AND r.firstDay <= $last AND r.lastDay = r.firstDay AND r.retractedSeq IS NULL
  RETURN r.subject AS iri
  UNION
  MATCH (r:PeriodRecord)
  WHERE r.lastDay >= $first AND r.firstDay <= $last AND r.retractedSeq IS NULL
  RETURN r.subject AS iri
}
RETURN DISTINCT iri
