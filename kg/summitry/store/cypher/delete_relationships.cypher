UNWIND $rows AS row
MATCH (a:Resource {iri: row.start})-[r:__NAMES__]->(b:Resource {iri: row.end})
WHERE elementId(r) = row.id
DELETE r
