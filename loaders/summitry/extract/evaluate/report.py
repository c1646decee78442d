"""Figures as JSON values and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summitry.extract.evaluate.evaluation import Case, Evaluation
from summitry.extract.evaluate.tally import FOUND, LABELS, FalseAlarms, Found, Share, Tally

Figures = dict[str, int | Found | Share | FalseAlarms]


def figures(tally: Tally) -> Figures:
    """Every figure of a tally by name."""
    found: Figures = {"texts": tally.counts["texts"]}
    found |= {key: tally.found(key) for key in FOUND}
    found |= {key: tally.shares(key) for key in LABELS}
    return {**found, "no_event_texts": tally.false_alarms()}


def as_json(evaluation: Evaluation, worst: int = 0) -> dict[str, object]:
    """`results` by language and for all, ids without a prediction, and the worst cases when any are asked for."""
    value: dict[str, object] = {
        "missing": list(evaluation.missing),
        "results": {group: figures(tally) for group, tally in evaluation.tallies.items()},
    }
    if worst:
        value["worst"] = [_case(case) for case in evaluation.worst(worst)]
    return value


def columns(evaluation: Evaluation) -> list[str]:
    """The head of the table."""
    return ["figure", *evaluation.tallies]


def rows(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    """The table, one figure a row: precision / recall / F1, or a share with the number of cases."""
    tallies = evaluation.tallies.values()
    yield ("texts", *(str(tally.counts["texts"]) for tally in tallies))
    for key in FOUND:
        yield (f"{key} P/R/F1", *(_found(tally.found(key)) for tally in tallies))
    for key in LABELS:
        yield (key, *(_share(tally.shares(key)) for tally in tallies))
    yield ("eventless texts with event", *(_alarms(tally.false_alarms()) for tally in tallies))


def case_lines(cases: Sequence[Case]) -> Iterator[str]:
    """The cases as text: a head line, then a line for each mistake."""
    for case in cases:
        yield f"{case.id} ({case.lang}), {len(case.mistakes)} mistakes"
        yield from (f"  {mistake}" for mistake in case.mistakes)


def _case(case: Case) -> Mapping[str, object]:
    mistakes = [{"category": m.category.value, "what": m.what, "event": m.event} for m in case.mistakes]
    return {"id": case.id, "lang": case.lang, "mistakes": mistakes}


def number(value: float | None) -> str:
    """A figure with three places; a dash for one that is undefined."""
    return "–" if value is None else f"{value:.3f}"


def _found(figure: Found) -> str:
    return " / ".join(number(value) for value in (figure["p"], figure["r"], figure["f1"]))


def _share(figure: Share) -> str:
    return f"{number(figure['acc'])} (n={figure['n']})"


def _alarms(figure: FalseAlarms) -> str:
    return f"{figure['texts_with_false_event']} of {figure['texts']} ({figure['false_events']} events)"
