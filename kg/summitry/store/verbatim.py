"""The lines in which the log has statements, looked up by subject."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox

from summitry.store import rdf_files, segments
from summitry.store.log_segments import SegmentLog
from summitry.store.update_delta import stored

_FEW = 8
"""So few subjects are sought one by one in a text."""


def verbatim(log: SegmentLog, found: Iterable[ox.Quad]) -> dict[ox.Quad, list[str]]:
    """The lines in which the log has statements; those that it does not have are missing."""
    wanted = set(found)
    subjects = {str(quad.subject) for quad in wanted}
    lines: dict[ox.Quad, list[str]] = {}
    for _, _, text in log.numbered(subject_hashes(wanted)) if wanted else ():
        about = list(_about(text, subjects))
        for quad, line in zip(stored(rdf_files.parse_lines("\n".join(about))), about, strict=True):
            if quad in wanted:
                lines.setdefault(quad, []).append(line)
    return lines


def subject_hashes(found: Iterable[ox.Quad]) -> set[int]:
    """The hashes of the subjects of statements."""
    return {segments.subject_hash(subject) for subject in {quad.subject for quad in found}}


def _about(text: str, subjects: Collection[str]) -> Iterator[str]:
    """The lines of a segment that have one of the subjects."""
    if len(subjects) > _FEW:
        yield from (line for line in text.split("\n") if line.partition(" ")[0] in subjects)
        return
    for subject in subjects:
        start = text.find(f"{subject} ")
        while start >= 0:
            end = text.index("\n", start)
            if start == 0 or text[start - 1] == "\n":
                yield text[start:end]
            start = text.find(f"{subject} ", end)
