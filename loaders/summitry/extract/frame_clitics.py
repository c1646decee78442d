"""Whom an object pronoun before a verb means: `le recevra`, `los recibió`, `l'a reçu`."""

from __future__ import annotations

from summitry.claims import AgentType, Role
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import Part, RawFrame
from summitry.extract.frame_signings import Signings
from summitry.extract.reading import Agent

_AUXILIARIES = frozenset({"HAVE", "BE", "WAS", "ADV", "CLIT", "FUT", "COND"})


class Clitics(Signings):
    """Reads object pronouns."""

    def _clitic(self, index: int) -> bool:
        """`le recevra`: an object pronoun before the verb."""
        return self._object_pronoun(index) is not None

    def _object_pronoun(self, index: int) -> int | None:
        """Where the object pronoun of a verb stands, before its auxiliaries (`l'a reçu`, `l'y avait reçu`)."""
        at = index - 1
        while at > 0 and self.chunks[at].kind in _AUXILIARIES:
            at -= 1
        return at if at >= 0 and self.chunks[at].kind == "DET" and not self.pack.premodifiers else None

    def _add_meant(self, frame: RawFrame, index: int, meant: list[Agent], role: Role) -> None:
        """Note those whom an object pronoun means as guests or host."""
        word = self.chunks[self._object_pronoun(index) or 0]
        frame.parts += [Part(one, role, word.start, word.end, f"{frame.rule}.clitic", 0.65) for one in meant]

    def _meant(self, index: int, who: Chunk | None) -> list[Agent]:
        """Whom an object pronoun means: whoever was named last in the sentence, else the topic, never the subject."""
        subject = who.agents if who else []
        at = self._object_pronoun(index)
        if at is not None and self.chunks[at].text.lower() in self.pack.grammar.plural_clitics:
            return self._several_meant(index, subject)
        genders = self._genders(index)
        for chunk in reversed(self.chunks[:index]):
            people = [a for a in _people(chunk) if a not in subject and a.gender in genders]
            if people:
                return people if len(people) == 1 else []
        topic = self.context.topic
        return [topic] if topic is not None and topic not in subject and topic.gender in genders else []

    def _several_meant(self, index: int, subject: list[Agent]) -> list[Agent]:
        """`los recibió A`: those named together before, in the sentence or in the ones before."""
        lists = [people for chunk in self.chunks[:index] if len(people := _people(chunk)) > 1]
        known = lists[-1] if lists else self.context.together
        return [agent for agent in known if agent not in subject]

    def _suffixed(self, word: str, subject: list[Agent]) -> list[Agent]:
        """`accoglierlo`, `recibirlos`: whom a pronoun at the end of an infinitive means."""
        grammar = self.pack.grammar
        if any(word.endswith("r" + clitic) for clitic in grammar.plural_clitics):
            return [agent for agent in self.context.together if agent not in subject]
        known = {"m": grammar.masculine, "f": grammar.feminine}
        gender = next((g for g, clitics in known.items() for c in clitics if word.endswith("r" + c)), None)
        topic = self.context.topic
        meant = topic is not None and topic not in subject and gender is not None and topic.gender in (gender, "")
        return [topic] if meant and topic is not None else []

    def _genders(self, index: int) -> str:
        """Of which gender whoever an object pronoun means may be: `f` behind `la`; nobody's is known of all."""
        at = self._object_pronoun(index)
        word = self.chunks[at].text.lower() if at is not None else ""
        grammar = self.pack.grammar
        return "m" if word in grammar.masculine else "f" if word in grammar.feminine else "mf"


def _people(chunk: Chunk) -> list[Agent]:
    return [agent for agent in chunk.agents if agent.type is AgentType.PERSON]
