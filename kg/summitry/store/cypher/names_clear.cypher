MATCH (n:SummitryName)
DELETE n
