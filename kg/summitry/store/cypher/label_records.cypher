// Records of before these labels were thought of.
MATCH (r:ClaimRecord)
CALL (r) {
  FOREACH (_ IN CASE WHEN r.predicate = $sameEventAs THEN [1] ELSE [] END | SET r:JudgementRecord)
  FOREACH (_ IN CASE WHEN r.firstDay <> r.lastDay THEN [1] ELSE [] END | SET r:PeriodRecord)
  FOREACH (_ IN CASE WHEN any(mark IN $special WHERE r.body CONTAINS mark)
    OR (r.predicate = $metWith) <> (r.body CONTAINS $inferred) THEN [1] ELSE [] END | SET r:SpecialRecord)
} IN TRANSACTIONS OF 5000 ROWS
