MATCH (l:SummitryLog {name: 'log'})
SET l.seq = $seq
