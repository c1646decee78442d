"""Which queries the embedded engine would answer wrongly, and which only look as if it would."""

from __future__ import annotations

import pytest

from summitry.claims import QueryError
from summitry.store import cypher_rules

TESTS = [
    "RETURN NOT count(e) > 3 AS n",
    "RETURN {a: NOT count(*) > 1} AS x",
    "RETURN {a: max(e) IS NULL} AS x",
    "RETURN {a: [count(*) > 1, max(e.start) IS NULL]} AS c",
    "RETURN [{a: count(*) IN [1]}] AS c",
    "RETURN coalesce(max(e.start) IS NULL, false) AS c",
    "RETURN size([x IN collect(e.iri) WHERE x IS NOT NULL]) IN [1,2] AS c",
    "RETURN any(x IN collect(e.iri) WHERE x = 'a') OR e.kind = 'summit' AS c",
    "RETURN NOT CASE WHEN count(*) > 1 THEN true END AS x",
    "RETURN CASE WHEN count(*) > 1 THEN 1 END IS NULL AS x",
    "WITH CASE WHEN count(*) = 17 AND true THEN 'a' ELSE 'b' END AS x RETURN x",
    "CALL (e) { MATCH (e)--(p) RETURN count(p) IS NULL AS x } RETURN x",
    "RETURN COLLECT { MATCH (e) RETURN count(p) IS NULL } AS x",
    "RETURN 'a' IN collect(p.name) AS x",
    "RETURN exists { (x) WHERE x.name = 'a' } OR count(*) > 1 AS x",
    "RETURN k, count(*) AS c ORDER BY count(*) > 1 AND k = 'summit', k",
    "RETURN max(e.end) IS NULL AS end, min(e.end).year AS in",
    "RETURN max(e.iri) STARTS WITH 'http' AS x",
    "RETURN 1 AS a, max(e.iri) =~ 'http.*' AS x",
    "RETURN a || max(b) || c IS NULL AS x",
]
PROPERTIES = [
    "RETURN [x IN collect(e) | x {.kind}][0].kind AS c",
    "RETURN (collect(e))[0].kind AS x",
    "RETURN collect(e)[0].kind AS x",
    "RETURN (collect(e)[0]).kind AS x",
    "RETURN properties(collect(e)[0]).kind AS x",
    "RETURN {a: max(e.iri)}.a AS x",
    "RETURN coalesce(max(e.start), date('2000-01-01')).year AS x",
    "RETURN date(max(e.start)).year AS x",
    "RETURN k, max(e.start) AS c ORDER BY max(e.start).year, k",
]
PATTERNS = [
    "MATCH (c) WHERE all(x IN ['a'] WHERE (c)-[:MEMBER_OF]->({name: x})) RETURN c",
    "MATCH (c) WHERE any(x IN l WHERE exists((c)<-[:MEMBER_OF]-({name: x}))) RETURN c",
    "MATCH (c) WHERE NOT none(x IN l WHERE NOT (x)--(c)) RETURN c",
    "MATCH (c) WHERE size([x IN l WHERE x.end > 1 AND (x)<--(c) | x]) > 1 RETURN c",
    "MATCH (e) WHERE EXISTS { (e)--(p) WHERE single(x IN p.l WHERE (p)-[:A {n: x}]->()) } RETURN e",
]
WORDS = [
    "CALL db.propertyKeys() YIELD propertyKey RETURN *",
    "show functions",
    "MATCH (c:Claim) RETURN c.recordedAt.epochSeconds",
]
RIGHT = [
    "MATCH (c) WHERE any(x IN ['a'] WHERE EXISTS { (c)-[:MEMBER_OF]->({name: x}) }) RETURN c",
    "MATCH (c) WHERE any(x IN l WHERE size([(c)-[:MEMBER_OF]->(o) WHERE o.name = x | o]) > 0) RETURN c",
    "MATCH (c) WHERE all(x IN l WHERE (x.a) - (x.b) > 1) AND (c)-[:A]->() RETURN [(c)-[:A]->(o) WHERE o.x IN l | o]",
    "MATCH (c) WHERE (c)-[:A]->() AND c.x IN [1, 2] RETURN [x IN nodes(p) WHERE x:Person | x.name]",
    "RETURN sum(CASE WHEN e.start IS NULL THEN 1 ELSE 0 END) AS x",
    "RETURN collect(e.start IS NULL) AS x",
    "RETURN collect(startNode(r).iri) AS x",
    "RETURN nodes(p)[0].iri AS x, count(*) AS c",
    "RETURN e.mode IS NULL AS m, count(*) AS c",
    "RETURN CASE WHEN e.kind IS NULL THEN 0 ELSE count(*) END AS m",
    "RETURN {z: k IS NULL, c: count(*)} AS c",
    "RETURN [k IS NULL, count(*)] AS c",
    "RETURN [x IN collect(e.start) WHERE x IS NOT NULL] AS x",
    "RETURN any(x IN collect(e.iri) WHERE x CONTAINS 'a') AS x",
    "RETURN reduce(s = 0, x IN collect(e) | s + CASE WHEN x.start IS NULL THEN 1 ELSE 0 END) AS x",
    "RETURN size([x IN collect(e.iri) WHERE x IN ['a']]) AS x",
    "RETURN max(c.ends[-1] - c.starts[0]) AS span",
    "RETURN count(*) + COUNT { (x:Leader) WHERE x.name IS NOT NULL } AS x",
    "RETURN sum(CASE WHEN EXISTS { (e)<--(x:Leader) WHERE x.name IS NOT NULL } THEN 1 ELSE 0 END) AS x",
    "RETURN CASE WHEN e.kind IS NULL THEN 1 ELSE 2 END + count(*) AS c",
    "RETURN count(*) + date('2025-01-01').year AS x",
    "RETURN count(*) > size([x IN [1,2] WHERE x IS NOT NULL]) AS c",
    "RETURN max(e.end) AS end, e.in AS in, count(*) AS c",
    "WITH e.kind AS k, count(*) AS c WHERE c IS NOT NULL AND k STARTS WITH 's' RETURN k, c IS NULL",
    "RETURN 'count(x) IS NULL' AS x, count(x) // IS NULL",
    "RETURN e {.name, .end, people: count(*)} AS x",
    "RETURN coalesce(nullIf(k STARTS WITH 's', true), count(*)) AS c",
    "RETURN count(*) AS c ORDER BY c IS NULL",
    "RETURN c.recordedAt.year, count(*)",
]


