"""Questions in French and English, answered with evidence and with the queries that gave the answer."""

from summitry.query.ask import Asker
from summitry.query.model import Answer, Conflict, Constraints, EventSummary, Evidence, Question, QuestionType, Row
from summitry.query.wire import answer_json

__all__ = [
    "Answer",
    "Asker",
    "Conflict",
    "Constraints",
    "EventSummary",
    "Evidence",
    "Question",
    "QuestionType",
    "Row",
    "answer_json",
]
