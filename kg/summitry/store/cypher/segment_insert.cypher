UNWIND $rows AS row
CREATE (s:SegmentRecord)
SET s = row
