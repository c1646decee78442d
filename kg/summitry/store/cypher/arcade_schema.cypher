// No constraint on iri: in ArcadeDB a unique one forbids adding a label. The one writer keeps IRIs unique.
CREATE INDEX summitry_iri IF NOT EXISTS FOR (n:Resource) ON (n.iri);
CREATE INDEX summitry_claim IF NOT EXISTS FOR (n:Claim) ON (n.id);
CREATE INDEX summitry_name IF NOT EXISTS FOR (n:SummitryName) ON (n.key);
CREATE INDEX summitry_view IF NOT EXISTS FOR (n:SummitryView) ON (n.name)
