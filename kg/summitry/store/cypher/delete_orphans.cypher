// Nodes that nothing refers to and nothing is known of. Articles, which have an id, stay.
UNWIND $iris AS iri
MATCH (n:Resource {iri: iri})
WHERE n.id IS NULL AND NOT (n)--()
DELETE n
