UNWIND $rows AS row
MATCH (r:ClaimRecord {seq: row.seq})
SET r.retractedSeq = row.retractedSeq, r.retractedAt = row.retractedAt
