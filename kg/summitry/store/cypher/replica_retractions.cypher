MATCH (r:ClaimRecord)
WHERE r.retractedSeq > $after AND r.retractedSeq <= $until
RETURN r.seq AS seq, r.retractedSeq AS retractedSeq, r.retractedAt AS retractedAt
