"""Questions in French and English: their type and what they name; what is not understood says so."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.claims import QuestionError, iris
from summitry.extract import load_packs
from summitry.query import Constraints, Question
from summitry.query.linking import Linker
from summitry.query.phrases import LANGUAGES, Phrases, load_phrases
from summitry.query.understand import understand
from summitry.reference import Reference

MACRON, PUTIN, TRUMP = (iris.entity("person", key) for key in ("emmanuel-macron", "vladimir-putin", "donald-trump"))
COALITION = iris.entity("coalition", "coalition-of-the-willing")
G7 = iris.entity("group", "g7")
FRANCE = iris.entity("state", "FRA")

Machine = dict[str, tuple[Phrases, Linker]]


@pytest.fixture(scope="module")
def machine() -> Machine:
    reference, packs = Reference.load(), load_packs()
    return {code: (load_phrases(code), Linker(packs[code], reference)) for code in LANGUAGES}


def read(machine: Machine, language: str, text: str) -> Question:
    return understand(text, *machine[language])


TYPES = [
    ("en", "Who attends the coalition of the willing videoconference?", "attends"),
    ("en", "Who is taking part in the G7 summit?", "attends"),
    ("en", "Which leaders went to the summit in Alaska?", "attends"),
    ("en", "List of participants of the G20 summit", "attends"),
    ("en", "Who stayed away from the G20 summit?", "attends"),
    ("en", "Which summits does Emmanuel Macron attend?", "attended"),
    ("en", "What meetings did Trump attend in 2025?", "attended"),
    ("en", "Who hosts the G7 summit?", "hosts"),
    ("en", "Who chaired the coalition of the willing meeting?", "hosts"),
    ("en", "When is the G7 summit?", "facts"),
    ("en", "Where was the Trump-Putin summit held?", "facts"),
    ("en", "Who met Vladimir Putin?", "met"),
    ("en", "Whom did Macron meet?", "met"),
    ("fr", "Qui participe à la visioconférence de la coalition des volontaires ?", "attends"),
    ("fr", "Quels pays ont participé au sommet du G7 ?", "attends"),
    ("fr", "Qui était présent au sommet de l'Otan ?", "attends"),
    ("fr", "Qui va au sommet du G20 ?", "attends"),
    ("fr", "À quels sommets participe Emmanuel Macron ?", "attended"),
    ("fr", "Quelles réunions ont rassemblé Macron ? Auxquelles assiste-t-il ?", "attended"),
    ("fr", "Qui accueille le sommet du G7 ?", "hosts"),
    ("fr", "Qui préside la visioconférence de la coalition des volontaires ?", "hosts"),
    ("fr", "Quand et où a lieu le sommet entre Trump et Poutine ?", "facts"),
    ("fr", "À quelle date se tient le G7 ?", "facts"),
    ("fr", "Qui a rencontré Vladimir Poutine ?", "met"),
    ("fr", "Avec qui Macron s'est-il entretenu ?", "met"),
]


@pytest.mark.parametrize(("language", "text", "expected"), TYPES)
def test_the_type_is_understood(machine: Machine, language: str, text: str, expected: str) -> None:
    assert read(machine, language, text).type == expected


CONSTRAINTS = [
    ("en", "Who attends the coalition of the willing videoconference?", ("videoconference",), [COALITION]),
    ("fr", "Qui participe à la visioconférence de la coalition des volontaires ?", ("videoconference",), [COALITION]),
    ("en", "Who attends the trump-putin summit?", ("summit",), [TRUMP, PUTIN]),
    ("fr", "qui participe au sommet du g7", ("summit",), [G7]),
    ("fr", "À quels sommets participe Emmanuel Macron ?", ("summit",), [MACRON]),
    ("en", "Which meetings did French leaders attend?", (), [FRANCE]),
]


@pytest.mark.parametrize(("language", "text", "kinds", "agents"), CONSTRAINTS)
def test_what_the_question_names(
    machine: Machine, language: str, text: str, kinds: tuple[str, ...], agents: list[str]
) -> None:
    found = read(machine, language, text).constraints
    assert found.kinds == kinds
    assert len(found.agents) == len(agents)
    assert all(iri in group for iri, group in zip(agents, found.agents, strict=True))


def test_places_and_dates(machine: Machine) -> None:
    found = read(machine, "en", "Who attended the summit in Anchorage on 2025-08-15?").constraints
    assert any("anchorage" in iri for group in found.places for iri in group)
    assert found.days == (date(2025, 8, 15), date(2025, 8, 15))
    year = read(machine, "fr", "Qui a participé au sommet du G7 en 2025 ?").constraints
    assert year.days == (date(2025, 1, 1), date(2025, 12, 31))
    assert year.agents


NOT_UNDERSTOOD = [
    ("en", "What is the airspeed of a swallow?"),
    ("en", "Who attends?"),
    ("en", "Which summits?"),
    ("en", "Who met at the summit?"),
    ("fr", "Combien font deux et deux ?"),
    ("fr", "Qui participe ?"),
    ("en", ""),
    ("en", "who attends " * 100),
    ("en", "'; MATCH (n) DETACH DELETE n //"),
]


@pytest.mark.parametrize(("language", "text"), NOT_UNDERSTOOD)
def test_what_is_not_understood_says_so(machine: Machine, language: str, text: str) -> None:
    with pytest.raises(QuestionError):
        read(machine, language, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_understood(machine: Machine, language: str) -> None:
    phrases = load_phrases(language)
    types = {read(machine, language, example).type for example in phrases.examples}
    assert len(types) == 5
    assert all(read(machine, language, example).constraints != Constraints() for example in phrases.examples)


def test_languages_have_the_same_words_and_sentences() -> None:
    one, *others = (load_phrases(code) for code in LANGUAGES)
    for other in others:
        assert one.sentences.keys() == other.sentences.keys()
        assert {k: v.keys() for k, v in one.words.items()} == {k: v.keys() for k, v in other.words.items()}
