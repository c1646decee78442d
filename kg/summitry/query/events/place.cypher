MATCH (e:Event)-[:TAKES_PLACE_IN]->(place:Place) WHERE place.iri IN {places}
WITH DISTINCT e
