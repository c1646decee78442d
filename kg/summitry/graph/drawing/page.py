"""A self-contained page: the picture and, in a table, the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import networkx as nx

from summitry.graph.drawing import wording
from summitry.graph.drawing.style import Words

_CSS = """
:root { color-scheme: light; font-family: system-ui, 'DejaVu Sans', Verdana, sans-serif; color: #111827; }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; line-height: 1.45; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } p { color: #4b5563; margin: 0 0 1rem; }
figure { margin: 0 0 2rem; } svg { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #d1d5db; }
thead th { border-bottom: 2px solid #6b7280; } q { font-style: italic; display: block; }
@media (max-width: 40rem) { thead { display: none; } tr, td, th { display: block; border: 0; padding: .15rem 0; }
tr { border-bottom: 1px solid #d1d5db; padding: .5rem 0; } }
"""


def page(graph: nx.MultiDiGraph[str], picture: str, title: str, description: str, words: Words) -> str:
    """The page as text; every name and quote is escaped."""
    texts = words.page
    note = texts["truncated"].format(nodes=graph.number_of_nodes()) if graph.graph.get("truncated") else ""
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{words.language}">',
            f'<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{escape(title)}</title><style>{_CSS}</style></head>",
            f"<body><main><h1>{escape(title)}</h1>",
            f"<p>{escape(description)} {escape(note)}</p>",
            f'<figure aria-label="{escape(texts["picture"])}">{picture}</figure>',
            *_table(graph, words),
            "</main></body></html>",
            "",
        ]
    )


def _table(graph: nx.MultiDiGraph[str], words: Words) -> Iterator[str]:
    yield f"<table><caption>{escape(words.page['caption'])}</caption>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{escape(c)}</th>' for c in words.page["columns"]) + "</tr></thead>"
    yield "<tbody>"
    for start, end, data in graph.edges(data=True):
        names = [wording.name(node, graph.nodes[node], words) for node in (start, end)]
        kind = words.page["inferred" if data["inferred"] else "stated"]
        quotes = "".join(f"<q>{escape(quote)}</q>" for quote in data.get("quotes", ()))
        cells = (escape(wording.link(data, words)), escape(names[1]), escape(kind), quotes)
        row = "".join(f"<td>{cell}</td>" for cell in cells)
        yield f'<tr><th scope="row">{escape(names[0])}</th>{row}</tr>'
    yield "</tbody></table>"
