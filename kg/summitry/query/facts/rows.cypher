// When and where the event takes place.
{event}
OPTIONAL MATCH (e)-[:TAKES_PLACE_IN]->(place:Place)
RETURN e.iri AS event, e.startEdtf AS start, e.endEdtf AS end, e.status AS status, e.mode AS mode, place.iri AS place
