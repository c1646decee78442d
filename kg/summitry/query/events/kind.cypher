MATCH (e:Event) WHERE e.kind IN {kinds}
WITH DISTINCT e
