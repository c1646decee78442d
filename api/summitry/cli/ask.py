"""`summitry ask`: a question in French or English, answered with the sentences that prove it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import AsOf, Data, NoInferred, ValidAt

if TYPE_CHECKING:
    from rich.console import Console

    from summitry.query import Answer, Conflict, Evidence, Row
    from summitry.query.phrases import Phrases


class AnswerFormat(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question in French or English.")],
    how: Annotated[AnswerFormat, typer.Option("--format", help="How to print the answer.")] = AnswerFormat.TEXT,
    queries: Annotated[
        bool, typer.Option("--queries", help="Show the Cypher and SPARQL that gave the answer.")
    ] = False,
    as_of: AsOf = None,
    valid_at: ValidAt = None,
    no_inferred: NoInferred = False,
    data: Data = None,
) -> None:
    """Answer who attends, hosts or met whom, which events, when and where; with evidence and contradictions."""
    from summitry.ingest import Settings, open_store
    from summitry.query import Asker, answer_json
    from summitry.reference import Reference
    from summitry.store import history

    with open_store(Settings.from_environment(data)) as store:
        then = history.as_of(store, as_of)
        answer = Asker(Reference.load()).ask(then, question, valid_at=valid_at, inferred=not no_inferred)
    if how is AnswerFormat.JSON:
        from summitry.cli.output import print_json

        print_json(answer_json(answer))
    else:
        _print(answer, queries)
    if not answer.understood:
        raise typer.Exit(2)


def _print(answer: Answer, queries: bool) -> None:
    from rich.console import Console

    from summitry.query.phrases import load_phrases

    console, phrases = Console(highlight=False, markup=False, soft_wrap=True), load_phrases(answer.language)
    if not answer.understood:
        console.print(answer.answer, style="yellow")
        console.print(phrases.sentences["try"])
        for example in answer.examples:
            console.print(f"  {example}")
        return
    notes = {phrases.sentences[name] for name in ("none", "nobody", "several", "widened")}
    for line in answer.answer.splitlines():
        if line in notes:
            console.print(line, style="yellow")
    _print_rows(answer, console, phrases)
    for conflict in answer.conflicts:
        _print_conflict(conflict, console, phrases)
    if queries:
        console.print(f"\nCypher\n{answer.cypher}\n\nSPARQL\n{answer.sparql}", style="dim")


def _print_rows(answer: Answer, console: Console, phrases: Phrases) -> None:
    from summitry.query.say import heading, role_of

    for event in answer.events:
        console.print(heading(event, phrases), style="bold")
        rows = [row for row in answer.rows if row.event == event.iri]
        for row in (row for row in rows if not row.inferred):
            if row.role:
                label = row.name if row.iri != event.iri else phrases.word("status", event.status)
                console.print(f"  • {label} – {role_of(row, phrases)}")
            _print_evidence(row, console, phrases)
        for way in dict.fromkeys(role_of(row, phrases) for row in rows if row.inferred):
            names = sorted(row.name for row in rows if row.inferred and role_of(row, phrases) == way)
            console.print(f"  ◦ {way}: {', '.join(names)}", style="dim")


def _print_evidence(row: Row, console: Console, phrases: Phrases) -> None:
    sentences = {(piece.article, piece.sentence): piece for piece in reversed(row.evidence)}
    for piece in reversed(sentences.values()):
        console.print(f"      “{piece.sentence}”", style="italic")
        console.print(f"      {_source(piece, phrases)}", style="dim")


def _print_conflict(conflict: Conflict, console: Console, phrases: Phrases) -> None:
    console.print(f"{phrases.sentences['conflict']} ({conflict.about}): {conflict.reason}", style="bold red")
    console.print(f"      {' ≠ '.join(conflict.readings)}")
    for side in conflict.ranking:
        console.print(f"      {side.value} – {side.reason}")
        _print_quotes(side.evidence, console, phrases)
    ranked = {piece.claim for side in conflict.ranking for piece in side.evidence}
    _print_quotes([piece for piece in conflict.evidence if not ranked], console, phrases)


def _print_quotes(pieces: Iterable[Evidence], console: Console, phrases: Phrases) -> None:
    for piece in pieces:
        console.print(f"        “{piece.quote}” – {_source(piece, phrases)}", style="dim")


def _source(piece: Evidence, phrases: Phrases) -> str:
    publisher = piece.publisher or piece.title or piece.article.rsplit("/", 1)[-1]
    if not piece.published:
        return publisher
    return phrases.sentences["sources"].format(publisher=publisher, date=piece.published).strip()
