"""`/ask`: questions in French and English."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query

from summitry.api.dependencies import Language, TheServices
from summitry.api.problems import responses
from summitry.api.query_models import AS_OF, INFERRED, VALID_AT, QuestionIn
from summitry.api.services import Services
from summitry.query import answer_json
from summitry.store import history

router = APIRouter(prefix="/ask", tags=["questions"])

_EXAMPLE: dict[str, Any] = {
    "question": "Who attends the coalition of the willing videoconference?",
    "language": "en",
    "understood": True,
    "type": "attends",
    "answer": "videoconference (2026-02-24, planned): France (chairs), United Kingdom (chairs), …",
    "rows": [
        {
            "iri": "https://w3id.org/summitry/id/state/FRA",
            "name": "France",
            "role": "chair",
            "inferred": False,
            "via": None,
            "event": "https://w3id.org/summitry/id/event/2b3b48ad02ec1416",
            "eventName": "videoconference",
            "evidence": [
                {
                    "quote": "menée par la France",
                    "sentence": "Le président français, Emmanuel Macron, a annoncé vendredi qu'une visioconférence …",
                    "publisher": "Le Carnet diplomatique",
                    "published": "2026-02-20",
                }
            ],
        }
    ],
    "conflicts": [
        {
            "about": "start",
            "readings": ["2026-02-24", "2026-02-25"],
            "reason": "…",
            "ranking": [
                {"value": "2026-02-24", "shown": True, "sources": 2, "reason": "shown: more sources (2 against 1)"},
                {"value": "2026-02-25", "shown": False, "sources": 1, "reason": "not shown: fewer sources (…)"},
            ],
        }
    ],
    "cypher": "MATCH (e:Event) …",
    "sparql": "PREFIX s: <https://w3id.org/summitry/ontology#> SELECT …",
    "examples": [],
}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The answer, as `summitry ask --format json` gives it.",
          "content": {"application/json": {"example": _EXAMPLE}}},
    **responses(404, 422, 503),
}  # fmt: skip


@router.get("", summary="Ask a question", responses=_RESPONSES)
def get_answer(
    *,
    services: TheServices,
    q: Annotated[str, Query(min_length=1, max_length=500, examples=[_EXAMPLE["question"]])],
    lang: Annotated[Language | None, Query(description="Found out when left away.")] = None,
    as_of: Annotated[str | None, Query(alias="as-of", description=AS_OF)] = None,
    valid_at: Annotated[date | None, Query(alias="valid-at", description=VALID_AT)] = None,
    inferred: Annotated[bool, Query(description=INFERRED)] = True,
) -> dict[str, Any]:
    """Who attends, which events, who hosts, when and where, who met whom; with evidence and both queries.

    A question that is not understood gives `"understood": false` and examples of what is.
    """
    return _answer(services, QuestionIn(question=q, lang=lang, as_of=as_of, valid_at=valid_at, inferred=inferred))


@router.post("", summary="Ask a question", responses=_RESPONSES)
def post_answer(services: TheServices, asked: QuestionIn) -> dict[str, Any]:
    """The same as GET, for questions that should not stand in addresses."""
    return _answer(services, asked)


def _answer(services: Services, asked: QuestionIn) -> dict[str, Any]:
    store = history.as_of(services.store, asked.as_of)
    answer = services.asker.ask(store, asked.question, asked.lang, valid_at=asked.valid_at, inferred=asked.inferred)
    return answer_json(answer)
