MATCH (e:Event) WHERE e.iri IN $iris
OPTIONAL MATCH (e)-[:TAKES_PLACE_IN]->(place:Place)
RETURN e.iri AS iri, e.kind AS kind, e.startEdtf AS start, e.endEdtf AS end, e.status AS status, e.mode AS mode,
  place.iri AS place, e.disputed AS disputed
