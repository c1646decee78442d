"""What a language pack holds: readings of surface forms, offices, event nouns, verbs, word lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summitry.claims import EventKind
from summitry.extract.grammar import Grammar

FOLDER = Path(__file__).parent / "lang"


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a surface form: annotation type and value. `exact` forms match only as written."""

    symbol: str
    value: Any = None
    proper: bool = False
    exact: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeWord:
    """An office and how high it stands; `of` when the word also says whose it is (`Pentagon chief`)."""

    key: str
    level: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class EventWord:
    """The kind that an event noun names; `soft` nouns name an event only with partners."""

    kind: EventKind
    soft: bool = False
    adjective: bool = False
    """A word that is an adjective before another (`trilateral cooperation`), and an event elsewhere."""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """An inflected form: frame of the verb, frame when reflexive, tense codes of `verbs.csv`."""

    lemma: str
    frame: str
    reflexive: str
    tenses: str
    particles: Mapping[str, VerbForm] = field(default_factory=dict)
    """What the form means with a prefix that stands at the end of the clause (`nahm … teil`)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb says about its neighbours; see `common/frames.yaml`."""

    name: str
    kind: EventKind | None
    slots: Mapping[str, str]
    passive: Mapping[str, str]
    event: str
    status: str | None
    needs: int
    strict: bool
    modal: str | None


@dataclass(frozen=True, slots=True)
class Pack:
    """One language as data."""

    code: str
    token: re.Pattern[str]
    abbreviations: frozenset[str]
    stopwords: frozenset[str]
    read: Callable[[], Mapping[str, tuple[Entry, ...]]]
    """Gives its surface forms, reading them at the first call."""
    frames: Mapping[str, Frame]
    premodifiers: bool
    """Whether agents may stand before an event noun without a preposition (`the Trump-Putin summit`)."""
    regions: frozenset[str]
    """Adjectives of regions as written (`European`): leaders of a region are a group."""
    indefinite: frozenset[str]
    """Words before an event noun that keep it from pointing back to an event told before."""
    anterior: frozenset[str] = frozenset()
    """Auxiliaries that set a participle before the past that is told (`had`, `avait`)."""
    grammar: Grammar = field(default_factory=Grammar)
    folder: Path = FOLDER
    """Where its files are."""
    apart: frozenset[str] = frozenset()
    """Words that say of several partners that they are met one after another (`separately`, `bilateral`)."""
    besides: frozenset[str] = frozenset()
    """Words that say of a meeting that it comes beside others of the same person (`also`)."""
    singly: frozenset[str] = frozenset()
    """Words that say of several subjects that each met somebody by himself (`A and B met C separately`)."""
    temporal: frozenset[str] = frozenset()
    """Conjunctions that say when something was: no relative clause begins with them (`since`)."""
    presences: frozenset[str] = frozenset()
    """Nouns that tell of somebody's presence at an event (`attendance`)."""
    occasions: frozenset[str] = frozenset()
    """What an event is called that was told before (`the event`, `the ceremony`)."""
    honours: frozenset[str] = frozenset()
    """Forms of address that stand for somebody by themselves (`His Majesty`), and such that look like a pronoun but for
    their capitals (`HE`)."""
    speakers: frozenset[str] = frozenset()
    """Words by which somebody speaks of himself, or to others (`we`, `your`): without them a quote is a report."""
    delegations: frozenset[str] = frozenset()
    """Groups of people who travel or negotiate together (`delegation`)."""
    comprising: frozenset[str] = frozenset()
    """Words that say of whom a group is made (`including`, `made up`)."""
    belonging_to: frozenset[str] = frozenset()
    """Words that say that somebody is of a group (`part`, `member`)."""
    assembled: frozenset[str] = frozenset()
    """Words for those at an event to whom somebody speaks there (`fellow leaders`, `delegates`)."""
    visiting: frozenset[str] = frozenset()
    """Words that say of somebody that he is on a visit to who speaks to him (`told visiting B`)."""
    organs: frozenset[str] = frozenset()
    """Words that end the names of bodies and never those of people (`Agency`)."""
    denials: frozenset[str] = frozenset()
    """Articles that say that there is none (`no meeting`)."""
    arrivals: frozenset[str] = frozenset()
    """Where guests arrive: who is received there is on a visit, and has met nobody yet (`airport`)."""
    personal: frozenset[str] = frozenset()
    """Relative pronouns that mean people (`whom`)."""
    enabling: frozenset[str] = frozenset()
    """Words for what an event makes possible for those at it (`allowed`, `l'occasion`)."""
    least: Mapping[str, float] = field(default_factory=dict, kw_only=True)
    """How likely the ranker must hold it for it to be told, where a language asks for other than the usual."""
    qualities: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    """What an adjective of an event noun says becomes of the event (`a possible meeting`: proposed)."""
    fates: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    """What a noun that governs an event noun says becomes of the event, by noun (`cancellation`: cancelled)."""

    @property
    def entries(self) -> Mapping[str, tuple[Entry, ...]]:
        """Its surface forms with their readings. Few programs need those of every language.

        ReferenceDataError when one of them breaks the schema.
        """
        return self.read()
