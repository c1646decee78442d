MATCH (n:Agent) WHERE n.iri IN $iris RETURN n.iri AS iri, n.name AS name, n.nameFr AS fr, n.nameEn AS en
UNION ALL
MATCH (n:Event) WHERE n.iri IN $iris RETURN n.iri AS iri, n.name AS name, n.nameFr AS fr, n.nameEn AS en
UNION ALL
MATCH (n:Place) WHERE n.iri IN $iris RETURN n.iri AS iri, n.name AS name, n.nameFr AS fr, n.nameEn AS en
