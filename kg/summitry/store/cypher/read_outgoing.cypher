// Relationships that belong to the entity they come from: all types but those of read_incoming.
UNWIND $iris AS iri
MATCH (n:Resource {iri: iri})-[r]->(other:Resource)
WHERE NOT type(r) IN $incoming
RETURN elementId(r) AS id, type(r) AS type, iri AS start, other.iri AS end, properties(r) AS properties
