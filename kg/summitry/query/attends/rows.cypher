// Who takes part in the event, in which role; who only takes part through others is inferred.
{event}
CALL {
  WITH e
  MATCH (p:Agent)-[r:PARTICIPATES_IN|INVITED_TO|ABSENT_FROM]->(e)
  RETURN p, r.role AS role, false AS inferred, null AS via, r.claimIds AS claimIds
  UNION
  WITH e
  MATCH (p:Agent)-[r:PARTICIPATES_THROUGH]->(e)
  UNWIND CASE WHEN size(coalesce(r.through, [])) = 0 THEN [null] ELSE r.through END AS via
  RETURN p, r.role AS role, true AS inferred, via, r.claimIds AS claimIds
}
RETURN e.iri AS event, p.iri AS agent, role, inferred, via, claimIds
