// Segments of an import that failed, and of imports that were cut off long ago.
MATCH (s:PendingSegment)
WHERE s.token = $token OR s.startedAt < $before
CALL (s) { DETACH DELETE s } IN TRANSACTIONS OF 200 ROWS
