MATCH (s:PendingSegment {token: $token})
SET s:SegmentRecord, s.seq = $after + s.place, s.dataset = $dataset
REMOVE s:PendingSegment, s.token, s.place, s.startedAt
RETURN count(*) AS adopted
