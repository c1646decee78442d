"""The page on the own articles tells how many there are."""

import json
import re

from tests.conftest import ROOT

ARTICLES = ROOT / "tests" / "articles"
ROW = re.compile(r"^\| (\w\w) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)


def counted(folder):
    """How many articles a folder holds, and how many of them without an event."""
    gold = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    return len(gold), sum(not one["events"] for one in gold)


def test_the_table_counts_the_articles_of_every_language():
    rows = ROW.findall((ARTICLES / "README.md").read_text("utf-8"))
    told = {lang: tuple(map(int, numbers)) for lang, *numbers in rows}
    folders = sorted(path for path in ARTICLES.iterdir() if (path / "dev").is_dir())
    assert told == {lang.name: (*counted(lang / "dev"), *counted(lang / "test")) for lang in folders}
