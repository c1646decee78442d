// These datasets are no longer the files that they came from.
UNWIND $values AS value
MATCH (d:DatasetRecord {seq: value})
SET d.digest = ''
