MATCH (d:DatasetRecord)
WHERE d.retractedSeq IS NULL
OPTIONAL MATCH (s:SegmentRecord {dataset: d.seq})
WHERE s.retractedSeq IS NULL
WITH d, sum(s.statements) AS statements
RETURN d.name AS name, d.digest AS digest, statements
ORDER BY d.seq
