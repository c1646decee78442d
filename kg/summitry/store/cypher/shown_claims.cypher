// Those of the claims that are shown.
UNWIND $iris AS iri
MATCH (c:Resource {iri: iri})
WHERE c:Claim
RETURN iri
