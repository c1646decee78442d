"""A row of chunks and what governs each: prepositions, titles, relative pronouns, the main verb."""

from __future__ import annotations

from collections.abc import Container

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import BEFORE_AGENT, FINITE, PLAIN, STOP
from summitry.extract.frame_sentence import Sentence

AUXILIARIES = frozenset({"ADV", "FUT", "COND", "HAVE", "BE", "WAS", "NEG", "DO", "ORD"})
"""What may stand between a verb and what is before it."""
_COMPLEMENT = frozenset({"TO", "OF", "ON", "DET", "IN", "AND", sym.WORD, sym.DEM, sym.AGENTS, sym.PLACE, sym.CAPITAL})
"""What stands between an event noun and an infinitive that says more of it."""
_LONG = 10
_TENSES = FINITE | {"gerund"}
_HELD = frozenset(
    {"host", "organise", "convoke", "chair", "lead", "attend", "mediate", "hold", "open", "close", "give"}
)
"""What a participle says of an event whose agents follow it."""
_WITHIN = frozenset({",", "IN", "DET", "ON", "ADV", sym.PLACE, sym.TIME, sym.WORD, sym.DEM})


def opening(sentence: Sentence, index: int) -> int:
    """What stands before a verb and its auxiliaries."""
    at = index - 1
    clitics = ("SE", "CLIT") if sentence.pack.premodifiers else ("SE", "CLIT", "DET")
    while at > 0 and (sentence.chunks[at].kind in AUXILIARIES or sentence.chunks[at].kind in clitics):
        at -= 1
    return at


def past(sentence: Sentence, at: int, kinds: Container[str], most: int = 99) -> int:
    """Where the words of some kinds end that stand from a position on, at most so many."""
    last = min(len(sentence.chunks), at + most)
    while at < last and sentence.chunks[at].kind in kinds:
        at += 1
    return at


def chunk_at(sentence: Sentence, at: int) -> Chunk | None:
    """The chunk at a position, or None behind the last one."""
    return sentence.chunks[at] if at < len(sentence.chunks) else None


def prep_at(sentence: Sentence, at: int) -> str:
    """What stands right before a chunk, but for its article and title."""
    before = at - 1
    while before > 0 and sentence.chunks[before].kind in ("DET", "TITLE"):
        before -= 1
    return sentence.chunks[before].kind if before >= 0 else ""


def subject_following(sentence: Sentence, index: int) -> int | None:
    """`Gathered in P, the leaders …`: the subject after the opening participle."""
    for at in range(index + 1, min(index + 22, len(sentence.chunks) - 1)):
        if sentence.chunks[at].kind == sym.VERB and at > index:
            return None
        if sentence.chunks[at].kind == ",":
            ahead = at + 1
            while ahead + 1 < len(sentence.chunks) and sentence.chunks[ahead].kind in ("DET", sym.QUOTE, "«", '"', "“"):
                ahead += 1
            if sentence.chunks[ahead].kind == sym.AGENTS:
                return ahead
    return None


def in_relative(sentence: Sentence, at: int) -> int | None:
    """Where the relative pronoun stands in whose clause a position is, or None."""
    first = at
    while at >= 0 and sentence.chunks[at].kind not in (";", ":", sym.QUOTE):
        chunk = sentence.chunks[at]
        if chunk.kind == "REL":
            return at
        if at != first and chunk.kind == sym.VERB and chunk.verb and chunk.verb.tense in FINITE:
            return None
        at -= 1
    return None


def to_take_place(sentence: Sentence, index: int, verb: Verb) -> int | None:
    """`ahead of a forum for the islands to take place on Monday`: the event noun before an infinitive."""
    if verb.frame.name != "takeplace" or index == 0 or sentence.chunks[index - 1].kind != "TO" or verb.passive:
        return None
    at = index - 2
    while at > 0 and sentence.chunks[at].kind in _COMPLEMENT and index - at < _LONG:
        at -= 1
    return at if at >= 0 and sentence.chunks[at].kind == sym.EVENT else None


def antecedent(sentence: Sentence, at: int, verb: Verb | None) -> int | None:
    """The chunk that a relative pronoun points to: the event noun when the verb is one of events."""
    impersonal = verb is not None and verb.frame.event in ("subject", "both")
    acting = verb is not None and verb.frame.kind is not None
    at -= 1
    while at >= 0 and sentence.chunks[at].kind in (",", "ADV", sym.TIME, "-", ")", "»", '"', "”"):
        at -= 1
    if at >= 0 and (
        sentence.chunks[at].kind == sym.EVENT or (sentence.chunks[at].kind == sym.AGENTS and not impersonal)
    ):
        return at
    if at >= 0 and acting and _people(sentence, at) and not governed(sentence, at):
        return at  # `A, qui a rencontré B`: no event that meets
    for back in range(at, max(at - 8, -1), -1):
        if sentence.chunks[back].kind == sym.EVENT and all(c.kind != sym.VERB for c in sentence.chunks[back:at]):
            return back
    return None


def _people(sentence: Sentence, at: int) -> bool:
    """Whether a chunk names people and nothing else."""
    agents = sentence.chunks[at].agents if sentence.chunks[at].kind == sym.AGENTS else []
    return bool(agents) and all(agent.type is AgentType.PERSON for agent in agents)


