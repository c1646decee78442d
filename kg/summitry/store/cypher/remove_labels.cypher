UNWIND $rows AS row
MATCH (n:Resource {iri: row.iri})
REMOVE n:$(row.labels)
