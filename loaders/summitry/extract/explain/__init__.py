"""Why an article was read as it was: sentence by sentence, what was read, by which rule, and what was turned down."""

from summitry.extract.explain.explaining import explain
from summitry.extract.explain.model import Explanation, Mark, Sentence, Span, Statement
from summitry.extract.explain.page import page

__all__ = ["Explanation", "Mark", "Sentence", "Span", "Statement", "explain", "page"]
