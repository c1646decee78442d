WITH e WHERE EXISTS { MATCH (with:Agent)-[:PARTICIPATES_IN|INVITED_TO|ABSENT_FROM]->(e) WHERE with.iri IN {agents} }
  OR EXISTS { MATCH (e)-[:IN_SERIES]->(with:Agent) WHERE with.iri IN {agents} }
  OR EXISTS { MATCH (with:Agent)<-[:HOLDS_OFFICE]-(:Person)-[:PARTICIPATES_IN]->(e) WHERE with.iri IN {agents} }
