// Articles in order of first loading, each in its latest version.
MATCH (a:ArticleRecord)
WITH a.iri AS iri, min(a.seq) AS first
WHERE first > $after
WITH iri, first ORDER BY first LIMIT $limit
MATCH (a:ArticleRecord {iri: iri})
WITH first, a ORDER BY a.seq DESC
WITH first, collect(a)[0] AS a
RETURN first, a.id AS id, a.text AS text, a.body AS body
ORDER BY first
