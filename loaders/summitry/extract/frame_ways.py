"""What may stand between a verb and whom it acts on: places, rooms, and phrases between commas."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.frame_governors import chunk_at, past
from summitry.extract.frame_sentence import Sentence

_VENUE = 4
"""How many words the name of a venue has at most."""
_ROOM = 4
_OF_ROOM = frozenset({"DET", "POSS", sym.WORD, sym.TIME})
_MARKED = 10
_TO_MARKED = frozenset({"DET", "POSS", "OF", "IN", "ORD", "ADV", sym.WORD, sym.CAPITAL, sym.DEM, sym.TIME, sym.PLACE})
_HALL = 7
_OF_HALL = _OF_ROOM | {sym.CAPITAL, "OF", sym.DEM, "GOV"}
"""What a room is told by, and what a hall with a name of its own."""
_ASIDE = frozenset({"DET", "IN", "ON", "OF", sym.WORD, sym.TIME, sym.PLACE, "ADV", sym.NUMBER, sym.CAPITAL})


def leads_on(sentence: Sentence, at: int) -> int | None:
    """Where a phrase of place between a verb and its object ends."""
    if [c.kind for c in sentence.chunks[at + 1 : at + 2]] == [sym.NUMBER]:
        return at + 1  # `à 17h15`
    place = _leads_to_place(sentence, at) or _unlisted_venue(sentence, at) or _leads_to_room(sentence, at)
    return place or _leads_to_marked(sentence, at)


def _leads_to_marked(sentence: Sentence, at: int) -> int | None:
    """`recibió en la Torre Ejecutiva a B`: where the phrase ends behind which an object is marked as one."""
    end = past(sentence, at + 1, _TO_MARKED, _MARKED) if sentence.pack.grammar.personal else at
    empty = end > at + 1 and sentence.chunks[end - 1].kind == "DET" and not sentence.chunks[end - 1].text
    who = chunk_at(sentence, end)
    return end - 1 if empty and who is not None and who.kind == sym.AGENTS else None


def _leads_to_place(sentence: Sentence, at: int) -> int | None:
    """Where the place of `in the palace of P` stands, when nobody is named on the way."""
    for place in range(at + 1, min(at + 6, len(sentence.chunks))):
        kind = sentence.chunks[place].kind
        if kind == sym.PLACE:
            return past(sentence, place + 1, (sym.CAPITAL,), _VENUE) - 1 if sentence.pack.premodifiers else place
        if kind not in ("DET", "POSS", "OF", "IN", sym.WORD, sym.DEM, sym.CAPITAL, "ORD"):
            return None
    return None


def _leads_to_room(sentence: Sentence, at: int) -> int | None:
    """Where the room of `a reçu dans son bureau l'ambassadrice A` stands, right before somebody with a title."""
    if sentence.pack.premodifiers or sentence.chunks[at - 1].kind not in (sym.VERB, sym.TIME, "ADV"):
        return None
    far = past(sentence, at + 1, _OF_HALL, _HALL)
    guest = chunk_at(sentence, far) if far > at + 1 and sentence.chunks[far - 1].kind != "OF" else None
    if guest is not None and guest.kind == sym.AGENTS and guest.article and guest.mentions[0].title is not None:
        return far - 1  # `a reçu au siège de la Banque le ministre A`
    end = past(sentence, at + 1, _OF_ROOM, _ROOM)
    who = chunk_at(sentence, end) if end > at + 1 else None
    if who is None:
        return None
    named = who.kind == sym.AGENTS and (_ones_own(sentence, at, end) or any(m.title is not None for m in who.mentions))
    held_off = who.kind == "," and _ones_own(sentence, at, end) and aside(sentence, end) is not None
    return end - 1 if named or held_off else None


def _ones_own(sentence: Sentence, at: int, end: int) -> bool:
    """`à sa résidence`, `dans son bureau`: a room that is somebody's own, and no part of a name."""
    return any(c.kind == "POSS" for c in sentence.chunks[at:end])


def _unlisted_venue(sentence: Sentence, at: int) -> int | None:
    """Where the last word of a venue that no table lists stands, right before somebody: `at Aso Rock his guest`."""
    first = end = past(sentence, at + 1, ("DET",), 1)
    while end < len(sentence.chunks) and end - first < _VENUE and sentence.chunks[end].text[:1].isupper():
        if sentence.chunks[end].kind not in (sym.WORD, sym.CAPITAL, "PART"):
            break
        end += 1
    end = past(sentence, end, ("ON", sym.TIME), 2) if end > first else end
    behind = chunk_at(sentence, end)
    titled = behind is not None and behind.kind == sym.AGENTS and bool(behind.article or behind.mentions[0].title)
    return end - 1 if sentence.pack.premodifiers and end > first and titled else None


def is_held_off(sentence: Sentence, at: int) -> bool:
    """`A a reçu lundi à P, le président B et C`: a comma between a place and the object."""
    if sentence.pack.premodifiers or sentence.chunks[at - 1].kind != sym.PLACE:
        return False
    behind = [c.kind for c in sentence.chunks[at + 1 : at + 4] if c.kind not in ("DET", "TITLE")]
    if behind[:1] != [sym.AGENTS]:
        return False
    return len(behind) == 1 or behind[1] in (".", sym.TIME, "IN", ";")


def aside(sentence: Sentence, at: int) -> int | None:
    """Where the words go on behind `, on Monday in P,`: a time or place between commas, or `on the base of P,`."""
    kinds: list[str] = []
    for end in range(at + 1, min(at + 9, len(sentence.chunks))):
        kind = sentence.chunks[end].kind
        if kind == "," and sentence.chunks[at].kind == ",":
            return end + 1 if {sym.TIME, sym.PLACE, "WITH"} & set(kinds) or set(kinds) == {"ADV"} else None
        if kind == "," and sym.PLACE in kinds:
            return end
        with_words = kind in ("WITH", sym.DEM) and not sentence.pack.premodifiers  # `, avec les honneurs militaires,`
        if not with_words and kind not in _ASIDE:
            return None
        kinds.append(kind)
    return None
