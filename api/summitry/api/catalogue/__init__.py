"""Lists and descriptions of events, agents and articles, read from a store."""
