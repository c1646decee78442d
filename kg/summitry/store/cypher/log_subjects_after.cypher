MATCH (r:ClaimRecord)
WHERE r.subject > $after AND r.retractedSeq IS NULL
RETURN DISTINCT r.subject AS iri
ORDER BY iri
LIMIT $limit
