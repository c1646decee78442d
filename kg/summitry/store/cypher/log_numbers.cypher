// How many changes there are; each counts one: an article version, a claim, a retraction.
CALL () { MATCH (a:ArticleRecord) RETURN count(a) AS versions }
CALL () { MATCH (a:ArticleRecord) RETURN count(DISTINCT a.iri) AS articles }
CALL () { MATCH (r:ClaimRecord) RETURN count(r) AS claims }
CALL () { MATCH (r:ClaimRecord) WHERE r.retractedSeq > 0 RETURN count(r) AS retracted }
CALL () { MATCH (e:Event) RETURN count(e) AS events }
RETURN versions, articles, claims, retracted, events
