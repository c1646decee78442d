// More claims for relationships that are there; gives which of the rows these are.
UNWIND $rows AS row
MATCH (a:Resource {iri: row.start})-[r:__NAMES__]->(b:Resource {iri: row.end})
WHERE coalesce(r.office, '') = row.office AND coalesce(r.role, '') = row.role
  AND coalesce(r.validFrom, '') = row.validFrom AND coalesce(r.validTo, '') = row.validTo
SET r.claimIds = r.claimIds + row.claimIds,
  r.confidence = CASE WHEN r.confidence < row.confidence THEN row.confidence ELSE r.confidence END
RETURN row.place AS place
