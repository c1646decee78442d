MATCH (d:DatasetRecord {seq: $seq})
SET d.retractedSeq = $retractedSeq, d.retractedAt = $retractedAt
