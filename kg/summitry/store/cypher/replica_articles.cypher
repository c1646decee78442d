MATCH (a:ArticleRecord)
WHERE a.seq > $after AND a.seq <= $until
RETURN a.seq AS seq, a.id AS id, a.iri AS iri, a.version AS version, a.published AS published, a.text AS text,
  a.body AS body, a.recordedAt AS recordedAt
