UNWIND $rows AS row
CREATE (r:__NAMES__)
SET r = row
