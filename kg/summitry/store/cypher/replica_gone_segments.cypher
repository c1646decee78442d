MATCH (s:SegmentRecord)
WHERE s.retractedSeq > $after AND s.retractedSeq <= $until
RETURN s.retractedSeq AS retractedSeq, s.seq AS seq
