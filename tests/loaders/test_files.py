"""Reading article files: what comes out, and one clear error for everything that is no article."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from summitry.claims import Article, InputError
from summitry.loaders import Defaults, find_files, read_articles, read_file

TEXT = "Emmanuel Macron a reçu Keir Starmer à Paris."
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_plain_text_is_kept_as_it_is(tmp_path: Path) -> None:
    article = read_file(write(tmp_path, "a.txt", TEXT + "\n\n"))
    assert (article.text, article.title, article.published) == (TEXT, None, None)


def test_text_is_nfc_without_byte_order_mark_and_with_line_feeds(tmp_path: Path) -> None:
    raw = "\ufeff" + unicodedata.normalize("NFD", "Élysée\r\nsécurité\rà")
    assert read_file(write(tmp_path, "a.txt", raw)).text == "Élysée\nsécurité\nà"


def test_front_matter_is_metadata_and_not_text(tmp_path: Path) -> None:
    raw = f"---\ntitle: Une visite\npublished: 2025-03-27\nlang: fr\nurl: https://example.org/a\n---\n\n{TEXT}"
    article = read_file(write(tmp_path, "a.md", raw))
    assert article.text == TEXT
    assert (article.title, article.lang, article.url) == ("Une visite", "fr", "https://example.org/a")
    assert (article.published, article.published_source) == (date(2025, 3, 27), "metadata")


def test_a_dash_line_at_the_start_is_no_front_matter(tmp_path: Path) -> None:
    raw = f"---\n{TEXT}"
    assert read_file(write(tmp_path, "a.txt", raw)).text == raw


def test_json_has_the_same_fields(tmp_path: Path) -> None:
    raw = json.dumps({"text": TEXT, "published": "2025-03-27T08:00:00Z", "publisher": "Gazette"})
    article = read_file(write(tmp_path, "a.json", raw))
    assert (article.text, article.publisher, article.published) == (TEXT, "Gazette", date(2025, 3, 27))


def test_what_the_caller_knows_wins(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", f"---\npublished: 2025-03-27\nlang: fr\n---\n{TEXT}")
    article = read_file(path, Defaults(date(2025, 3, 28), "en"))
    assert (article.published, article.published_source, article.lang) == (date(2025, 3, 28), "argument", "en")


def test_the_id_is_of_the_address_or_of_the_text(tmp_path: Path) -> None:
    first = read_file(write(tmp_path, "a.md", f"---\nurl: https://example.org/a\n---\n{TEXT}"))
    edited = read_file(write(tmp_path, "b.md", f"---\nurl: https://example.org/a\n---\n{TEXT} Corrigé."))
    same_text = read_file(write(tmp_path, "c.txt", TEXT))
    assert first.id == edited.id != same_text.id
    assert first.version != edited.version


def test_the_date_changes_the_version_and_not_the_id() -> None:
    dated = Article(id="a", text=TEXT, published=date(2026, 2, 20))
    assert Article(id="a", text=TEXT).version != dated.version


BAD = [
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \n\t\n", "is empty"),
    ("only-header.md", b"---\ntitle: x\n---\n\n", "holds no text"),
    ("picture.txt", PNG, "PNG picture"),
    ("paper.txt", b"%PDF-1.7 ...", "PDF document"),
    ("nul.txt", b"abc\0def", "binary"),
    ("latin1.txt", "Élysée reçu".encode("latin-1"), "not UTF-8 (byte 0)"),
    ("header.md", b"---\ntitle: [x\n---\nText.", "not YAML"),
    ("keys.md", b"---\nauthor: x\n---\nText.", "unknown keys: author"),
    ("date.md", b"---\npublished: soon\n---\nText.", "'soon' is no date"),
    ("broken.json", b"{", "is not JSON"),
    ("list.json", b"[]", "has no text"),
    ("number.json", b'{"text": 1}', "has no text"),
]


@pytest.mark.parametrize(("name", "content", "cause"), BAD)
def test_what_is_no_article_is_named_with_cause_and_remedy(
    tmp_path: Path, name: str, content: bytes, cause: str
) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert caught.value.subject == str(path)
    assert cause in caught.value.cause
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match=r"is 50 MB large; the limit is 10 MB"):
        read_file(path)


def test_a_missing_file_and_a_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_file(tmp_path / "none.txt")
    write(tmp_path, "picture.png", PNG)
    with pytest.raises(InputError, match="folder without articles"):
        find_files([tmp_path])


def test_folders_are_read_in_order_and_bad_files_reported(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "sub/c.md", "a.txt"):
        write(tmp_path, name, f"{TEXT} {name}")
    bad = write(tmp_path, "aa.txt", b"")
    errors: list[InputError] = []
    articles = list(read_articles([tmp_path, tmp_path / "missing"], on_error=errors.append))
    assert [a.text.rsplit(" ", 1)[1] for a in articles] == ["a.txt", "b.txt", "sub/c.md"]
    assert [e.subject for e in errors] == [str(bad), str(tmp_path / "missing")]


def test_without_a_handler_the_first_error_is_raised(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"")
    with pytest.raises(InputError):
        list(read_articles([tmp_path]))
    with pytest.raises(InputError):
        list(read_articles([tmp_path / "missing"]))
