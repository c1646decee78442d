// Claims that are shown about some entities.
UNWIND $iris AS iri
MATCH (e:Resource {iri: iri})<-[:ABOUT]-(c:Claim)
RETURN c.iri AS iri, iri AS about, c.source AS source, c.recordedAt AS recordedAt
