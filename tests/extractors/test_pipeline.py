"""Many articles: in order, some at once, no more than set; one that fails does not hold up the others."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.extractors.conftest import Open
from tests.extractors.llm_server import Answer, Body, article_in, error, said, serving
from tests.extractors.scene import ARTICLE, TEXT, good

from summitry.claims import Article
from summitry.extract import Extractor, contract
from summitry.extractors import CombinedExtractor, Examined


def articles(count: int) -> list[Article]:
    return [replace(ARTICLE, id=f"{n:016x}", text=f"{TEXT} Article {n}.", title=f"Article {n}") for n in range(count)]


def number(body: Body) -> int:
    return int(article_in(body).rpartition("Article ")[2].rstrip("."))


def test_articles_are_read_at_once_and_given_in_order(opened: Open) -> None:
    def script(body: Body) -> Answer:
        return replace(said(good()), delay=0.3 if number(body) % 3 == 0 else 0.05)

    found = articles(12)
    with serving(script) as server, opened(server.url, workers=3) as extractor:
        readings = list(extractor.read_many(found))
        assert server.most_at_once == 3
        assert len(server.requests) == 12
    assert [r.article.id for r in readings] == [a.id for a in found]


def test_the_number_of_workers_changes_nothing_but_time(opened: Open) -> None:
    with serving(lambda _: said(good())) as server:
        outputs = []
        for workers in (1, 4):
            with opened(server.url, workers=workers) as extractor:
                outputs.append([contract(r) for r in extractor.read_many(articles(6))])
    assert outputs[0] == outputs[1]


def test_articles_are_taken_from_the_source_as_they_are_needed(opened: Open) -> None:
    taken = []

    def source() -> Iterator[Article]:
        for article in articles(50):
            taken.append(article)
            yield article

    with serving(lambda _: said(good())) as server, opened(server.url, workers=2) as extractor:
        readings = extractor.read_many(source())
        next(readings)
        assert len(taken) <= 5
        readings.close()


def test_one_failing_article_leaves_the_others(opened: Open) -> None:
    def script(body: Body) -> Answer:
        return said("{") if number(body) == 1 else said(good())

    with serving(script) as server, opened(server.url, workers=2) as extractor:
        problems = [len(e.problems) for e in extractor.examine_many(articles(4))]
    assert problems == [0, 1, 0, 0]


def test_without_fallback_a_failing_article_is_told_and_left_out(opened: Open, rules: Extractor) -> None:
    told: list[Examined] = []
    with serving(lambda body: error(500, "oops") if number(body) == 1 else said(good())) as server:
        inner = opened(server.url)
        extractor = CombinedExtractor(rules, inner._others, fallback=False, on_examined=told.append)
        with extractor:
            readings = list(extractor.read_many(articles(3)))
    assert [r.article.title for r in readings] == ["Article 0", "Article 2"]
    assert [bool(e.problems) for e in told] == [False, True, False]


def test_a_wrong_key_is_not_tried_on_every_article(opened: Open) -> None:
    with serving(lambda _: error(401, "no")) as server, opened(server.url) as extractor:
        found = list(extractor.examine_many(articles(8)))
        assert len(server.requests) <= extractor._workers
    assert all(len(e.problems) == 1 and "401" in e.problems[0].cause for e in found)
    assert found[-1].problems[0].subject == "Article 7"


def test_a_dead_server_is_given_up_on(opened: Open) -> None:
    with opened("http://127.0.0.1:9/v1", workers=1) as extractor:
        started = time.monotonic()
        found = list(extractor.examine_many(articles(30)))
        assert time.monotonic() - started < 10
    assert all(e.problems for e in found)


def test_an_interruption_does_not_wait_for_a_silent_server(opened: Open) -> None:
    asked = threading.Semaphore(0)

    def script(_: Body) -> Answer:
        asked.release()
        return Answer(delay=3.0)

    def source() -> Iterator[Article]:
        yield from articles(2)
        assert all(asked.acquire(timeout=5) for _ in range(2))
        raise KeyboardInterrupt

    with serving(script) as server:
        started = time.monotonic()
        with pytest.raises(KeyboardInterrupt), opened(server.url, timeout=60, workers=4) as extractor:
            list(extractor.read_many(source()))
        assert time.monotonic() - started < 2
