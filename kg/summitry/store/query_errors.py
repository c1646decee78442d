"""Queries and updates that are right as a text and still not run."""

from __future__ import annotations

from summitry.claims import QueryError


class ProtectedError(QueryError):
    """An update that would change what articles say."""


class RefusedError(QueryError):
    """A query or update that would reach out to another server."""


class FailedError(QueryError):
    """What cannot be done here, for example because a graph is missing, or a function is not known."""
