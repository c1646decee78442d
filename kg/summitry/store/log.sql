-- The claim log of the embedded store: append-only; a retraction fills two columns of the claim's row and takes a sequence
-- number of its own. Together the sequence numbers of articles, claims, retractions and segments run from 1 without a gap.
CREATE TABLE IF NOT EXISTS article (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  iri TEXT NOT NULL,
  version TEXT NOT NULL,
  published TEXT,
  text TEXT NOT NULL,
  body BLOB NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS article_iri ON article (iri, seq);

CREATE TABLE IF NOT EXISTS claim (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  source TEXT NOT NULL,
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  object TEXT,
  body BLOB NOT NULL,
  first_day TEXT,
  last_day TEXT,
  recorded_at INTEGER NOT NULL,
  retracted_seq INTEGER,
  retracted_at INTEGER
) STRICT;
-- One live row per claim id; NULLs would not be compared, hence the zero.
CREATE UNIQUE INDEX IF NOT EXISTS claim_id ON claim (id, ifnull(retracted_seq, 0));
CREATE INDEX IF NOT EXISTS claim_subject ON claim (subject);
CREATE INDEX IF NOT EXISTS claim_object ON claim (object) WHERE object IS NOT NULL;
CREATE INDEX IF NOT EXISTS claim_source ON claim (source);
CREATE UNIQUE INDEX IF NOT EXISTS claim_retracted ON claim (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE INDEX IF NOT EXISTS claim_day ON claim (first_day)
  WHERE first_day IS NOT NULL AND first_day = last_day AND retracted_seq IS NULL;
CREATE INDEX IF NOT EXISTS claim_period ON claim (first_day)
  WHERE first_day IS NOT NULL AND first_day <> last_day AND retracted_seq IS NULL;
CREATE INDEX IF NOT EXISTS claim_same ON claim (subject)
  WHERE predicate = 'https://w3id.org/summitry/ontology#sameEventAs' AND retracted_seq IS NULL;
CREATE INDEX IF NOT EXISTS claim_judged ON claim (object)
  WHERE predicate = 'https://w3id.org/summitry/ontology#sameEventAs' AND retracted_seq IS NULL;
-- Claims that deny something, hold for a stated time, or are inferred though others state the like (or the other way
-- about): there are few, and what others add up to depends on them.
CREATE INDEX IF NOT EXISTS claim_deciding ON claim (subject)
  WHERE retracted_seq IS NULL
  AND instr(body, '"validFrom":') + instr(body, '"validTo":') + instr(body, '"polarity":"negative"')
    + ((predicate = 'https://w3id.org/summitry/ontology#metWith') <> (instr(body, '#inferred"') > 0)) > 0;

-- How far each view is: shown (watermark) and known to be on disk (durable).
CREATE TABLE IF NOT EXISTS view (
  name TEXT PRIMARY KEY,
  watermark INTEGER NOT NULL,
  durable INTEGER NOT NULL
) STRICT;

-- Imported RDF datasets, statement by statement as they were, some hundred to a row.
CREATE TABLE IF NOT EXISTS dataset (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  statements INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  retracted_seq INTEGER,
  retracted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS dataset_live ON dataset (name) WHERE retracted_seq IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS dataset_retracted ON dataset (retracted_seq) WHERE retracted_seq IS NOT NULL;

CREATE TABLE IF NOT EXISTS segment (
  seq INTEGER PRIMARY KEY,
  dataset INTEGER NOT NULL REFERENCES dataset (seq),
  statements INTEGER NOT NULL,
  body TEXT NOT NULL,
  retracted_seq INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS segment_dataset ON segment (dataset);
CREATE UNIQUE INDEX IF NOT EXISTS segment_retracted ON segment (retracted_seq) WHERE retracted_seq IS NOT NULL;

-- Which segments say something about a subject (64 bits of a hash of it).
CREATE TABLE IF NOT EXISTS segment_subject (
  subject INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  PRIMARY KEY (subject, segment)
) STRICT, WITHOUT ROWID;
