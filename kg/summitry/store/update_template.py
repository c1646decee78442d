"""The blocks of SPARQL updates as statements: data as they are written, templates filled with solutions.

A block is turned into TriG, which keeps lexical forms and language tags as they are written, as Oxigraph's update does
not; variables pass through as IRIs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from summitry.claims import QueryError
from summitry.store import language_tags, sparql_tokens

_VARIABLE = "tag:summitry.invalid,2026:variable/"

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Solution = Mapping[str, Term]


def parse(prologue: str, block: str, base: str | None, graph: ox.NamedNode | None = None) -> list[ox.Quad]:
    """The statements of a block, with tags spelled as in `language_tags`; `graph` is what WITH names."""
    text = f"{prologue}\n{_trig(block)}"
    try:
        found = list(
            ox.parse(language_tags.spell_turtle(text), format=ox.RdfFormat.TRIG, base_iri=base, rename_blank_nodes=True)
        )
    except (SyntaxError, ValueError) as error:
        raise QueryError("SPARQL update", f"cannot be read as statements: {error}", "write it more simply") from error
    return [_in(graph, quad) for quad in found] if graph is not None else found


def fill(template: Iterable[ox.Quad], solutions: Iterable[Solution]) -> Iterator[ox.Quad]:
    """The statements of a template for each solution; those that are incomplete or no RDF are left out."""
    wanted = list(template)
    for solution in solutions:
        fresh: dict[str, ox.BlankNode] = {}
        for quad in wanted:
            try:
                yield _filled(quad, solution, fresh)
            except (KeyError, TypeError):  # an unbound variable; a literal as subject, a blank node as predicate
                continue


def _trig(block: str) -> str:
    """A block of an update as TriG: it wants full stops before GRAPH and at the end, and none after braces."""
    parts: list[str] = []
    words = sparql_tokens.tokens(block)
    depth, before = 0, "."
    for place, word in enumerate(words):
        if depth == 0 and word.text == "." and before == "}":
            before = "."
            continue
        if depth == 0 and word.keyword == "GRAPH" and before not in (".", "}"):
            parts.append(" .")
        parts.append(_gap(words, place) + _word(word))
        depth += {"{": 1, "}": -1}.get(word.text, 0) if word.kind == "sign" else 0
        before = word.text if word.kind == "sign" else ""
    return "".join(parts) + ("" if before in (".", "}") else " .")


def _gap(words: list[sparql_tokens.Token], place: int) -> str:
    """A space where there was one or a comment, and around full stops: what else stood together stays together."""
    apart = (
        place == 0 or words[place - 1].end != words[place].start or "." in (words[place].text, words[place - 1].text)
    )
    return " " if apart else ""


def _word(word: sparql_tokens.Token) -> str:
    if word.kind == "variable":
        return f" <{_VARIABLE}{word.text[1:]}> "
    return word.text.lower() if word.keyword in ("TRUE", "FALSE") else word.text


def _in(graph: ox.NamedNode, quad: ox.Quad) -> ox.Quad:
    if not isinstance(quad.graph_name, ox.DefaultGraph):
        return quad
    return ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def _filled(quad: ox.Quad, solution: Solution, fresh: dict[str, ox.BlankNode]) -> ox.Quad:
    subject, predicate, value = (_term(t, solution, fresh) for t in (quad.subject, quad.predicate, quad.object))
    name = quad.graph_name
    graph = name if isinstance(name, ox.DefaultGraph) else _term(name, solution, fresh)
    return ox.Quad(subject, predicate, value, graph)  # type: ignore[arg-type]


def _term(term: Term, solution: Solution, fresh: dict[str, ox.BlankNode]) -> Term:
    """Raises KeyError for a variable without a value, TypeError when the filled triple is none."""
    if isinstance(term, ox.NamedNode) and term.value.startswith(_VARIABLE):
        return solution[term.value.removeprefix(_VARIABLE)]
    if isinstance(term, ox.BlankNode):
        return fresh.setdefault(term.value, ox.BlankNode())
    if isinstance(term, ox.Triple):
        parts = (_term(part, solution, fresh) for part in (term.subject, term.predicate, term.object))
        return ox.Triple(*parts)  # type: ignore[arg-type]
    return term
