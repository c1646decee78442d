MATCH (n:SummitryName)
RETURN n.key AS key, n.kind AS kind, n.iri AS iri, n.name AS name
