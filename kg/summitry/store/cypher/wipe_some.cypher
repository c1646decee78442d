MATCH (n:Resource)
WITH n LIMIT $rows
DETACH DELETE n
RETURN count(*) AS deleted
