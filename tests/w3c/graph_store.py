"""The W3C's tests of the SPARQL 1.1 Graph Store HTTP Protocol, in our words: steps on one store."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox
from tests.w3c import answers
from tests.w3c.servers import Server

TURTLE = "text/turtle; charset=utf-8"
PREFIXES = "@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix v: <http://www.w3.org/2006/vcard/ns#> .\n"
PERSON = '<http://example.org/person/1> a foaf:Person ; foaf:businessCard [ a v:VCard ; v:fn "{name}" ] .\n'
JOHN, JANE = PERSON.format(name="John Doe"), PERSON.format(name="Jane Doe")
ALICE = '[] a foaf:Person ; foaf:businessCard [ a v:VCard ; v:given-name "Alice" ] .\n'
NAME = '<http://example.org/person/1> foaf:name "Jane Doe" .\n'
PARTS = tuple(f'<http://example.org/person/1> foaf:{name} "{text}" .\n'
              for name, text in (("familyName", "Doe"), ("givenName", "Jane")))  # fmt: skip
ONE, TWO, NEW = "/person/1.ttl", "/person/2.ttl", "$NEW"


@dataclass(frozen=True)
class Step:
    """A request on a graph: below the store's address, `?default`, `?graph=` and such a place, or the newest one.

    `sent` is the Turtle of the body, several documents for a form; `statuses` are those that the protocol allows;
    `holds` is what must be read.
    """

    name: str
    method: str
    place: str
    statuses: tuple[int, ...]
    sent: str | tuple[str, ...] | None = None
    media: str = TURTLE
    holds: str | None = None


CHANGED = (200, 204)
STEPS = (
    Step("put__initial_state", "PUT", ONE, (201,), JOHN),
    Step("get_of_put__initial_state", "GET", "?graph=" + ONE, (200,), holds=JOHN),
    Step("put__graph_already_in_store", "PUT", ONE, CHANGED, JANE),
    Step("get_of_put__graph_already_in_store", "GET", ONE, (200,), holds=JANE),
    Step("put__default_graph", "PUT", "?default", (200, 201, 204), ALICE),
    Step("get_of_put__default_graph", "GET", "?default", (200,), holds=ALICE),
    Step("put__mismatched_payload", "PUT", ONE, (400,), JANE, "application/rdf+xml"),
    Step("put__empty_graph", "PUT", "?graph=" + TWO, (200, 201, 204), ""),
    Step("get_of_put__empty_graph", "GET", TWO, (200,), holds=""),
    Step("put__replace_empty_graph", "PUT", TWO, CHANGED, JOHN),
    Step("get_of_replacement_for_empty_graph", "GET", TWO, (200,), holds=JOHN),
    Step("delete__existing_graph", "DELETE", TWO, CHANGED),
    Step("get_of_delete__existing_graph", "GET", TWO, (404,)),
    Step("delete__nonexistent_graph", "DELETE", TWO, (404,)),
    Step("post__existing_graph", "POST", ONE, CHANGED, NAME),
    Step("get_of_post__existing_graph", "GET", ONE, (200,), holds=JANE + NAME),
    Step("post__multipart_formdata", "POST", ONE, CHANGED, PARTS),
    Step("get_of_post__multipart_formdata", "GET", ONE, (200,), holds=JANE + NAME + "".join(PARTS)),
    Step("post__create__new_graph", "POST", "", (201,), ALICE),
    Step("get_of_post__create__new_graph", "GET", NEW, (200,), holds=ALICE),
    Step("post__empty_graph_to_existing_graph", "POST", NEW, CHANGED, ""),
    Step("get_of_post__after_noop", "GET", NEW, (200,), holds=ALICE),
    Step("head_on_an_existing_graph", "HEAD", ONE, (200,)),
    Step("head_on_a_nonexisting_graph", "HEAD", "/person/4.ttl", (404,)),
)


def failures(server: Server) -> dict[str, str]:
    """Take all steps on an empty store: the names of those that were not answered as they should be, and why."""
    server.clear()
    newest, found = "", {}
    for step in STEPS:
        try:
            newest = _take(server, step, newest) or newest
        except AssertionError as error:
            found[step.name] = str(error)
    return found


def _take(server: Server, step: Step, newest: str) -> str | None:
    """One step; the address of the graph that it made."""
    address, parameters = _target(server, step.place, newest)
    headers, content, files = {"accept": "text/turtle"}, None, None
    if step.method == "HEAD":
        headers["connection"] = "close"  # a server that sends a body all the same would spoil what follows
    if isinstance(step.sent, str):
        headers["content-type"], content = step.media, PREFIXES + step.sent
    elif step.sent:
        files = [(f"{n}", (f"{n}.ttl", PREFIXES + part, TURTLE)) for n, part in enumerate(step.sent)]
    answer = server.client.request(
        step.method, address, params=parameters, headers=headers, files=files, content=content
    )
    assert answer.status_code in step.statuses, f"{answer.status_code}: {answer.text}"
    if step.holds is not None:
        assert answer.headers["content-type"].startswith("text/turtle")
        assert answers.same(_dataset(answer.content), _dataset((PREFIXES + step.holds).encode())), answer.text
    return answer.headers.get("location")


def _target(server: Server, place: str, newest: str) -> tuple[str, dict[str, str] | None]:
    if place == NEW:
        return newest, None
    if place == "?default":
        return server.graphs, {"default": ""}
    if place.startswith("?graph="):
        return server.graphs, {"graph": server.address(server.graphs) + place.removeprefix("?graph=")}
    return server.graphs + place, None


def _dataset(turtle: bytes) -> ox.Dataset:
    return ox.Dataset(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
