// The events in which the agent takes part, in which role, or in which somebody takes part for it, which is inferred;
// being invited or absent is shown as such.
{event}
MATCH (p:Agent)-[r:PARTICIPATES_IN|INVITED_TO|ABSENT_FROM|PARTICIPATES_THROUGH]->(e)
WHERE p.iri IN {agents}
UNWIND CASE WHEN size(coalesce(r.through, [])) = 0 THEN [null] ELSE r.through END AS via
RETURN e.iri AS event, p.iri AS agent, r.role AS role, coalesce(r.inferred, false) AS inferred, via, r.claimIds AS claimIds
