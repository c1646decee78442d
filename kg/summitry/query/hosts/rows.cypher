// Who hosts, chairs or organises the event.
{event}
MATCH (p:Agent)-[r:PARTICIPATES_IN]->(e)
WHERE r.role IN ['host', 'chair', 'organiser']
RETURN e.iri AS event, p.iri AS agent, r.role AS role, r.claimIds AS claimIds
