UNWIND $rows AS row
MATCH (s:SegmentRecord {seq: row.seq})
SET s.retractedSeq = row.retractedSeq
