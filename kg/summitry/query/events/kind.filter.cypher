WITH e WHERE e.kind IN {kinds}
