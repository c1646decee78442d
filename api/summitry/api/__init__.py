"""The HTTP API: the same graph and questions as in the terminal."""

from summitry.api.app import create_app

__all__ = ["create_app"]
