UNWIND $rows AS row
CREATE (r:ClaimRecord)
SET r = row
