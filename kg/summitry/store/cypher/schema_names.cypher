SHOW INDEXES YIELD name
WHERE name STARTS WITH 'summitry_'
RETURN collect(name) AS names