def governed(sentence: Sentence, at: int) -> bool:
    """Whether a chunk hangs on a preposition, or owns the next noun."""
    before = at - 1
    if (
        at
        and sentence.chunks[before].kind == sym.EVENT
        and not sentence.pack.premodifiers
        and len(sentence.chunks[at].agents) > 1
    ):
        return True
    if not _of_its_own(sentence, at) and not _acting_pronoun(sentence, at) and _preposition(sentence, before):
        # "On Tuesday Macron met": a time or place between frees the subject
        return True
    after = sentence.chunks[at + 1].kind if at + 1 < len(sentence.chunks) else ""
    return after == "S"


def _of_its_own(sentence: Sentence, at: int) -> bool:
    """`nel pomeriggio il presidente`: an article that is no chunk, behind a word, begins another phrase."""
    if at == 0 or sentence.chunks[at - 1].kind != sym.WORD or not sentence.pack.grammar.reorders:
        return False
    return sentence.chunks[at].start > sentence.chunks[at - 1].end + 1


def _acting_pronoun(sentence: Sentence, at: int) -> bool:
    """`During his stay he met B`: a pronoun behind a noun is the subject of the clause that begins with it."""
    mentions = sentence.chunks[at].mentions if sentence.chunks[at].kind == sym.AGENTS else ()
    acting = any(m.pronoun in ("HE", "SHE", "THEY") for m in mentions)
    noun = at > 0 and sentence.chunks[at - 1].kind == sym.WORD
    return acting and noun and sentence.chunks[at].text.lower() not in sentence.pack.grammar.oblique


def _preposition(sentence: Sentence, before: int) -> bool:
    """Whether a preposition stands there, over articles and adjectives."""
    first = before
    while (
        before >= 0
        and sentence.chunks[before].kind in ("DET", "TITLE", "POSS", "THEIR", "ADV", sym.WORD, "ORD", "NUM", sym.DEM)
        and first - before < 3
    ):
        before -= 1
    return before >= 0 and sentence.chunks[before].kind in BEFORE_AGENT and not partitive(sentence, before)


def predicate(sentence: Sentence, at: int) -> bool:
    """`B, sworn in as president, met C`, `B is the first president to visit P`: a title said of the subject."""
    chunk = sentence.chunks[at]
    if chunk.kind != sym.AGENTS or at == 0:
        return False
    before = at - 2 if sentence.chunks[at - 1].kind == "DET" else at - 1
    item = sentence.chunks[before].item
    if item is not None and item.has("BECOME"):
        return True
    said = sentence.chunks[before].kind in ("BE", "WAS") and all(a.unnamed for a in chunk.agents)
    if chunk.agents and not said:
        return False
    while before > 0 and sentence.chunks[before].kind in ("DET", "ORD", "ADV", sym.DEM, sym.WORD) and at - before < 4:
        before -= 1
    verb = sentence.chunks[before].verb
    named = verb is not None and verb.frame.name in PLAIN
    return named or sentence.chunks[before].kind in ("BECOME", "BE", "WAS")


def event_of_participle(sentence: Sentence, index: int) -> int | None:
    """`for a summit hosted by A`, `at a meeting in P chaired by B`: the event noun before a passive participle."""
    verb = sentence.chunks[index].verb
    by = index + 1 < len(sentence.chunks) and sentence.chunks[index + 1].kind == "BY"
    if verb is None or not verb.passive or not by or verb.frame.name not in _HELD:
        return None
    at = index - 1
    while at > 0 and index - at < 8 and sentence.chunks[at].kind in _WITHIN:
        at -= 1
    if sentence.chunks[at].kind == sym.EVENT:
        return at
    return _opens(sentence, index) if at <= 0 else None


def _opens(sentence: Sentence, index: int) -> int | None:
    """`Chaired by A, the summit …`: the event noun behind an opening participle."""
    for at in range(index + 2, min(index + 30, len(sentence.chunks) - 2)):
        if sentence.chunks[at].kind == sym.VERB:
            return None
        if [c.kind for c in sentence.chunks[at : at + 3]] == [",", "DET", sym.EVENT]:
            return at + 2
    return None


def partitive(sentence: Sentence, at: int) -> bool:
    """`Des responsables …`: an article that looks like a preposition, where a clause begins."""
    if sentence.chunks[at].kind != "OF" or sentence.chunks[at].text.lower() not in sentence.pack.indefinite:
        return False
    return at == 0 or sentence.chunks[at - 1].kind in (",", ":", "SUB", "REL", "AND", "-", sym.TIME, sym.QUOTE)


def agents_of(sentence: Sentence, index: int | None) -> Chunk | None:
    """The chunk at a position when it names agents."""
    return sentence.chunks[index] if index is not None and sentence.chunks[index].kind == sym.AGENTS else None


def main_verb(sentence: Sentence, at: int) -> int | None:
    """Where the finite verb or gerund stands that governs a position of the same clause, or None."""
    for index in range(at - 1, -1, -1):
        chunk = sentence.chunks[index]
        if chunk.kind in STOP and chunk.kind != sym.QUOTE:
            return None
        if chunk.kind == sym.VERB and chunk.verb and chunk.verb.tense in _TENSES:
            return index
    return None
