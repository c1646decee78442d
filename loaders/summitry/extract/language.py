"""Which language a text is in, by a vote of the packs' commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from summitry.extract.packs import Pack

_WORD = re.compile(r"\w+")
_HEAD = 4000


def detect(text: str, packs: Mapping[str, Pack]) -> str | None:
    """The code of the pack whose common words stand most often in the beginning of a text, or None."""
    counts = Counter(_WORD.findall(text[:_HEAD].lower()))
    votes = {code: sum([counts.get(word, 0) for word in pack.stopwords]) for code, pack in sorted(packs.items())}
    best = max(votes, key=lambda code: votes[code], default=None)
    return best if best is not None and votes[best] > 0 else None
