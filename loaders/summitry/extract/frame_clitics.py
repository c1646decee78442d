"""Whom an object pronoun before a verb means: `le recevra`, `los recibió`, `l'a reçu`."""

from __future__ import annotations

from summitry.claims import AgentType, Role
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import Part, RawFrame
from summitry.extract.frame_sentence import Sentence
from summitry.extract.reading import Agent

_AUXILIARIES = frozenset({"HAVE", "BE", "WAS", "ADV", "CLIT", "FUT", "COND"})


def has_clitic(sentence: Sentence, index: int) -> bool:
    """`le recevra`: an object pronoun before the verb."""
    return object_pronoun(sentence, index) is not None


def object_pronoun(sentence: Sentence, index: int) -> int | None:
    """Where the object pronoun of a verb stands, before its auxiliaries (`l'a reçu`, `l'y avait reçu`)."""
    at = index - 1
    while at > 0 and sentence.chunks[at].kind in _AUXILIARIES:
        at -= 1
    return at if at >= 0 and sentence.chunks[at].kind == "DET" and not sentence.pack.premodifiers else None


def add_meant(sentence: Sentence, frame: RawFrame, index: int, meant: list[Agent], role: Role) -> None:
    """Note those whom an object pronoun means as guests or host."""
    word = sentence.chunks[object_pronoun(sentence, index) or 0]
    frame.parts += [Part(one, role, word.start, word.end, f"{frame.rule}.clitic", 0.65) for one in meant]


def meant_by_pronoun(sentence: Sentence, index: int, who: Chunk | None) -> list[Agent]:
    """Whom an object pronoun means: whoever was named last in the sentence, else the topic, never the subject."""
    subject = who.agents if who else []
    at = object_pronoun(sentence, index)
    if at is not None and sentence.chunks[at].text.lower() in sentence.pack.grammar.plural_clitics:
        return _several_meant(sentence, index, subject)
    genders = _genders(sentence, index)
    for chunk in reversed(sentence.chunks[:index]):
        people = [a for a in _people(chunk) if a not in subject and a.gender in genders]
        if people:
            return people if len(people) == 1 else []
    topic = sentence.context.topic
    return [topic] if topic is not None and topic not in subject and topic.gender in genders else []


def _several_meant(sentence: Sentence, index: int, subject: list[Agent]) -> list[Agent]:
    """`los recibió A`: those named together before, in the sentence or in the ones before."""
    lists = [people for chunk in sentence.chunks[:index] if len(people := _people(chunk)) > 1]
    known = lists[-1] if lists else sentence.context.together
    return [agent for agent in known if agent not in subject]


def suffixed(sentence: Sentence, word: str, subject: list[Agent]) -> list[Agent]:
    """`accoglierlo`, `recibirlos`: whom a pronoun at the end of an infinitive means."""
    grammar = sentence.pack.grammar
    if any(word.endswith("r" + clitic) for clitic in grammar.plural_clitics):
        return [agent for agent in sentence.context.together if agent not in subject]
    known = {"m": grammar.masculine, "f": grammar.feminine}
    gender = next((g for g, clitics in known.items() for c in clitics if word.endswith("r" + c)), None)
    topic = sentence.context.topic
    meant = topic is not None and topic not in subject and gender is not None and topic.gender in (gender, "")
    return [topic] if meant and topic is not None else []


def _genders(sentence: Sentence, index: int) -> str:
    """Of which gender whoever an object pronoun means may be: `f` behind `la`; nobody's is known of all."""
    at = object_pronoun(sentence, index)
    word = sentence.chunks[at].text.lower() if at is not None else ""
    grammar = sentence.pack.grammar
    return "m" if word in grammar.masculine else "f" if word in grammar.feminine else "mf"


def _people(chunk: Chunk) -> list[Agent]:
    return [agent for agent in chunk.agents if agent.type is AgentType.PERSON]
