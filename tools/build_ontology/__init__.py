"""Makes what derives from ontology/summitry/ontology/*.ttl: Python terms, JSON-LD context, documentation page."""
