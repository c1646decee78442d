MATCH (with:Agent) WHERE with.iri IN {agents}
CALL {
  WITH with
  MATCH (with)-[:PARTICIPATES_IN|INVITED_TO|ABSENT_FROM]->(e:Event) RETURN e
  UNION
  WITH with
  MATCH (e:Event)-[:IN_SERIES]->(with) RETURN e
  UNION
  WITH with
  MATCH (with)<-[:HOLDS_OFFICE]-(:Person)-[:PARTICIPATES_IN]->(e:Event) RETURN e
}
WITH DISTINCT e
