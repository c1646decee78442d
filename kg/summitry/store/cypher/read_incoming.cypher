// Relationships that belong to the entity they lead to.
UNWIND $iris AS iri
MATCH (n:Resource {iri: iri})<-[r:PARTICIPATES_IN|PARTICIPATES_THROUGH|INVITED_TO|ABSENT_FROM|ANNOUNCES|REPORTS]-(other:Resource)
RETURN elementId(r) AS id, type(r) AS type, other.iri AS start, iri AS end, properties(r) AS properties
