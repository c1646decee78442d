// Segments of an import that is under way: no number yet, so that nobody sees them.
UNWIND $rows AS row
CREATE (s:PendingSegment)
SET s = row
