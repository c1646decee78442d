WITH e WHERE e.startEdtf >= {first} AND e.startEdtf <= {last}
