MATCH (with:Agent) WHERE with.iri IN {agents}
CALL {
  WITH with
  MATCH (with)-[:PARTICIPATES_IN|INVITED_TO|ABSENT_FROM]->(e:Event) RETURN e
  UNION
  WITH with
  MATCH (e:Event)-[:IN_SERIES]->(with) RETURN e
  UNION
  WITH with
  MATCH (with)-[r:PARTICIPATES_THROUGH]->(e:Event)
  WHERE any(via IN r.through WHERE via STARTS WITH 'https://w3id.org/summitry/id/person/') RETURN e
}
WITH DISTINCT e
