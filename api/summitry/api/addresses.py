"""The address of a request and its parameters, read as they were sent."""

from __future__ import annotations

from urllib.parse import parse_qsl

from fastapi import Request

from summitry.claims import QueryError


def address(request: Request) -> str:
    """The address without its parameters; what is percent-encoded in the path stays so."""
    path: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    return str(request.url.replace(path=path.partition(b"?")[0].decode("latin-1"), query="", fragment=""))


def parameters(request: Request) -> list[tuple[str, str]]:
    """Names and values in the address. Raises QueryError when they are not UTF-8."""
    return pairs(request.scope.get("query_string", b"").decode("latin-1"))


def pairs(form: str) -> list[tuple[str, str]]:
    """Names and values of a form (application/x-www-form-urlencoded). Raises QueryError when they are not UTF-8."""
    try:
        return parse_qsl(form, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise QueryError(
            "parameters", "they are not UTF-8 behind their percent signs", "encode them as UTF-8"
        ) from error
