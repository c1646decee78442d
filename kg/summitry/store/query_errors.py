"""Queries and updates that are right as a text and still not run."""

from __future__ import annotations

from summitry.claims import QueryError


class ProtectedError(QueryError):
    """An update that would change what articles say."""


class RefusedError(QueryError):
    """A query or update that would reach out to another server."""


class FailedError(QueryError):
    """An update that cannot be done on this dataset, for example because a graph is missing."""
