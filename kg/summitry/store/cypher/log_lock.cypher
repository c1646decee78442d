// One writer at a time: the lock on this node is held until the transaction ends.
MERGE (l:SummitryLog {name: 'log'})
ON CREATE SET l.seq = 0, l.id = randomUUID()
SET l.locked = true
