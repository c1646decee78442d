UNWIND $iris AS iri
MATCH (n:Resource {iri: iri})
DETACH DELETE n
