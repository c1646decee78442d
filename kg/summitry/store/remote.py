"""Documents from other servers, for LOAD where it is allowed: HTTP and HTTPS only, bounded in time and size."""

from __future__ import annotations

import urllib.error
import urllib.request
from http.client import HTTPException
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from summitry.claims import InputError
from summitry.store import rdf_files
from summitry.store.query_errors import FailedError

MAX_BYTES = 64_000_000
SECONDS = 20.0
_SUBJECT = "LOAD"
_MEDIA = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
    "application/trig": "trig",
    "application/n-quads": "nquads",
}
_SCHEMES = ("http", "https")


def fetch(address: str) -> tuple[bytes, str]:
    """A document and its serialisation, after its media type or else its ending. Raises FailedError."""
    request = urllib.request.Request(_checked(address), headers={"Accept": ", ".join(_MEDIA) + ", */*;q=0.1"})
    try:
        with _opener().open(request, timeout=SECONDS) as response:
            data = response.read(MAX_BYTES + 1)
            format = _MEDIA.get(response.headers.get_content_type()) or _by_ending(response.url)
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise FailedError(_SUBJECT, f"{address} cannot be read: {reason}", "check the address") from error
    if len(data) > MAX_BYTES:
        raise FailedError(_SUBJECT, f"{address} is larger than {MAX_BYTES // 1_000_000} MB", "use summitry import FILE")
    return data, format


def _checked(address: str) -> str:
    if urlsplit(address).scheme not in _SCHEMES:
        raise FailedError(_SUBJECT, f"{address} is no address of the web", "use http or https")
    return address


def _opener() -> urllib.request.OpenerDirector:
    """Follows redirections, and never to files of this machine."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.HTTPHandler, urllib.request.HTTPSHandler, urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor, urllib.request.HTTPDefaultErrorHandler,
    ):  # fmt: skip
        opener.add_handler(handler())
    return opener


def _by_ending(address: str) -> str:
    try:
        return rdf_files.format_of(PurePosixPath(urlsplit(address).path))
    except InputError as error:
        raise FailedError(_SUBJECT, f"{address} does not say which RDF serialisation it is", error.remedy) from error
