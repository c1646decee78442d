MATCH (n:Resource)
RETURN count(n) AS nodes
