WITH e WHERE EXISTS { MATCH (with:Agent)-[:PARTICIPATES_IN|INVITED_TO|ABSENT_FROM]->(e) WHERE with.iri IN {agents} }
  OR EXISTS { MATCH (e)-[:IN_SERIES]->(with:Agent) WHERE with.iri IN {agents} }
  OR EXISTS { MATCH (with:Agent)-[r:PARTICIPATES_THROUGH]->(e) WHERE with.iri IN {agents}
    AND any(via IN r.through WHERE via STARTS WITH 'https://w3id.org/summitry/id/person/') }
