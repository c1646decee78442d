"""Run the program; an expected error is one line on standard error.

Exit codes: 0 done; 1 an input or the store failed (what could be done is done); 2 unusable arguments or a question
that was not understood; 130 interrupted.
"""

from __future__ import annotations

import os
import sys

import typer

from summitry.claims import QuestionError, SummitryError
from summitry.cli import app
from summitry.program.serve import serve

app.command("serve")(serve)


def main() -> None:
    """The entry point of the console script."""
    try:
        app()
    except QuestionError as error:
        _fail(error, 2)
    except SummitryError as error:
        _fail(error, 1)
    except BrokenPipeError:
        # The reader of our output has gone; keep the interpreter from writing to it once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _fail(error: SummitryError, code: int) -> None:
    typer.secho(f"error: {error}", err=True, fg="red")
    sys.exit(code)
