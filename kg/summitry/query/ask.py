"""Answer a question from a store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from summitry.claims import QuestionError
from summitry.extract.packs import Pack, load_packs
from summitry.query import conflicts, describe, rows, say
from summitry.query.compile import Queries, compile_question
from summitry.query.evidence import Evidences
from summitry.query.linking import Linker
from summitry.query.model import Answer, Question
from summitry.query.phrases import LANGUAGES, Phrases, load_phrases
from summitry.query.understand import related_kinds, understand
from summitry.reference import Reference
from summitry.store import Readable
from summitry.store.past import PastStore


class Asker:
    """Understands questions in every language that it has phrases for, and answers them from a store."""

    def __init__(self, reference: Reference, packs: Mapping[str, Pack] | None = None) -> None:
        self._reference = reference
        self._packs = load_packs() if packs is None else packs
        self._phrases = {language: load_phrases(language) for language in LANGUAGES}
        self._linker = cache(self._make_linker)

    def ask(
        self,
        store: Readable,
        text: str,
        language: str | None = None,
        *,
        valid_at: date | None = None,
        inferred: bool = True,
    ) -> Answer:
        """The answer with rows, evidence, conflicts and the queries that gave it.

        A store of the past (`Store.as_of`) answers with what was known then. `valid_at` asks of one day: events that
        take place on it; without `inferred`, only what some source says itself is answered. A question that is not
        understood gives an Answer that says so, with examples; nothing is raised.
        """
        language = language or self._language(text)
        phrases = self._phrases[language]
        try:
            question = understand(text, phrases, self._linker(language))
        except QuestionError as error:
            return Answer(text, language, understood=False, answer=error.cause, examples=phrases.examples)
        constraints = replace(question.constraints, valid_at=valid_at)
        answer = self._answer(store, replace(question, constraints=constraints, inferred=inferred), phrases)
        return replace(answer, valid_at=valid_at, as_of=store.seq if isinstance(store, PastStore) else None)

    def _answer(self, store: Readable, question: Question, phrases: Phrases) -> Answer:
        question, queries, found = self._fetch(store, question)
        named = describe.Names(store, question.language)
        events = named.events({row.event for row in found})
        quotes = self.evidences(store)
        lines = tuple(rows.complete(found, named, quotes, question.type))
        return Answer(
            question=question.text,
            language=question.language,
            understood=True,
            type=question.type.value,
            answer=say.sentence(lines, events, phrases, question.widened),
            rows=lines,
            events=events,
            conflicts=conflicts.find(store, events, lines, phrases, quotes),
            cypher=queries.cypher,
            sparql=queries.sparql,
        )

    def _fetch(self, store: Readable, question: Question) -> tuple[Question, Queries, list[rows.Found]]:
        """The question's results; when no event of the kind fits, those of kinds that news use for the same event."""
        queries = compile_question(question)
        found = rows.fetch(store, queries, question.inferred)
        wider = related_kinds(question.constraints.kinds)
        if found or wider == question.constraints.kinds:
            return question, queries, found
        widened = replace(question, constraints=replace(question.constraints, kinds=wider), widened=True)
        queries = compile_question(widened)
        return widened, queries, rows.fetch(store, queries, question.inferred)

    def evidences(self, store: Readable) -> Evidences:
        """A look-up of evidence in a store, with the languages that this Asker knows."""
        return Evidences(store, self._packs)

    def _language(self, text: str) -> str:
        """The language whose patterns fit; of several, the one with more of its common words in the question."""
        words = set(text.casefold().replace("'", " ").replace("’", " ").replace("?", " ").split())
        counts = {code: len(words & self._packs[code].stopwords) for code in LANGUAGES}
        fits = {code: self._phrases[code].type_of(text.casefold().replace("’", "'")) is not None for code in LANGUAGES}
        return max(LANGUAGES, key=lambda code: (fits[code], counts[code]))

    def _make_linker(self, language: str) -> Linker:
        return Linker(self._packs[language], self._reference)
