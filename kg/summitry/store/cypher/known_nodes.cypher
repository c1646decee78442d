// Those of the IRIs that have a node.
UNWIND $iris AS iri
MATCH (n:Resource {iri: iri})
RETURN iri
