MATCH (s:SegmentRecord {dataset: $dataset})
WHERE s.retractedSeq IS NULL
RETURN s.seq AS seq, s.statements AS statements
ORDER BY seq
