// Claims with the two relationships that every claim has.
UNWIND $rows AS row
MATCH (source:Resource {iri: row.source})
MATCH (about:Resource {iri: row.about})
UNWIND row.claims AS properties
CREATE (c:Resource:Claim)
SET c = properties
SET c.recordedAt = row.recordedAt
CREATE (c)-[:STATED_IN]->(source)
CREATE (c)-[:ABOUT]->(about)
