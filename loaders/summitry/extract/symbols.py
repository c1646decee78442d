"""The annotation types. Packs and tables give words to them; rules speak of them only."""

from __future__ import annotations

PERSON, FAMILY, NAME = "PERSON", "FAMILY", "NAME"
STATE, DEM, PEOPLE, METO, ORG, PLACE = "STATE", "DEM", "PEOPLE", "METO", "ORG", "PLACE"
OFFICE, OFFICES, EVENT, NOTEV, TREATY, VERB, TIME = "OFFICE", "OFFICES", "EVENT", "NOTEV", "TREATY", "V", "TIME"
CAPITAL, WORD, NUMBER, MARK, QUOTE = "W", "w", "0", "MARK", "QUOTE"
AGENT, AGENTS = "AGENT", "AGENTS"

WORD_TYPES = frozenset((
    "DET", "POSS", "S", "OF", "IN", "TO", "WITH", "BETWEEN", "BY", "FROM", "INCL", "DURING", "WITHOUT", "AND",
    "OR", "BUT", "REL", "SUB", "SE", "HE", "SHE", "IT", "THEY", "CLIT", "BE", "HAVE", "FUT", "COND", "NEG",
    "DO", "ADV", "FORMER", "NEXTOFF", "ACTING", "TITLE", "NUM", "PHONE", "VIRTUAL", "PAST", "REPR",
    "COUNTERPART", "PRESENCE", "ORD", "INVITATION", "JR", "KIN", "PART", "GOV", "WAS", "AROUND", "ON", "THEIR",
    "PAIR", "SEAT", "TOO", "POLITY", "SAME", "BECOME", "LEADS", "MEMBER", "OBSERVER", "CHAIRSHIP", "SUSPENDED",
    "BODY", "OTHER", "MEDIATION", "PASSIVE", "NOUN", "LATTER", "THEN", "ASIDE", "TRIO", "FLOOR",
))  # fmt: skip
"""What the `words` section of a lexicon may name: closed-class words and small phrases."""

ORDER = (
    NOTEV, PERSON, ORG, STATE, METO, PLACE, OFFICE, OFFICES, EVENT, TREATY, VERB, DEM, PEOPLE, FAMILY,
    *sorted(WORD_TYPES), WORD,
)  # fmt: skip
"""Which reading of a surface form comes first when several types share it."""
RANK = {symbol: rank for rank, symbol in enumerate(ORDER)}

PLAIN = frozenset(
    {WORD, "ADV", "DET", "POSS", "THEIR", "NUM", "ORD", NUMBER, "PAST", "DEM", "PHONE", "VIRTUAL", CAPITAL, TIME, PLACE}
)
"""Types that a rule may step over inside a noun phrase."""

OFFICIAL = frozenset(
    ("POLITY", "SAME", "BECOME", "LEADS", "MEMBER", "OBSERVER", "CHAIRSHIP", "SUSPENDED", "BODY", "OTHER")
)
"""Types that only offices and memberships read; to all others they are plain words."""

UNSETTLED = frozenset((PLACE, EVENT, VERB, CAPITAL, "SEAT"))
"""Types of which the words around decide what they are."""

OPENING = frozenset(
    (
        PERSON, FAMILY, STATE, METO, ORG, PEOPLE, DEM, CAPITAL, "GOV", "TITLE", "HE", "SHE", "THEY", "PAIR", "TRIO",
        "LATTER", "OTHER",
    )
)  # fmt: skip
"""Types with which a mention can begin, besides titles."""
