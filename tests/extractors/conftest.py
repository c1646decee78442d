"""What the tests of optional extractors share: the tables, the rules, and a way to ask a server for a reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.extractors.llm_server import LlmServer
from tests.extractors.scene import ARTICLE

from summitry.claims import Article
from summitry.extract import Extractor
from summitry.extractors import CombinedExtractor, Examined, LlmSettings
from summitry.extractors.llm.reader import LlmExtractor
from summitry.extractors.names import Names
from summitry.reference import Reference

Ask = Callable[..., Examined]
Open = Callable[..., CombinedExtractor]


@pytest.fixture(scope="session")
def reference() -> Reference:
    return Reference.load()


@pytest.fixture(scope="session")
def rules(reference: Reference) -> Extractor:
    return Extractor(reference)


@pytest.fixture(scope="session")
def names(reference: Reference) -> Names:
    return Names(reference)


@pytest.fixture
def opened(reference: Reference, rules: Extractor, names: Names) -> Open:
    """The rules with a model behind an address; settings may be given by name."""

    def build(url: str, with_rules: bool = True, fallback: bool = True, **settings: Any) -> CombinedExtractor:
        llm = LlmSettings(
            **{"url": url, "model": "tester", "timeout": 5.0, "retries": 0, "second_look": False, **settings}
        )
        model = LlmExtractor(llm, reference, names)
        return CombinedExtractor(rules, [model], workers=llm.workers, with_rules=with_rules, fallback=fallback)

    return build


@pytest.fixture
def ask(opened: Open) -> Ask:
    """Read an article with the rules and a server's model, or with the model alone."""

    def read(server: LlmServer, article: Article = ARTICLE, spec: str = "rules+llm", **settings: Any) -> Examined:
        with opened(server.url, with_rules=spec != "llm", **settings) as extractor:
            return next(extractor.examine_many([article]))

    return read
