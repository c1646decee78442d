"""A reading as claims: one slot is one claim, with its evidence and rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from summitry.claims import Claim, Evidence, Iri, Literal, Modality, Polarity, Precision, Qualifier, Rank, TimeReference
from summitry.claims.iris import entity, term
from summitry.claims.rdf_terms import RdfTerm, text, typed
from summitry.extract.reading import Agent, Conflict, EventReading, Participant, Reading

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
_DATES = {Precision.DAY: "date", Precision.MONTH: "gYearMonth", Precision.YEAR: "gYear"}


def with_claims(reading: Reading, lang: str) -> Reading:
    """The reading with its claims filled in."""
    return replace(reading, claims=tuple(_Writer(reading, lang).claims()))


class _Writer:
    def __init__(self, reading: Reading, lang: str) -> None:
        self.reading = reading
        self.lang = lang
        self.source = reading.article.iri

    def claims(self) -> Iterator[Claim]:
        for agent, evidence in self.reading.mentions:
            yield self._claim(self.source, "mentions", _iri(agent), "mention", evidence)
        for office in self.reading.offices:
            qualifiers = (Qualifier(term("of"), _iri(office.of)),)
            yield self._claim(
                _iri(office.person).value,
                "holdsOffice",
                Iri(entity("office", office.office)),
                office.rule,
                (office.evidence,),
                qualifiers,
            )
        for member in self.reading.memberships:
            qualifiers = (Qualifier(term("role"), Iri(term(member.role))),)
            yield self._claim(
                _iri(member.member).value, "memberOf", _iri(member.of), member.rule, (member.evidence,), qualifiers
            )
        for event in self.reading.events:
            yield from self._event(event)
        for conflict in self.reading.conflicts:
            yield self._conflict(conflict)
        yield from self._unlisted()

    def _unlisted(self) -> Iterator[Claim]:
        """Kind and name of agents that no reference table describes, in the words of the article."""
        agents: dict[str, tuple[Agent, list[Evidence]]] = {}
        for agent, evidence in self._named():
            if agent.wikidata is None:
                agents.setdefault(agent.key, (agent, []))[1].extend(evidence)
        for key in sorted(agents):
            agent, quotes = agents[key]
            subject = _iri(agent).value
            words = tuple(dict.fromkeys(quotes))[:1]
            yield self._claim(subject, _TYPE, Iri(term(agent.type.capitalize())), "agent.unlisted", words)
            yield self._claim(subject, "name", text(agent.name, self.lang), "agent.unlisted", words)

    def _named(self) -> Iterator[tuple[Agent, Iterable[Evidence]]]:
        yield from self.reading.mentions
        for event in self.reading.events:
            for participant in event.participants:
                yield participant.agent, participant.evidence
                if participant.on_behalf_of:
                    yield participant.on_behalf_of, participant.evidence
            for agent, evidence in event.announced_by:
                yield agent, (evidence,)
        for office in self.reading.offices:
            yield office.person, (office.evidence,)
            yield office.of, (office.evidence,)
        for membership in self.reading.memberships:
            yield membership.member, (membership.evidence,)
            yield membership.of, (membership.evidence,)

    def _event(self, event: EventReading) -> Iterator[Claim]:
        subject = entity("event", event.id)
        rule = "event." + event.rules[0]
        kind = "OtherEvent" if event.kind == "other" else event.kind[0].upper() + event.kind[1:]
        yield self._claim(subject, _TYPE, Iri(term(kind)), rule, event.evidence, modality=event.modality)
        yield self._claim(subject, "name", text(event.name, self.lang), rule, event.evidence[:1])
        yield self._claim(
            subject, "status", Iri(term(event.status)), "event.status", event.status_evidence or event.evidence
        )
        if event.mode:
            yield self._claim(subject, "mode", Iri(term(event.mode)), "event.mode", event.evidence)
        if event.series:
            yield self._claim(subject, "inSeries", Iri(entity(*_split(event.series))), "event.series", event.evidence)
        if event.edition:
            yield self._claim(subject, "edition", typed(str(event.edition), "integer"), "event.edition", event.evidence)
        yield from self._dates(event, subject)
        for place in event.places:
            if place.key:
                stated = (Qualifier(term("statedAs"), text(place.evidence.quote, self.lang)),)
                yield self._claim(
                    subject, "place", Iri(entity(*_split(place.key))), "event.place", (place.evidence,), stated
                )
        for participant in event.participants:
            yield self._participant(event, subject, participant)
        for agent, evidence in event.announced_by:
            yield self._claim(subject, "announcedBy", _iri(agent), "announce.subject", (evidence,))
        if event.part_of:
            yield self._claim(subject, "partOf", Iri(entity("event", event.part_of)), "event.part-of", event.evidence)

    def _dates(self, event: EventReading, subject: str) -> Iterator[Claim]:
        chosen = False
        for time in event.dates:
            if time.reading is None or time.reading.startswith("/"):
                continue  # `until Sunday` says when it ends: the vote has made an end of it
            wins = event.start is not None and time.reading.split("/")[0] == event.start
            chosen = chosen or wins
            value = _date(time.reading.split("/")[0] if wins else time.reading)
            yield self._claim(
                subject, "start", value, "time.stated", (time.evidence,), tuple(self._stated(time)),
                rank=Rank.PREFERRED if wins else Rank.NORMAL,
            )  # fmt: skip
        quotes = tuple(t.evidence for t in event.dates)
        if event.start and not chosen:
            yield self._claim(subject, "start", _date(event.start), "time.vote", quotes, rank=Rank.PREFERRED)
        if event.end:
            yield self._claim(subject, "end", _date(event.end), "time.vote", quotes, rank=Rank.PREFERRED)

    def _stated(self, time: TimeReference) -> Iterator[Qualifier]:
        yield Qualifier(term("stated"), text(time.stated, self.lang))
        if time.anchor:
            yield Qualifier(term("anchor"), _date(time.anchor))
        for flag in time.flags:
            yield Qualifier(term("flag"), text(flag))
        if time.precision:
            yield Qualifier(term("precision"), text(time.precision))

    def _participant(self, event: EventReading, subject: str, participant: Participant) -> Claim:
        predicate = (
            "hasAbsentee"
            if participant.role == "absent"
            else "has" + participant.role[0].upper() + participant.role[1:]
        )
        qualifiers = [Qualifier(term("statedAs"), text(name, self.lang)) for name in participant.names[:1]]
        if participant.on_behalf_of:
            qualifiers.append(Qualifier(term("onBehalfOf"), _iri(participant.on_behalf_of)))
        if participant.inferred:
            qualifiers.append(Qualifier(term("inferred"), typed("true", "boolean")))
        return self._claim(
            subject, predicate, _iri(participant.agent), participant.rule, tuple(participant.evidence),
            tuple(qualifiers), confidence=participant.confidence, modality=event.modality,
        )  # fmt: skip

    def _conflict(self, conflict: Conflict) -> Claim:
        qualifiers = [
            Qualifier(term("about"), text(conflict.about)),
            Qualifier(term("reason"), text(conflict.reason, "en")),
        ]
        qualifiers += [Qualifier(term("reading"), _date(reading)) for reading in conflict.readings]
        return self._claim(
            entity("event", conflict.event),
            "conflict",
            text(conflict.kind),
            "time.conflict",
            conflict.evidence,
            tuple(qualifiers),
        )

    def _claim(
        self, subject: str, predicate: str, value: RdfTerm, rule: str, evidence: Iterable[Evidence],
        qualifiers: tuple[Qualifier, ...] = (), *, rank: Rank = Rank.NORMAL, confidence: float = 0.9,
        modality: Modality = Modality.ASSERTED,
    ) -> Claim:  # fmt: skip
        predicate = predicate if ":" in predicate else term(predicate)
        return Claim(
            self.source, subject, predicate, value, f"{self.lang}.{rule}", qualifiers, tuple(evidence), confidence,
            modality, Polarity.POSITIVE, rank,
        )  # fmt: skip


def _iri(agent: Agent) -> Iri:
    return Iri(entity(*_split(agent.key)))


def _split(key: str) -> tuple[str, str]:
    kind, _, rest = key.partition("/")
    return kind, rest


def _date(reading: str) -> Literal:
    """The literal of an EDTF reading: an XML Schema date where one fits."""
    digits = reading.count("-")
    if "/" in reading or not reading.replace("-", "").isdigit() or (digits == 1 and reading[5:] > "12"):
        return Literal(reading, _EDTF)
    return typed(reading, ("gYear", "gYearMonth", "date")[digits])
