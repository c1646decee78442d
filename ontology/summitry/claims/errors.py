"""The errors that Summitry raises on purpose, drawn as a tree.

    SummitryError
    ├── InputError            a file, text or address that cannot be read
    ├── ReferenceDataError    a reference table or language pack that breaks its own rules
    ├── ExtractorError        an optional extractor that cannot be used, or did not answer
    ├── QuestionError         a question that was not understood
    ├── QueryError            a Cypher or SPARQL query that was refused or failed
    │   └── QueryTimeoutError the query ran past its time limit
    ├── StoreError            a store that cannot be opened, reached or trusted
    │   ├── StoreUnavailableError   nothing answers at the address, or the connection was lost
    │   ├── StoreLoginError         the login was refused
    │   └── StoreLockedError        another process holds the embedded store
    └── NotFoundError         an id that names nothing

Every message names the input, the cause and the way out, so that it can be shown as it is.
"""

from __future__ import annotations


class SummitryError(Exception):
    """Base of all errors that Summitry raises on purpose.

    `subject` names the input, `cause` says what is wrong with it and `remedy` what the reader can do.
    """

    def __init__(self, subject: str, cause: str, remedy: str = "") -> None:
        super().__init__(subject, cause, remedy)
        self.subject = subject
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        tail = f" ({self.remedy})" if self.remedy else ""
        return f"{self.subject}: {self.cause}{tail}"


class InputError(SummitryError):
    """A file, text or address that cannot be read as an article or a dataset."""


class ReferenceDataError(SummitryError):
    """A reference table or language pack that breaks its schema."""


class ExtractorError(SummitryError):
    """An optional extractor that cannot be used, or that gave no answer worth reading."""


class QuestionError(SummitryError):
    """A question that was not understood."""


class QueryError(SummitryError):
    """A Cypher or SPARQL query that was refused or failed."""


class QueryTimeoutError(QueryError):
    """A query that ran past its time limit."""


class StoreError(SummitryError):
    """A store that cannot be opened, reached or trusted."""


class StoreUnavailableError(StoreError):
    """Nothing answers at the store's address, or the connection was lost."""


class StoreLoginError(StoreError):
    """The store refused the login."""


class StoreLockedError(StoreError):
    """Another process holds the embedded store."""


class NotFoundError(SummitryError):
    """An id that names nothing in the store."""
