"""Why a model gave no answer.

ExtractorError
├── RejectedError      the request itself was refused: key, address or model are wrong, and will be the next time
├── UnreachableError   nothing answers at the address, or not in time
├── BusyError          the server has too much to do, or fails
├── TruncatedError     the answer, or the question, is too long
└── UnusableError      an answer that says nothing: the model declines, the answer is too large
    └── MalformedError an answer that is no JSON, or not in the schema; asking again may help
"""

from __future__ import annotations

from summitry.claims import ExtractorError


class RejectedError(ExtractorError):
    """The server refuses the request whatever the article is."""


class UnreachableError(ExtractorError):
    """No connection, or no answer within the time limit."""


class BusyError(ExtractorError):
    """Too many requests, or an error inside the server, after every retry."""


class TruncatedError(ExtractorError):
    """The answer reached the limit of tokens, or the question is longer than the model's context."""


class UnusableError(ExtractorError):
    """An answer that cannot be read."""


class MalformedError(UnusableError):
    """An answer that is no JSON or not in the schema."""


LASTING = (RejectedError, UnreachableError)
"""Failures that the next article would meet too."""
