"""The option that plugs in optional extractors, and how commands tell what came of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, BinaryIO, Self

import typer

from summitry.claims import ExtractorError, InputError

if TYPE_CHECKING:
    from summitry.extractors import CombinedExtractor, Examined
    from summitry.reference import Reference

RULES = "rules"


def _known(value: str) -> str:
    """A name that can be opened; a usage error otherwise."""
    from summitry.extractors import parse

    try:
        return "+".join(parse(value))
    except ExtractorError as error:
        raise typer.BadParameter(str(error)) from error


ExtractorName = Annotated[
    str,
    typer.Option(
        "--extractor", metavar="NAME", parser=_known,
        help="rules, rules+llm, rules+spacy, rules+spacy+llm, or llm alone; see docs/extractors.md.",
    ),
]  # fmt: skip
NoFallback = Annotated[
    bool, typer.Option("--no-fallback", help="What an optional extractor cannot read is an error, not a warning.")
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", metavar="N", min=1,
        help="Processes that read articles; left away, one for few articles and one for each core for many.",
    ),
]  # fmt: skip
Report = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE", help="Write what was refused: one JSON line an article."),
]


class Examination:
    """Opens extractors by name and tells their problems on standard error, each lasting one once."""

    def __init__(self, on_failure: Callable[[InputError], None], *, fallback: bool, report: Path | None = None) -> None:
        self._on_failure = on_failure
        self._fallback = fallback
        self._report = report
        self._told: set[str] = set()
        self._stack = ExitStack()
        self._file: BinaryIO | None = None
        self.refused = 0

    def open(self, name: str, reference: Reference, processes: int = 1) -> CombinedExtractor:
        """The extractors of a name, the rules in so many processes.

        Raises ExtractorError when they cannot be opened, InputError for the report.
        """
        from summitry.extractors import open_extractor
        from summitry.ingest.settings import extractor_settings

        if self._report is not None:
            self._file = self._stack.enter_context(_writable(self._report))
        extractor = open_extractor(
            name, reference, extractor_settings(), self._note, fallback=self._fallback, processes=processes
        )
        return self._stack.enter_context(extractor)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def _note(self, examined: Examined) -> None:
        """Tell what went wrong with an article, and write what was refused."""
        import orjson

        self.refused += len(examined.refused)
        if self._file is not None:
            article = examined.reading.article
            line = {"article": article.id, "title": article.title, **examined.as_json()}
            self._file.write(orjson.dumps(line) + b"\n")
        for problem in examined.problems:
            self._tell(problem)

    def _tell(self, problem: ExtractorError) -> None:
        if not self._fallback:
            self._on_failure(InputError(problem.subject, problem.cause, problem.remedy))
        elif problem.cause not in self._told:
            self._told.add(problem.cause)
            typer.secho(f"warning: {problem}", err=True, fg="yellow")


def _writable(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}", "name another file") from error
