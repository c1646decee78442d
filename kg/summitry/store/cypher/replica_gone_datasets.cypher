MATCH (d:DatasetRecord)
WHERE d.retractedSeq > $after AND d.retractedSeq <= $until
RETURN d.retractedSeq AS retractedSeq, d.retractedAt AS retractedAt, d.seq AS seq
