UNWIND $rows AS row
MERGE (n:SummitryName {key: row.key})
SET n.kind = row.kind, n.iri = row.iri, n.name = row.name
