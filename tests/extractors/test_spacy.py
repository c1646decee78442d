"""Names that spaCy finds and nobody else knows: mentions with evidence, marked; read with real pipelines made here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.extractors.llm_server import said, serving
from tests.extractors.scene import ARTICLE, FIRST, TEXT, good, person

from summitry.claims import Article
from summitry.extract import Extractor
from summitry.extractors import CombinedExtractor, Examined, LlmSettings, SpacySettings
from summitry.extractors.llm.reader import LlmExtractor
from summitry.extractors.names import Names
from summitry.reference import Reference

spacy = pytest.importorskip("spacy", reason="pip install 'summitry[spacy]'")

MORE = "\n\nÀ Paris, Tymo Karvel et l’Institut Kléber, proche d’Emmanuel Macron, jugent la visite utile."
PATTERNS = [
    ("PER", "Tymo Karvel"), ("PER", "Emmanuel Macron"), ("PER", "Karvel"), ("PER", "visite utile"),
    ("ORG", "Institut Kléber"), ("ORG", "ONU"), ("LOC", "Paris"), ("PER", "Friedrich Merz"),
]  # fmt: skip


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A French pipeline of spaCy's own making that knows a few names."""
    built = spacy.blank("fr")
    built.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": words} for label, words in PATTERNS])
    path = tmp_path_factory.mktemp("pipeline") / "fr_names"
    built.to_disk(path)
    return path


@pytest.fixture
def read(reference: Reference, rules: Extractor, names: Names, pipeline: Path) -> object:
    from summitry.extractors.spacy_ner import SpacyExtractor

    def examine(article: Article, models: dict[str, str] | None = None) -> Examined:
        settings = SpacySettings(models if models is not None else {"fr": str(pipeline)})
        with CombinedExtractor(rules, [SpacyExtractor(settings, reference, names)]) as extractor:
            return next(extractor.examine_many([article]))

    return examine


def article(text: str = TEXT + MORE, lang: str = "fr") -> Article:
    return Article("3" * 16, text, lang=lang, published=ARTICLE.published)


def test_unknown_names_are_kept_as_marked_mentions(read, rules: Extractor) -> None:  # type: ignore[no-untyped-def]
    examined = read(article())
    before = {agent.key for agent, _ in rules.read(article()).mentions}
    new = {a.key: (a, quotes) for a, quotes in examined.reading.mentions if a.key not in before}
    assert set(new) == {"person/tymo-karvel", "organisation/institut-kleber"}
    agent, (quote,) = new["person/tymo-karvel"]
    assert article().text[quote.start : quote.end] == quote.quote == "Tymo Karvel"
    assert agent.wikidata is None
    claims = [c for c in examined.reading.claims if "tymo-karvel" in c.subject + str(c.object)]
    assert {c.rule for c in claims} == {"spacy/mention", "spacy/agent.unlisted"}
    assert all(c.qualifiers[-1].predicate.endswith("wasAttributedTo") and c.confidence < 0.9 for c in claims)


def test_the_rules_reading_stays_as_it_is(read, rules: Extractor) -> None:  # type: ignore[no-untyped-def]
    plain, examined = rules.read(article()), read(article())
    assert examined.reading.events == plain.events
    assert set(plain.claims) <= set(examined.reading.claims)


def test_what_is_no_name_is_refused_with_a_reason(read) -> None:  # type: ignore[no-untyped-def]
    examined = read(article())
    assert {(r.value, r.reason) for r in examined.refused} == {
        ("visite utile", "has a small letter where a name has a capital one")
    }


def test_a_missing_pipeline_is_one_problem_that_tells_the_way(read, rules: Extractor) -> None:  # type: ignore[no-untyped-def]
    examined = read(article(), {"fr": "fr_core_news_xxl"})
    assert examined.reading == rules.read(article())
    (problem,) = examined.problems
    assert "fr_core_news_xxl" in problem.subject
    assert "python -m spacy download fr_core_news_xxl" in problem.remedy


def test_a_language_without_a_pipeline_is_a_problem(read) -> None:  # type: ignore[no-untyped-def]
    (problem,) = read(article(), {}).problems
    assert "SUMMITRY_SPACY_MODELS" in problem.remedy


def test_a_long_text_is_read_in_pieces_with_right_places(read) -> None:  # type: ignore[no-untyped-def]
    text = "Rien de neuf aujourd’hui. " * 5000 + MORE
    found = dict(read(article(text)).reading.mentions)
    (quotes,) = [q for a, q in found.items() if a.name == "Tymo Karvel"]
    assert text[quotes[0].start : quotes[0].end] == "Tymo Karvel"


def test_names_of_spacy_help_to_link_what_a_model_says(
    reference: Reference, rules: Extractor, names: Names, pipeline: Path
) -> None:
    from summitry.extractors.spacy_ner import SpacyExtractor

    answer = good()
    words = "Tymo Karvel et l’Institut Kléber, proche d’Emmanuel Macron, jugent la visite utile"
    answer["events"][0]["participants"].append(person("Tymo Karvel", "Tymo Karvel", None, "participant", words))
    with serving(lambda _: said(answer)) as server:
        others = [
            SpacyExtractor(SpacySettings({"fr": str(pipeline)}), reference, names),
            LlmExtractor(LlmSettings(server.url, "tester"), reference, names),
        ]
        with CombinedExtractor(rules, others) as extractor:
            reading = extractor.read(article())
    assert FIRST in TEXT
    assert "person/tymo-karvel" in {p.agent.key for e in reading.events for p in e.participants}


def test_the_command_reads_with_a_pipeline_by_its_folder(program: Run, pipeline: Path, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT + MORE, "utf-8")
    env = {"SUMMITRY_SPACY_MODELS": f"fr={pipeline}"}
    done = program("extract", path, "--lang", "fr", "--extractor", "rules+spacy", env=env)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["extractors"]["used"] == [{"kind": "spacy", "name": str(pipeline)}]
    assert any(c["rule"] == "spacy/mention" for c in found["claims"])
