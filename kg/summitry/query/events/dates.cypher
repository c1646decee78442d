MATCH (e:Event) WHERE e.startEdtf >= {first} AND e.startEdtf <= {last}
WITH DISTINCT e
