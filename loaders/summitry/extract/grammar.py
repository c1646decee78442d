"""How the sentences of a language are built, where its words alone do not say so: the `grammar` section of a lexicon.

Every setting is optional; a language without the section has subject, verb and object in this order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summitry.claims import ReferenceDataError

_ORDERS = ("subject-verb", "verb-second")
_LISTS = ("personal", "being", "agentive", "relatives", "plural", "genitive_articles", "oblique",
          "subject_relatives", "object_relatives", "place_relatives", "nationals", "clitics", "contracted",
          "partitive", "pointing", "matters", "upcoming", "bygone", "unreal", "governments", "here",
          "infinitives", "calling", "masculine", "feminine", "areas", "contests", "dative", "fictions",
          "conditions", "hypotheses", "supposing", "refusing", "commerce", "trades", "plural_clitics",
          "saying", "failing", "shared_possessives", "attending", "whens", "agreeing", "departing",
          "kinship")  # fmt: skip
_SETTINGS = frozenset(
    {"order", "inverts", "capital_nouns", "genitive", "ranges", "singular", "plural_ending", "future", *_LISTS}
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Settings of a language; all words in lower case."""

    verb_second: bool = False
    """Finite verbs stand second in main clauses and last in others; participles and prefixes end the clause."""
    inverts: bool = False
    """Subjects may stand behind their verb (`asistieron A y B`, `è arrivato A`)."""
    capital_nouns: bool = False
    """Nouns have a capital: words of the lexicon that are written with one match only so (`Treffen`, not `treffen`)."""
    ranges: bool = False
    """Whether guests are listed from one to another (`dall'indiano A al turco B`)."""
    singular: str = ""
    """What finite verbs of one person look like where a verb needs no subject (`ha visto A`); a regular expression."""
    personal: frozenset[str] = frozenset()
    """Prepositions that mark people as objects (`recibió a Lula`)."""
    being: frozenset[str] = frozenset()
    """Verbs whose perfect is made with `to be` and is no passive (`ist gereist`)."""
    agentive: frozenset[str] = frozenset()
    """Prepositions that name who acts behind a passive and mean something else elsewhere (`von`)."""
    nationals: frozenset[str] = frozenset()
    """Articles before a people's name that mean one person named before (`el brasileño`, `der Ukrainer`)."""
    clitics: frozenset[str] = frozenset()
    """Object pronouns that look like articles, and are none before a verb (`lo presiden`)."""
    oblique: frozenset[str] = frozenset()
    """Articles and pronouns that no subject has (`den`, `ihm`)."""
    relatives: frozenset[str] = frozenset()
    """Articles that are relative pronouns behind a comma, when the verb ends the clause (`die … teilnahmen`)."""
    subject_relatives: frozenset[str] = frozenset()
    """Relative pronouns that are always the subject of their clause (`der`)."""
    object_relatives: frozenset[str] = frozenset()
    """Relative pronouns that may be the object of their clause (`a quien A recibió`)."""
    place_relatives: frozenset[str] = frozenset()
    """Relative words for places, behind which a subject may be unspoken (`donde`)."""
    plural_ending: str = ""
    """Ending of nouns that speak of several (`visits`)."""
    plural: frozenset[str] = frozenset()
    """Words before a noun whose singular and plural look alike that make it plural (`die Außenminister`)."""
    contracted: frozenset[str] = frozenset()
    """Prepositions with the definite article in them (`au sommet`)."""
    partitive: frozenset[str] = frozenset()
    """Prepositions that before a plural noun are its article too (`a reçu des ministres`)."""
    pointing: frozenset[str] = frozenset()
    """Articles that point back to what was told (`cette réunion`)."""
    areas: frozenset[str] = frozenset()
    """Parts of the world and matters to which envoys are sent, which no table of places holds (`pour le Sahel`)."""
    contests: frozenset[str] = frozenset()
    """Words of matches, in which countries meet whose leaders do not (`finale`)."""
    fictions: frozenset[str] = frozenset()
    """Words of what is made up (`novel`): nobody holds the meetings that it tells."""
    conditions: frozenset[str] = frozenset()
    """Conjunctions of conditions (`if`), elided ones too (`s'`)."""
    hypotheses: frozenset[str] = frozenset()
    """Words without which a past behind such a conjunction may be real (`would`); none where its tense tells."""
    supposing: frozenset[str] = frozenset()
    """Auxiliaries that behind such a conjunction tell what is only supposed (`were to`)."""
    refusing: frozenset[str] = frozenset()
    """Denials in one piece of what is to come (`has no plans to`)."""
    commerce: frozenset[str] = frozenset()
    """Words of what countries sell each other (`exports`): their exchanges are no talks."""
    trades: frozenset[str] = frozenset()
    """Words for those who come to the summits of a trade (`entrepreneurs`)."""
    kinship: frozenset[str] = frozenset()
    """Words for relatives: what stands right behind is a name, in the tables or not (`son épouse, Jane Roe`)."""
    matters: frozenset[str] = frozenset()
    """Nouns of what is talked about, whose place is not that of the talks (`the war in P`)."""
    bygone: frozenset[str] = frozenset()
    """Auxiliaries of what was to come (`was to`): with a perfect they tell what never came."""
    unreal: frozenset[str] = frozenset()
    """Auxiliaries that tell by themselves what was to come and never came (`aurait dû`)."""
    future: re.Pattern[str] | None = None
    """What verbs that no pack lists look like that tell what is to come (`prolongera`); a regular expression."""
    upcoming: frozenset[str] = frozenset()
    """Prepositions before what is still to come (`ahead of the summit`)."""
    infinitives: frozenset[str] = frozenset()
    """Infinitives of auxiliaries: what follows is no finite verb (`tras ser recibido`)."""
    calling: frozenset[str] = frozenset()
    """Prepositions behind verbs of motion that name on whom somebody calls (`flog nach Rom zu A`)."""
    masculine: frozenset[str] = frozenset()
    """Object pronouns that mean a man (`lo`)."""
    feminine: frozenset[str] = frozenset()
    """Object pronouns that mean a woman (`la`)."""
    plural_clitics: frozenset[str] = frozenset()
    """Object pronouns that mean several people (`los`)."""
    failing: frozenset[str] = frozenset()
    """Words that deny what follows and not that somebody was there to try (`failed to`)."""
    agreeing: frozenset[str] = frozenset()
    """Words that say what two sides got at an event or after it (`agreed on a truce after talks`)."""
    attending: frozenset[str] = frozenset()
    """Prepositions before an event that say who acts is there, and never what is acted on (`spoke at the forum`)."""
    saying: frozenset[str] = frozenset()
    """Words that open what somebody says (`anunció que viajará`), where a subject may be unspoken."""
    shared_possessives: frozenset[str] = frozenset()
    """Possessives that say whose something is, be it one or several (`su`)."""
    dative: frozenset[str] = frozenset()
    """Pronouns for whom something is given to (`l'audience que lui a accordée A`)."""
    here: frozenset[str] = frozenset()
    """Words for the town of the dateline (`met here on Monday`)."""
    governments: frozenset[str] = frozenset()
    """Words beside a leader's name that mean the government (`the Biden administration`)."""
    departing: frozenset[str] = frozenset()
    """Verbs of setting out, in every form: what somebody sets out for has yet to come (`left for`)."""
    whens: frozenset[str] = frozenset()
    """Conjunctions that take up the time before them (`in 2022, when A met B`)."""
    genitive: str = ""
    """Ending of names that says whose something is (`Polens`)."""
    genitive_articles: frozenset[str] = frozenset()
    """Articles that say so behind a noun (`Präsident der Ukraine`)."""

    def comes(self, word: str) -> bool:
        """Whether a word that no pack lists is by its look a verb of what is to come."""
        return self.future is not None and self.future.fullmatch(word) is not None

    def several(self, noun: str) -> bool:
        """Whether a noun speaks of several by its ending; never where a language has no such ending."""
        return bool(self.plural_ending) and noun.lower().endswith(self.plural_ending)

    @property
    def reorders(self) -> bool:
        """Whether chunks of this language may stand in another order than their words."""
        return self.verb_second or self.inverts

    @property
    def plain(self) -> bool:
        """Whether rows of this language need no preparation."""
        return not (self.genitive or self.relatives or self.plural)


def read_grammar(source: str, data: Mapping[str, Any]) -> Grammar:
    """The section as settings; ReferenceDataError when it holds something unknown."""
    if unknown := set(data) - _SETTINGS:
        raise ReferenceDataError(source, f"unknown settings of grammar {sorted(unknown)}", f"use {sorted(_SETTINGS)}")
    order = data.get("order", _ORDERS[0])
    if order not in _ORDERS:
        raise ReferenceDataError(source, f"grammar has unknown order {order!r}", f"use one of {_ORDERS}")
    words = {name: frozenset(str(word).lower() for word in data.get(name, ())) for name in _LISTS}
    return Grammar(
        order == _ORDERS[1], bool(data.get("inverts")), bool(data.get("capital_nouns")),
        bool(data.get("ranges")), str(data.get("singular", "")), genitive=str(data.get("genitive", "")),
        plural_ending=str(data.get("plural_ending", "")),
        future=re.compile(data["future"]) if "future" in data else None, **words,
    )  # fmt: skip
