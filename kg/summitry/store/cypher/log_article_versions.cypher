UNWIND $iris AS iri
MATCH (a:ArticleRecord {iri: iri})
WITH iri, a ORDER BY a.seq DESC
WITH iri, collect(a)[0] AS a
RETURN iri, a.version AS version, a.body AS body
