MATCH (n:Resource)
WHERE n.iri > $after
RETURN n.iri AS iri
ORDER BY n.iri
LIMIT $limit
