MATCH (l:SummitryLog {name: 'log'})
RETURN l.seq AS seq, l.id AS id
