// Claims whose node is there already, because something refers to them.
UNWIND $rows AS row
MATCH (source:Resource {iri: row.source})
MATCH (about:Resource {iri: row.about})
UNWIND row.claims AS properties
MATCH (c:Resource {iri: properties.iri})
SET c:Claim
SET c = properties
SET c.recordedAt = row.recordedAt
CREATE (c)-[:STATED_IN]->(source)
CREATE (c)-[:ABOUT]->(about)