@pytest.mark.parametrize("query", TESTS)
def test_an_aggregation_inside_a_test_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="an aggregation inside a test") as refused:
        cypher_rules.check_arcade(query)
    assert "WITH max(x) AS m" in str(refused.value)


@pytest.mark.parametrize("query", PROPERTIES)
def test_a_property_of_an_aggregation_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="a property of an aggregation"):
        cypher_rules.check_arcade(query)


@pytest.mark.parametrize("query", PATTERNS)
def test_a_pattern_on_members_of_a_list_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="a pattern as condition on the members of a list"):
        cypher_rules.check_arcade(query)


@pytest.mark.parametrize("query", WORDS)
def test_words_that_lead_to_wrong_answers_are_refused(query: str) -> None:
    with pytest.raises(QueryError, match="would answer it wrongly"):
        cypher_rules.check_arcade(query)


@pytest.mark.parametrize("query", RIGHT)
def test_what_the_engine_answers_rightly_is_let_through(query: str) -> None:
    cypher_rules.check_arcade(query)


@pytest.mark.parametrize("query", ["RETURN )(", "RETURN [count(x", "END } RETURN", "RETURN CASE count(*)"])
def test_brackets_without_partner_are_left_to_the_engine(query: str) -> None:
    cypher_rules.check_arcade(query)
