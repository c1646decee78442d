MATCH (s:SegmentRecord)
WHERE s.seq > $after AND s.seq <= $until
RETURN s.seq AS seq, s.dataset AS dataset, s.statements AS statements, s.body AS body, s.subjects AS subjects
