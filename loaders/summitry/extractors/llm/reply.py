"""From the body of a chat completion to the JSON object that the model wrote."""

from __future__ import annotations

import json
import re
from typing import Any

from summitry.extractors.llm.failures import MalformedError, RejectedError, TruncatedError, UnusableError

_THINKING = re.compile(r"<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"```(?:json)?\s*\n(.*?)\n?```", re.DOTALL)
_LONGEST_WORDS = 200


def written(body: dict[str, Any], model: str) -> str:
    """The text of an answer. Raises TruncatedError or UnusableError when there is none that is whole."""
    choices = body.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise RejectedError(model, "answered without a message", "check SUMMITRY_LLM_URL")
    if choice.get("finish_reason") == "length":
        raise TruncatedError(model, "stopped in the middle of its answer", "raise SUMMITRY_LLM_MAX_TOKENS")
    if choice.get("finish_reason") == "content_filter":
        raise UnusableError(model, "had its answer withheld by the server's filter", "ask another model")
    if refusal := message.get("refusal"):
        raise UnusableError(model, f"declines to answer: {_line(str(refusal))}", "ask another model")
    return _content(message.get("content"), model)


def parsed(text: str, model: str) -> dict[str, Any]:
    """The JSON object in a text, also behind thoughts and inside a fence. Raises MalformedError when there is none."""
    bare = _THINKING.sub("", text).strip()
    if fenced := _FENCE.search(bare):
        bare = fenced.group(1)
    try:
        found = json.loads(bare)
    except (ValueError, RecursionError) as error:
        raise MalformedError(model, f"answered with broken JSON ({_line(str(error))})", "ask another model") from error
    if not isinstance(found, dict):
        raise MalformedError(model, f"answered with {type(found).__name__}, not an object", "ask another model")
    return found


def _content(content: Any, model: str) -> str:
    """The text of a message, which some servers give in parts."""
    if isinstance(content, list):
        content = "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    if not isinstance(content, str) or not content.strip():
        raise UnusableError(model, "answered with nothing", "ask another model")
    return content


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_WORDS]
