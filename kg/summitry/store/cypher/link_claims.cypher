// Claims whose node is there already, because something refers to them.
UNWIND $rows AS row
MATCH (c:Resource {iri: row.properties.iri})
MATCH (source:Resource {iri: row.source})
MATCH (about:Resource {iri: row.about})
SET c:Claim
SET c = row.properties
CREATE (c)-[:STATED_IN]->(source)
CREATE (c)-[:ABOUT]->(about)
