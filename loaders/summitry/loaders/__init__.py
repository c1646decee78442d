"""From a source to articles: one module per kind of source."""

from summitry.loaders.files import find_files, read_articles, read_file
from summitry.loaders.text import Defaults, article_from_text

__all__ = ["Defaults", "article_from_text", "find_files", "read_articles", "read_file"]
