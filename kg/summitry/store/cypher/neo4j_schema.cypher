CREATE CONSTRAINT summitry_iri IF NOT EXISTS FOR (n:Resource) REQUIRE n.iri IS UNIQUE;
CREATE CONSTRAINT summitry_claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT summitry_log IF NOT EXISTS FOR (n:SummitryLog) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT summitry_claim_seq IF NOT EXISTS FOR (n:ClaimRecord) REQUIRE n.seq IS UNIQUE;
CREATE CONSTRAINT summitry_article_seq IF NOT EXISTS FOR (n:ArticleRecord) REQUIRE n.seq IS UNIQUE;
CREATE INDEX summitry_record_id IF NOT EXISTS FOR (n:ClaimRecord) ON (n.id);
CREATE INDEX summitry_record_source IF NOT EXISTS FOR (n:ClaimRecord) ON (n.source);
CREATE INDEX summitry_record_subject IF NOT EXISTS FOR (n:ClaimRecord) ON (n.subject);
CREATE INDEX summitry_record_object IF NOT EXISTS FOR (n:ClaimRecord) ON (n.object);
CREATE INDEX summitry_record_retracted IF NOT EXISTS FOR (n:ClaimRecord) ON (n.retractedSeq);
CREATE INDEX summitry_record_day IF NOT EXISTS FOR (n:ClaimRecord) ON (n.firstDay);
CREATE INDEX summitry_article_iri IF NOT EXISTS FOR (n:ArticleRecord) ON (n.iri);
CREATE INDEX summitry_event_start IF NOT EXISTS FOR (n:Event) ON (n.start);
CREATE INDEX summitry_event_name IF NOT EXISTS FOR (n:Event) ON (n.name);
CREATE INDEX summitry_agent_name IF NOT EXISTS FOR (n:Agent) ON (n.name);
CREATE INDEX summitry_agent_iri IF NOT EXISTS FOR (n:Agent) ON (n.iri);
CREATE INDEX summitry_event_iri IF NOT EXISTS FOR (n:Event) ON (n.iri);
CREATE INDEX summitry_place_iri IF NOT EXISTS FOR (n:Place) ON (n.iri);
CREATE INDEX summitry_article_id IF NOT EXISTS FOR (n:Article) ON (n.id)
