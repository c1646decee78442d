MATCH (d:DatasetRecord {name: $name})
WHERE d.retractedSeq IS NULL
RETURN d.seq AS seq, d.digest AS digest
