// The events in which the agent takes part, in which role; being invited or absent is shown as such.
{event}
MATCH (p:Agent)-[r:PARTICIPATES_IN|INVITED_TO|ABSENT_FROM]->(e)
WHERE p.iri IN {agents}
RETURN e.iri AS event, p.iri AS agent, r.role AS role, r.claimIds AS claimIds
