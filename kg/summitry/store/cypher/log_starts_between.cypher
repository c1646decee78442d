MATCH (r:ClaimRecord)
WHERE r.firstDay <= $last AND r.lastDay >= $first AND r.retractedSeq IS NULL
RETURN DISTINCT r.subject AS iri
