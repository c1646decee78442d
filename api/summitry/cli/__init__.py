"""The questions in a terminal. Heavy modules are imported by the command that needs them: --help must be quick."""

from summitry.cli.app import app

__all__ = ["app"]
