"""What is refused before a query is sent."""

from __future__ import annotations

import pytest

from summitry.claims import QueryError
from summitry.store import cypher_rules

TRAPS = [
    "MATCH (s:State) RETURN max(s.pop) IS NOT NULL",
    "MATCH (s:State) RETURN max(s.pop) IS NULL AS empty, s.name",
    "MATCH (s:State) RETURN (max(s.pop)) IS NULL",
    "MATCH (s:State) RETURN CASE WHEN max(s.pop) IS NULL THEN 1 ELSE 2 END",
    "MATCH (s:State) WITH count(s) > 1 AND max(s.pop) > 3 AS both RETURN both",
    "MATCH (s:State) RETURN NOT (count(s) > 0)",
    "MATCH (s:State) RETURN 3 IN collect(s.pop)",
    "MATCH (s:State) RETURN s.pop IN collect(s.pop)",
    "MATCH (s:State) RETURN max(s.name) STARTS WITH 'n'",
    "MATCH (s:State) RETURN max(s.name) ENDS WITH 'n' ORDER BY 1",
    "MATCH (s:State) RETURN max(s.name) CONTAINS 'n'",
    "MATCH (s:State) RETURN max(s.name) =~ 'n.*'",
    "MATCH (s:State) RETURN head(collect(s)).name",
    "MATCH (s:State) CALL { WITH s RETURN count(s) > 1 OR true AS x } RETURN x",
    "MATCH (s:State) /* comment */ return Count(*) is null // end",
]

FINE = [
    "MATCH (s:State) WITH max(s.pop) AS m RETURN m IS NULL",
    "MATCH (s:State) WITH s.name AS n, max(s.pop) AS m WHERE m IS NOT NULL RETURN n, m",
    "MATCH (s:State) WHERE s.pop IS NOT NULL RETURN count(s)",
    "MATCH (s:State) RETURN s.pop IS NULL, count(*) AS c ORDER BY c IS NULL",
    "MATCH (s:State) RETURN size(collect(s.pop)), [x IN collect(s.pop) | x + 1]",
    "MATCH (s:State) RETURN any(x IN collect(s.pop) WHERE x = 1)",
    "MATCH (s:State) RETURN reduce(t = 0, x IN collect(s.pop) | t + x)",
    "MATCH (s:State) RETURN count(s) AS n, 'max(x) IS NULL' AS text",
    "MATCH (s:State) RETURN count(s) + 1, coalesce(max(s.pop), 0)",
    "MATCH (s:State) WHERE s.name STARTS WITH 'F' OR s.name ENDS WITH 'e' RETURN count(s)",
    "MATCH (s:State) RETURN s.count IS NULL",
    "MATCH (`max(` :State) RETURN `max(` IS NULL",
]


@pytest.mark.parametrize("query", TRAPS)
def test_aggregations_inside_tests_are_refused(query: str) -> None:
    with pytest.raises(QueryError):
        cypher_rules.check_arcade(query)


@pytest.mark.parametrize("query", FINE)
def test_other_aggregations_pass(query: str) -> None:
    cypher_rules.check(query)
    cypher_rules.check_arcade(query)


@pytest.mark.parametrize(
    "query", ["", "  // nothing\n", ";", "LOAD CSV FROM 'x' AS l RETURN l", "load /* */ csv FROM 'x'"]
)
def test_empty_queries_and_files_are_refused(query: str) -> None:
    with pytest.raises(QueryError):
        cypher_rules.check(query)


def test_load_csv_in_a_text_is_no_matter() -> None:
    cypher_rules.check("RETURN 'LOAD CSV FROM' AS text, `LOAD CSV`")
