"""The article corpora, and what the extractor makes of them; shared by floors and the page on accuracy."""

from __future__ import annotations

import hashlib
from pathlib import Path

from summitry.cli.evaluation import predictions
from summitry.extract.evaluate import Evaluation, evaluate, load_gold

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "tests" / "articles"


def corpora(root: Path = ARTICLES) -> dict[str, Path]:
    """The folders `<lang>/<split>` that hold gold, by that name, in name order."""
    folders = {path.parent for path in root.glob("*/*/*.json")}
    return {folder.relative_to(root).as_posix(): folder for folder in sorted(folders)}


def corpus_hash(folder: Path) -> str:
    """SHA-256 over names and contents of all texts and gold files: changes with any letter of any of them."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in {".txt", ".json"}):
        for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes()):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.hexdigest()


def measure(folder: Path) -> Evaluation:
    """Read every text of a corpus and compare with its gold."""
    articles = load_gold(folder)
    return evaluate(articles, predictions(articles))
