MATCH (a:ArticleRecord)
WHERE a.seq > $after AND a.seq <= $until
RETURN DISTINCT a.iri AS iri
