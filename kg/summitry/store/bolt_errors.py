"""The driver's errors, told as the errors of Summitry."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from summitry.claims import (
    QueryError,
    QueryTimeoutError,
    StoreError,
    StoreLoginError,
    StoreUnavailableError,
    SummitryError,
)

_TIMED_OUT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Terminated")
_WRITES = ("AccessMode", "Forbidden")


@contextmanager
def as_store_errors(address: str) -> Iterator[None]:
    """Errors of connecting, reading and writing at an address, as StoreError and its kinds."""
    try:
        yield
    except SummitryError:
        raise
    except exceptions.AuthError as error:
        raise StoreLoginError(address, _login_cause(error), "check NEO4J_USERNAME and NEO4J_PASSWORD") from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError) as error:
        raise StoreUnavailableError(
            address, "no Neo4j answers, or the connection was lost", "start it, or correct NEO4J_URI; then load again"
        ) from error
    except (exceptions.ConfigurationError, ValueError) as error:
        raise StoreUnavailableError(address, str(error), "give an address such as bolt://localhost:7687") from error
    except exceptions.Neo4jError as error:
        raise _store_error(address, error) from error
    except exceptions.DriverError as error:
        raise StoreError(address, str(error), "see the log of the server") from error


def _login_cause(error: exceptions.AuthError) -> str:
    if "RateLimit" in (error.code or ""):
        return "too many wrong passwords, the server refuses logins for a moment"
    return "the login was refused"


def _store_error(address: str, error: exceptions.Neo4jError) -> StoreError:
    code = error.code or ""
    if "DatabaseNotFound" in code:
        return StoreUnavailableError(address, error.message or code, "correct NEO4J_DATABASE")
    if error.is_retryable() or "DatabaseUnavailable" in code:
        return StoreUnavailableError(address, error.message or code, "try again")
    return StoreError(address, error.message or code, "see the log of the server")


def query_error(error: exceptions.Neo4jError, timeout: float | None) -> QueryError:
    """What went wrong with a query that somebody wrote."""
    code = (error.code or "").rsplit(".", 1)[-1]
    if code in _TIMED_OUT and timeout is not None:
        return QueryTimeoutError("Cypher query", f"no answer within {timeout:g} s", "ask for less, or allow more time")
    if code in _WRITES:
        return QueryError("Cypher query", "it would change the graph or its settings", "only reading is allowed here")
    return QueryError("Cypher query", error.message or code, "see docs/cypher.md for examples")
