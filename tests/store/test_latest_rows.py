"""What the writer of a log has at hand of the latest changes is what the log says of them."""

from __future__ import annotations

from pathlib import Path

from tests.store.claim_builder import Story, synthetics

from summitry.store.connections import Connections
from summitry.store.latest_rows import LatestRows
from summitry.store.log import ClaimLog
from summitry.store.log_reader import LogReader


def test_rows_at_hand_are_those_of_the_log(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "log.sqlite", writable=True)
    latest = LatestRows()
    log, at_hand, plain = ClaimLog(connections, latest), LogReader(connections, latest), LogReader(connections)
    log.write(synthetics(3))
    first = plain.last_seq()
    latest.forget(first)
    log.write(synthetics(4, start=3))
    story = Story("Said and taken back.", url="https://example.org/1")
    story.describe("person/p", "Person", "P")
    story.event("one", name="Talks")
    log.write([story.record()])
    middle = plain.last_seq()
    story.claims = story.claims[:2]
    log.write([story.record(), *synthetics(2, start=1)])
    last = plain.last_seq()
    assert latest.recorded(first, last) is not None
    for after, until in ((first, last), (first, middle), (middle, last), (first + 5, last - 1)):
        assert list(at_hand.changed(after, until)) == list(plain.changed(after, until))
    assert latest.recorded(first - 1, last) is None
    assert list(at_hand.changed(0, last)) == list(plain.changed(0, last))
    connections.close()


def test_a_gap_in_what_was_written_empties_it() -> None:
    latest = LatestRows()
    latest.wrote(0, 5, (), ())
    latest.wrote(7, 9, (), ())
    assert latest.recorded(0, 9) is None
    assert latest.recorded(7, 9) == ([], [])
