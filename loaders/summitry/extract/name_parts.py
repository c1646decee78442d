"""Parts of names: whether a name that is nearly that of somebody known is that person's."""

from __future__ import annotations

from summitry.extract.reading import Agent
from summitry.extract.text import unaccented


def begins(agent: Agent, word: str) -> bool:
    """`V. Putin`, `Vlad Putin`: whether a first name or initial may be short for that of a person."""
    return len(word) == 1 or agent.name.split()[0][:3].lower() == word[:3].lower()


def parted(agent: Agent, words: str) -> bool:
    """`Tran Hai Quang` is not `Tran Dai Quang`: whether other names stand between the first and the last."""
    here, there = ({unaccented(name).lower() for name in text.split()[1:-1]} for text in (words, agent.name))
    return bool(here and there) and here.isdisjoint(there) and all(len(name) > 1 for name in here)
