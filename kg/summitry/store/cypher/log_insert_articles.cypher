UNWIND $rows AS row
CREATE (a:ArticleRecord)
SET a = row
