UNWIND $rows AS row
CREATE (n:__NAMES__)
SET n = row.properties
