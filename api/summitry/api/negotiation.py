"""Which of the forms on offer a client likes best, and which bodies are taken (RFC 9110)."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request

from summitry.api.problems import NotAcceptableError, UnsupportedMediaTypeError


def choose(accept: str | None, offered: Mapping[str, str]) -> tuple[str, str]:
    """Media type and name of the best form; `offered` is media type → name, the preferred first.

    Without an Accept header, or with `*/*`, the first is given. Raises NotAcceptableError when none will do.
    """
    wanted = _ranges(accept or "*/*")
    scores = {media: _quality(media, wanted) for media in offered}
    best = max(scores, key=lambda media: scores[media])
    if scores[best] <= 0:
        raise NotAcceptableError("Accept", f"{accept!r} fits no form of this result", f"choose {', '.join(offered)}")
    return best, offered[best]


def plain_body(request: Request) -> None:
    """Raises UnsupportedMediaTypeError for a body that is packed."""
    coding = request.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("", "identity"):
        raise UnsupportedMediaTypeError("request", f"the body is packed with {coding}", "send it as it is")


def _ranges(accept: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weights = [piece[2:] for piece in parameters if piece.startswith("q=")]
        found[media] = _number(weights[0]) if weights else 1.0
    return found


def _number(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0


def _quality(media: str, wanted: Mapping[str, float]) -> float:
    """The weight of the most exact range that holds the media type."""
    for media_range in (media, media.partition("/")[0] + "/*", "*/*"):
        if media_range in wanted:
            return wanted[media_range]
    return 0.0
