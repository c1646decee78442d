MATCH (a:ArticleRecord)
WHERE a.iri > $after
RETURN DISTINCT a.iri AS iri
ORDER BY iri
LIMIT $limit
