UNWIND $rows AS row
MATCH (a:Resource {iri: row.start})
MATCH (b:Resource {iri: row.end})
CREATE (a)-[r:__NAMES__]->(b)
SET r = row.properties
