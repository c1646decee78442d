"""`summitry graph`: a picture of an event and what surrounds it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.claims import NotFoundError
from summitry.cli.options import Data

if TYPE_CHECKING:
    from summitry.graph import Candidate
    from summitry.store import Store


class PictureLanguage(StrEnum):
    """Languages of pictures."""

    EN = "en"
    FR = "fr"


def graph(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An IRI, an id, or words that name the event.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The picture: .svg, .png or .html.")],
    depth: Annotated[int, typer.Option("--depth", min=1, max=3, help="How many links away.")] = 1,
    lang: Annotated[
        PictureLanguage | None,
        typer.Option("--lang", help="Language of the picture; that of the words when left away."),
    ] = None,
    data: Data = None,
) -> None:
    """Draw an event with its participants, places and articles."""
    from summitry.graph import draw, neighbourhood
    from summitry.ingest import Settings, open_store

    with open_store(Settings.from_environment(data)) as store:
        found, language = _find(store, event)
        picture = neighbourhood(store, found.iri, depth)
    draw(picture, out, language=lang.value if lang else language)
    typer.echo(f"{found.description.name(language) or found.iri} → {out}")


def _find(store: Store, words: str) -> tuple[Candidate, str]:
    """The one event that the words mean, and their language. Names are tried first, then what the words describe.

    Raises NotFoundError, listing the candidates, when there is not exactly one.
    """
    from summitry.graph import find
    from summitry.graph.search import described, meant
    from summitry.query import Asker
    from summitry.reference import Reference

    found = find(store, words)
    language = found[0].language if found and found[0].language in [*PictureLanguage] else PictureLanguage.EN.value
    if len(found) != 1:
        language, events = meant(store, Asker(Reference.load()), words)
        if not found or len(events) == 1:
            found = described(store, events)
    if len(found) == 1:
        return found[0], language or PictureLanguage.EN.value
    if not found:
        raise NotFoundError(words, "no event has this name or fits these words", "list events with: summitry ask")
    listed = "\n".join(f"  {_line(candidate)}" for candidate in found)
    raise NotFoundError(words, f"fits {len(found)} events", f"choose one by its id:\n{listed}\n")


def _line(candidate: Candidate) -> str:
    from summitry.claims import iris

    when = candidate.description.details.get("start", "no date")
    return f"{candidate.iri.removeprefix(iris.DATA)}  {when}  {candidate.description.name()}"
