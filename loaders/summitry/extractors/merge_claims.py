"""The claims of two readings as one list: what both say carries both rules, what a model says names the model.

The merged events decide ranks: of several values of one property the chosen one is preferred; roles and places that
were kept aside stay as deprecated claims, so that nothing that was read is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summitry.claims import Claim, Iri, Literal, Qualifier, Rank, iris
from summitry.claims.rdf_terms import key
from summitry.extract.reading import EventReading
from summitry.extractors.suggestion import Source
from summitry.extractors.weights import Weights

_PROV = "http://www.w3.org/ns/prov#"
ATTRIBUTED = _PROV + "wasAttributedTo"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_NAME = iris.term("name")
_ROLES = {
    iris.term("hasAbsentee" if role == "absent" else f"has{role.capitalize()}"): role
    for role in ("host", "chair", "participant", "mediator", "organiser", "invitee", "absent")
}
_SINGLE = {_TYPE: "kind", iris.term("status"): "status", iris.term("mode"): "mode"} | {
    iris.term(name): name for name in ("start", "end")
}
_Slot = tuple[str, str, str]


def attributed(claims: Iterable[Claim], source: Source, lang: str) -> Iterator[Claim]:
    """Claims of an optional extractor as its own: rule ids that open with its kind, and the model that said so."""
    said_by = Qualifier(ATTRIBUTED, Iri(_model(source)))
    for claim in claims:
        rule = claim.rule.removeprefix(f"{lang}.").removeprefix(f"{source.kind}/")
        yield replace(claim, rule=f"{source.kind}/{rule}", qualifiers=(*claim.qualifiers, said_by))


def introduced(claims: Sequence[Claim], source: Source) -> tuple[Claim, ...]:
    """Claims with those that say what the model behind some of them is: its exact name, and that it is software."""
    said_by = _model(source)
    mine = next((c for c in claims if any(q.value == Iri(said_by) for q in c.qualifiers)), None)
    if mine is None:
        return tuple(claims)
    facts = ((_TYPE, Iri(_PROV + "SoftwareAgent")), (_NAME, Literal(source.name)))
    return (*claims, *(Claim(mine.source, said_by, term, value, f"{source.kind}/model") for term, value in facts))


def _model(source: Source) -> str:
    """The IRI of a model; two names that differ in letters only by marks are told apart by a hash."""
    plain = iris.slug(source.name)
    return iris.entity("model", f"{plain}-{iris.digest(source.name, length=8)}" if plain else iris.digest(source.name))


@dataclass(frozen=True, slots=True)
class ClaimMerger:
    """Merges the claims of one article; `events` are the merged events."""

    events: Mapping[str, EventReading]
    source: Source
    weights: Weights

    def merged(self, rules: Sequence[Claim], model: Sequence[Claim]) -> tuple[Claim, ...]:
        """All claims, in the order of the rules, then of the model."""
        own = {_slot(claim): claim for claim in rules}
        said = {_slot(claim): claim for claim in model}
        both = [self._both(claim, said.get(slot)) for slot, claim in own.items()]
        more = [claim for slot, claim in said.items() if slot not in own]
        kept = [claim for claim in (*both, *(self._alone(claim) for claim in more)) if self._told(claim)]
        return tuple(self._ranked(kept))

    def _both(self, rules: Claim, model: Claim | None) -> Claim:
        """The rules' claim, which keeps its id; surer, and with both rules, when the model says the same."""
        if model is None:
            return rules
        sure = self.weights.both(rules.confidence, self.source)
        return replace(rules, rule=f"{rules.rule}+{model.rule}", confidence=sure)

    def _alone(self, claim: Claim) -> Claim:
        """A claim that only the model makes: as sure as its event, or as the model is."""
        event = self.events.get(iris.local_name(claim.subject))
        sure = min(event.confidence, self.source.accuracy) if event else self.source.accuracy
        return replace(claim, confidence=round(sure, 3))

    def _told(self, claim: Claim) -> bool:
        """Whether a claim is not about an event that was kept aside."""
        about = [claim.subject, *([claim.object.value] if isinstance(claim.object, Iri) else [])]
        keys = [found[1] for iri in about if (found := iris.kind_and_key(iri)) and found[0] == "event"]
        return all(name in self.events for name in keys) and not self._renamed(claim)

    def _renamed(self, claim: Claim) -> bool:
        """Whether a claim names an event otherwise than the merged event is named."""
        event = self.events.get(iris.local_name(claim.subject)) if claim.predicate == _NAME else None
        return event is not None and _value(claim) != event.name

    def _ranked(self, claims: Sequence[Claim]) -> Iterator[Claim]:
        values: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in claims:
            values[claim.subject, claim.predicate].add(key(claim.object))
        for claim in claims:
            event = self.events.get(iris.local_name(claim.subject))
            yield self._rank(claim, event, len(values[claim.subject, claim.predicate])) if event else claim

    def _rank(self, claim: Claim, event: EventReading, values: int) -> Claim:
        """A claim about an event with the rank and confidence that the merged event gives it."""
        if claim.predicate in _ROLES:
            return _role(claim, event)
        if claim.predicate == iris.term("place"):
            kept = any(place.key == _short(claim) for place in event.places)
            return claim if kept else replace(claim, rank=Rank.DEPRECATED)
        if claim.predicate in _SINGLE and values > 1:
            chosen = _value(claim) == _chosen(event, _SINGLE[claim.predicate])
            return replace(claim, rank=Rank.PREFERRED if chosen else Rank.NORMAL)
        return claim


def _role(claim: Claim, event: EventReading) -> Claim:
    """A role that the merged event tells keeps its rank and takes its confidence; another one is deprecated."""
    role = _ROLES[claim.predicate]
    told = next((p for p in event.participants if p.agent.key == _short(claim) and p.role == role), None)
    if told is None:
        return replace(claim, rank=Rank.DEPRECATED)
    return replace(claim, confidence=told.confidence)


def _slot(claim: Claim) -> _Slot:
    qualified = [key(q.value) for q in claim.qualifiers if q.predicate == iris.term("of")]
    return claim.subject, claim.predicate, " ".join((key(claim.object), *qualified))


def _short(claim: Claim) -> str:
    """The short id of an object, with its kind."""
    found = iris.kind_and_key(claim.object_iri() or "")
    return "/".join(found) if found else ""


def _value(claim: Claim) -> str:
    return claim.object.lexical if isinstance(claim.object, Literal) else iris.local_name(claim.object_iri() or "")


def _chosen(event: EventReading, name: str) -> str | None:
    if name == "kind":
        return "OtherEvent" if event.kind == "other" else event.kind[0].upper() + event.kind[1:]
    chosen = {"status": event.status, "mode": event.mode, "start": event.start, "end": event.end}
    return chosen[name]
