"""What verbs of asking, following and recalling say about when the event noun behind them happens."""

from __future__ import annotations

from summitry.extract.nearness import Clauses, Head

_ASKING = frozenset({"invite", "convoke"})
"""Frames of verbs that ask somebody to come."""


def asking(head: Head) -> bool:
    """`invited B to dinner`, `called a summit`: a verb whose event comes after it."""
    return head.verb is not None and head.verb.frame.name in _ASKING and not head.anterior


def asked(clauses: Clauses, index: int, head: Head) -> bool:
    """`invited B to come on Friday`, `called a summit in P on Friday`: the day is that of what is asked for, but
    right behind the verb it is the day of asking."""
    if head.verb is not None and head.tense == "infinitive":
        before = next((one for one in reversed(clauses.near(head.at)) if one.at < head.at and one.verb), None)
        return before is not None and before.finite and asking(before)
    return asking(head) and index > head.at + 1


def governs(clauses: Clauses, verb: Head | None, noun: Head, name: str) -> bool:
    """Whether a verb of this frame stands before an event noun, with no other between: `the remarks followed a call
    with B`, `A recalled his meeting with B`."""
    if verb is None or verb.verb is None or verb.verb.frame.name != name or verb.verb.passive or not noun.noun:
        return False
    between = [one for one in clauses.near(noun.at) if verb.at < one.at < noun.at]
    return verb.at < noun.at and all(one.loose for one in between)
