UNWIND $rows AS row
MATCH (n:Resource {iri: row.iri})
SET n:$(row.labels)
