"""How well extraction reads: gold files against predictions, with figures and the worst cases."""

from summitry.extract.evaluate.evaluation import ALL, Case, Evaluation, evaluate
from summitry.extract.evaluate.gold import GoldArticle, load_gold, read_prediction
from summitry.extract.evaluate.tally import FOUND, LABELS, Category, Mistake, Tally

__all__ = [
    "ALL", "FOUND", "LABELS", "Case", "Category", "Evaluation", "GoldArticle", "Mistake", "Tally", "evaluate",
    "load_gold", "read_prediction",
]  # fmt: skip
