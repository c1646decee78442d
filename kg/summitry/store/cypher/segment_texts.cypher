MATCH (s:SegmentRecord)
USING INDEX s:SegmentRecord(seq)
WHERE s.seq > $after AND s.retractedSeq IS NULL AND ($dataset IS NULL OR s.dataset = $dataset)
RETURN s.seq AS seq, s.body AS body
ORDER BY seq
LIMIT $limit
