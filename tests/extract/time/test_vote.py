"""The choice among several readings of one event's start, and what the text says of the day of writing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from summitry.claims import Evidence, Precision, TimeReference
from summitry.extract.time import Direction, ResolvedTime, TimeEngine, document_anchor, vote, year_hint

Engine = Callable[[str], TimeEngine]
ARTICLE = (
    "La visioconférence aura lieu mardi prochain, à l’occasion du 4e anniversaire de l’invasion russe. "
    "Elle se tiendra le mardi 25 février 2026."
)


def _read(engine: Engine, language: str, text: str, anchor: date | None, direction: Direction) -> list[ResolvedTime]:
    times = engine(language)
    return [times.resolve(stated, anchor, direction) for stated in times.find(text)]


def test_three_pieces_of_one_date(engine: Engine) -> None:
    result = vote(_read(engine, "fr", ARTICLE, date(2026, 2, 20), Direction.FUTURE))
    assert (result.start, result.end, result.precision) == ("2026-02-24", None, Precision.DAY)
    assert result.conflict
    assert [time.reading for time in result.losing] == ["2026-02-25"]
    assert [time.stated for time in result.chosen] == ["mardi prochain", "4e anniversaire de l’invasion russe"]
    assert result.reasons[2] == (
        "“mardi 25 février 2026” is 2026-02-25 (a Wednesday, which is not the weekday stated)."
    )
    assert "“mardi 25 février 2026” (2026-02-25)" in result.reasons[-1]
    assert result.share > 0.7


def test_the_same_without_a_publication_date(engine: Engine) -> None:
    text = engine("fr").find(ARTICLE)
    assert document_anchor(text) is None
    readings = _read(engine, "fr", ARTICLE, None, Direction.FUTURE)
    assert [r.reading for r in readings] == [None, "2026-02-24", "2026-02-25"]
    assert readings[0].flags == ("no-publication-date",)
    result = vote(readings)
    assert result.start == "2026-02-24"
    assert result.conflict


def test_a_coarser_reading_agrees_with_a_finer_one(engine: Engine) -> None:
    text = "Le sommet est prévu en juin. Il s'ouvrira le 15 juin."
    result = vote(_read(engine, "fr", text, date(2026, 2, 20), Direction.FUTURE))
    assert (result.start, result.conflict) == ("2026-06-15", False)


def test_a_range_gives_start_and_end(engine: Engine) -> None:
    text = "Le sommet aura lieu du 15 au 17 juin. Lundi 15 juin, il s'ouvrira."
    result = vote(_read(engine, "fr", text, date(2026, 2, 20), Direction.FUTURE))
    assert (result.start, result.end, result.conflict) == ("2026-06-15", "2026-06-17", False)


def test_until_gives_the_end_only(engine: Engine) -> None:
    text = "Le forum s'est ouvert lundi. Il dure jusqu'à vendredi prochain."
    result = vote(_read(engine, "fr", text, date(2012, 7, 2), Direction.PAST))
    assert (result.start, result.end, result.conflict) == ("2012-07-02", "2012-07-06", False)
    alone = vote(_read(engine, "en", "It runs until January 8.", date(2000, 1, 5), Direction.FUTURE))
    assert (alone.start, alone.end) == (None, "2000-01-08")


def test_nothing_stated_is_nothing_resolved() -> None:
    assert vote([]).start is None
    unread = TimeReference("mardi", None, None, None, ("no-publication-date",), Evidence(0, 5, "mardi"))
    assert vote([unread]).reasons[0] == "“mardi”: it cannot be resolved: no date of publication is known."


def test_a_plain_time_reference_votes_as_a_stated_date() -> None:
    one = TimeReference("2026-02-24", "2026-02-24", Precision.DAY, None, (), Evidence(0, 10, "2026-02-24"))
    other = TimeReference("February 2026", "2026-02", Precision.MONTH, None, (), Evidence(20, 33, "February 2026"))
    assert vote([other, one]).start == "2026-02-24"


def test_datelines(engine: Engine) -> None:
    french, english = engine("fr"), engine("en")
    text = "PARIS, 12 mars (AFP) - Le ministre ira à Rome le 15 mars 2024."
    assert french.dateline_span(text) == (0, 22)
    assert document_anchor(french.find(text)) == date(2024, 3, 12)
    assert english.dateline_span("WASHINGTON (Reuters) - The president said") is not None
    assert english.dateline_span("BRUSSELS, March 12, 2024 (Xinhua) -- Leaders met") is not None
    assert document_anchor(english.find("BRUSSELS, March 12, 2024 (Xinhua) -- Leaders met")) == date(2024, 3, 12)
    assert english.dateline_span("The president said on Monday - a holiday") is None


def test_a_date_called_today_is_the_day_of_writing(engine: Engine) -> None:
    found = engine("fr").find("Le forum s'est ouvert ce mercredi 4 juillet 2012.")
    assert document_anchor(found) == date(2012, 7, 4)
    assert document_anchor(engine("fr").find("Le sommet s'ouvrira le 4 juillet 2012.")) is None


def test_the_year_of_the_other_dates(engine: Engine) -> None:
    found = engine("fr").find("Le 4 juillet 2012, ils se sont vus. Ils se reverront le 6 juillet.")
    hint = year_hint(found)
    assert hint == date(2012, 7, 4)
    read = engine("fr").resolve(found[1], None, Direction.FUTURE, year_hint=hint)
    assert (read.reading, read.flags) == ("2012-07-06", ("year-inferred", "no-publication-date"))


def test_the_next_day_counts_from_its_context(engine: Engine) -> None:
    found = engine("fr").find("Le lendemain, il est reparti.")
    assert engine("fr").resolve(found[0], None, context=date(2024, 3, 12)).reading == "2024-03-13"


def test_yesterday_is_not_the_day_of_writing(engine: Engine) -> None:
    assert document_anchor(engine("fr").find("Hier, jeudi 16 août 2012, il a parlé.")) is None
    assert document_anchor(engine("en").find("Today, 16 August 2012, he spoke.")) == date(2012, 8, 16)
    assert document_anchor(engine("en").find("Published on March 12, 2024. He spoke.")) == date(2024, 3, 12)


def test_a_line_with_place_and_date_is_a_dateline(engine: Engine) -> None:
    french = engine("fr")
    assert document_anchor(french.find("Communiqué\n\nParis, le 1er juillet 2025\n\nLe Président a parlé.")) == date(
        2025, 7, 1
    )
    assert document_anchor(french.find("Le direct\n\nJeudi 15 mai 2025\n\n18h42 - Il part demain.")) == date(
        2025, 5, 15
    )
    assert document_anchor(french.find("Le sommet du 4 juillet 2012\n\nIl s'ouvrira.")) is None
    german = engine("de").find("Berlin, den 15. März 2024\n\nDer Kanzler sprach.")
    assert document_anchor(german) == date(2024, 3, 15)
    assert document_anchor(engine("en").find("March 12, 2024\n\nThe leaders met.")) == date(2024, 3, 12)
