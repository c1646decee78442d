"""The `summitry` program: the terminal commands together with the server, which alone needs the HTTP API."""

from summitry.program.main import main

__all__ = ["main"]
