"""A small learned ranker: which candidates are events, and who takes part in which.

The grammar of frames proposes; linear models over what the annotations say decide. Weights are data
(`weights.json`), trained from the article corpus by `make train`; the same features always give the same answer,
and every decision names the features that made it.
"""

from summitry.extract.ranker.model import LinearModel, Weights, load_weights
from summitry.extract.ranker.ranking import Ranking

__all__ = ["LinearModel", "Ranking", "Weights", "load_weights"]
