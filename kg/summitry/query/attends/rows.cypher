// Who takes part in the event, in which role; members of a coalition that takes part are inferred.
{event}
CALL {
  WITH e
  MATCH (p:Agent)-[r:PARTICIPATES_IN|INVITED_TO|ABSENT_FROM]->(e)
  RETURN p, r.role AS role, false AS inferred, null AS via, r.claimIds AS claimIds
  UNION
  WITH e
  MATCH (p:Agent)-[m:MEMBER_OF]->(c:Agent)-[:PARTICIPATES_IN]->(e)
  WHERE m.role IN ['member', 'lead', 'chair']
    AND (m.validFrom IS NULL OR e.startEdtf IS NULL OR m.validFrom <= e.startEdtf)
    AND (m.validTo IS NULL OR e.startEdtf IS NULL OR m.validTo >= e.startEdtf)
  RETURN p, 'participant' AS role, true AS inferred, c.iri AS via, m.claimIds AS claimIds
}
RETURN e.iri AS event, p.iri AS agent, role, inferred, via, claimIds
