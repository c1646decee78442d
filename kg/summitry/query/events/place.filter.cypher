WITH e WHERE EXISTS { MATCH (e)-[:TAKES_PLACE_IN]->(place:Place) WHERE place.iri IN {places} }
