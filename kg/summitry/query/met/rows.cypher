// Who took part in a held event of at most five participants together with the agent.
{event}
MATCH (self:Agent)-[:PARTICIPATES_IN]->(e)
WHERE self.iri IN {agents} AND e.status IN ['held', 'ongoing']
MATCH (anybody:Agent)-[:PARTICIPATES_IN]->(e)
WITH e, self, count(DISTINCT anybody) AS size
WHERE size <= 5
MATCH (p:Agent)-[r:PARTICIPATES_IN]->(e)
WHERE p.iri <> self.iri
RETURN DISTINCT e.iri AS event, p.iri AS agent, r.role AS role, r.claimIds AS claimIds
