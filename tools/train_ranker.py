"""Train the ranker's weights from the development part of the article corpus.

    python -m tools.train_ranker             write loaders/summitry/extract/ranker/weights.json
    python -m tools.train_ranker --check     exit code 1 when the file is not what the corpus gives

Every article is read with a ranking that keeps all candidates; the gold says which of them are events and who takes
part. Two logistic regressions (scikit-learn, L2) are fitted; figures printed are from cross-validation over articles,
so that no article is judged by weights that have seen it. Same corpus, same weights.
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from summitry.extract import Extractor, contract
from summitry.extract.evaluate import GoldArticle, load_gold
from summitry.extract.evaluate.align import align
from summitry.extract.evaluate.compare import party_matrix
from summitry.extract.evaluate.model import Party
from summitry.extract.evaluate.names import Folder
from summitry.extract.evaluate.parse import Parser
from summitry.extract.evaluate.score import likeness
from summitry.extract.evaluate.wordlists import load as load_lists
from summitry.extract.ranker import LinearModel, Ranking, Weights
from summitry.extract.ranker.candidates import Candidate, Scene
from summitry.extract.ranker.event_features import event_features
from summitry.extract.ranker.field import Field
from summitry.extract.ranker.guest_features import guest_features
from summitry.extract.ranker.model import FILE
from summitry.extract.reading import Agent, Reading
from summitry.loaders import Defaults, read_file
from summitry.reference import Reference
from tools.measure import corpora

EVENT_THRESHOLD, WORTHY_THRESHOLD = 0.55, 0.2
GUEST_THRESHOLD, LOOSE_THRESHOLD, FAR_THRESHOLD = 0.65, 0.7, 0.92
TOLD_THRESHOLD, BODIES_THRESHOLD = 0.6, 0.35
LEAST = 4
"""A feature that fewer samples have is left out: it would be learned by heart."""
STRENGTH = {"events": 0.1, "guests": 0.1}
"""Inverse strength of regularisation (`C`)."""
FOLDS = 10
LEAST_ARTICLES = 100
"""A language with fewer articles takes over what those with more have taught: of its own it would teach the others what
its young rules miss."""


@dataclass
class Samples:
    """Rows of features with their answers; `groups` holds articles apart."""

    rows: list[frozenset[str]] = field(default_factory=list)
    answers: list[bool] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def add(self, features: frozenset[str], answer: bool, group: str) -> None:
        self.rows.append(features)
        self.answers.append(answer)
        self.groups.append(group)


class Recorder(Ranking):
    """A ranking that keeps every candidate and remembers it as it was shown.

    What is settled only for events (days and places told elsewhere) is not known yet where the ranker decides.
    """

    def __init__(self, scene: Scene, text: str) -> None:
        nothing = LinearModel(0.0, {}, 0.0)
        super().__init__(Weights(nothing, nothing, 0.0, 0.0, 0.0, 0.0, 0.0), scene, text)
        self.seen: list[Candidate] = []

    def events(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        self.seen = [replace(one, event=copy.copy(one.event)) for one in candidates]
        return list(candidates)

    def guests(self, events: Sequence[Candidate]) -> None:
        pass


class Collector:
    """Reads gold articles and turns them into samples."""

    def __init__(self) -> None:
        lists = load_lists()
        self.families = lists.kinds
        self.gold, self.found = (Parser(Folder(lists), gold) for gold in (True, False))
        self.extractor = Extractor(Reference.load(), ranking=self._record)
        self.recorder: Recorder | None = None
        self.events, self.guests = Samples(), Samples()

    def collect(self, articles: Iterable[GoldArticle]) -> None:
        for article in articles:
            assert article.text is not None
            self.recorder = None
            reading = self.extractor.read(read_file(article.text, Defaults(article.published, article.lang)))
            if self.recorder is not None:  # an article in a language without a pack is not ranked
                self._article(article, reading, self.recorder)

    def _record(self, scene: Scene, text: str) -> Recorder:
        self.recorder = Recorder(scene, text)
        return self.recorder

    def _article(self, article: GoldArticle, reading: Reading, recorder: Recorder) -> None:
        gold = self.gold.content(article.content)
        found = self.found.content(contract(reading))
        pairs = {j: i for i, j in align(likeness(gold, found, self.families))}
        field = Field(recorder.seen)
        for at in range(len(recorder.seen)):
            if at not in pairs or not gold.events[pairs[at]].optional:
                self.events.add(event_features(at, field, recorder.scene), at in pairs, article.id)
        kept = [at for at, one in enumerate(recorder.seen) if one.worthy or at in pairs]
        events = [recorder.seen[at] for at in kept]
        for place, at in enumerate(kept):
            if at in pairs and not gold.events[pairs[at]].optional:
                self._guests(article.id, gold.events[pairs[at]].parties, place, events, recorder.scene)

    def _guests(
        self, group: str, parties: Sequence[Party], place: int, events: Sequence[Candidate], scene: Scene
    ) -> None:
        field = Field(events)
        agents = [scene.agents[key] for key in scene.named]
        shown = self.found.content({"events": [{"kind": "meeting", "status": "held", "participants": [
            {"name": a.name, "names": spellings(a, scene), "type": a.type.value, "country": a.country,
             "role": "participant"} for a in agents
        ]}]}).events[0].parties  # fmt: skip
        pairs = {j: parties[i] for i, j in align(party_matrix(parties, shown))}
        for j, agent in enumerate(agents):
            if j not in pairs or not pairs[j].optional:
                answer = j in pairs and pairs[j].attends
                self.guests.add(guest_features(agent, place, field, scene), answer, group)


def spellings(agent: Agent, scene: Scene) -> list[str]:
    """How the text writes a name, which the gold follows: by a table's spelling alone a guest would count as none."""
    alone = (one.mention for one in scene.named[agent.key] if len(one.mention.agents) == 1)
    return sorted({name for mention in alone for name in mention.names})


def fit(samples: Samples, strength: float) -> tuple[dict[str, Any], np.ndarray]:
    """Weights of the model, and the probabilities that cross-validation gives to the samples."""
    counts = Counter(name for row in samples.rows for name in row)
    rows = [{name: 1 for name in sorted(row) if counts[name] >= LEAST} for row in samples.rows]
    vectors = DictVectorizer(sparse=True, sort=True)
    table, answers = vectors.fit_transform(rows), np.array(samples.answers)
    model = LogisticRegression(C=strength, max_iter=5000, tol=1e-6)
    folds = GroupKFold(FOLDS)
    guesses = cross_val_predict(model, table, answers, groups=samples.groups, cv=folds, method="predict_proba")[:, 1]
    model.fit(table, answers)
    names = vectors.get_feature_names_out()
    weights = {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {
        "intercept": round(float(model.intercept_[0]), 3),
        "weights": {k: w for k, w in weights.items() if w},
    }, guesses


def describe(name: str, samples: Samples, guesses: np.ndarray, thresholds: Sequence[float]) -> Iterator[str]:
    """Precision and recall among the samples at some thresholds, and how far probabilities can be trusted."""
    answers = np.array(samples.answers)
    yield f"{name}: {len(answers)} samples of {len(set(samples.groups))} articles, {answers.sum()} yes"
    for threshold in thresholds:
        said = guesses >= threshold
        recall = answers[said].sum() / answers.sum()
        yield f"  at {threshold:.2f}: precision {answers[said].mean():.3f}, recall {recall:.3f}"
    for low in np.arange(0.0, 1.0, 0.2):
        inside = (guesses >= low) & (guesses < low + 0.2)
        if inside.any():
            yield f"  said {low:.1f}–{low + 0.2:.1f}: right {answers[inside].mean():.2f} of {inside.sum()}"


def train(folders: Iterable[Path]) -> tuple[Mapping[str, Any], list[str]]:
    """The file's value and the lines of the report."""
    collector = Collector()
    for folder in folders:
        collector.collect(load_gold(folder))
    events, told = fit(collector.events, STRENGTH["events"])
    guests, said = fit(collector.guests, STRENGTH["guests"])
    events["threshold"], guests["threshold"] = EVENT_THRESHOLD, GUEST_THRESHOLD
    grid = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
    lines = [*describe("events", collector.events, told, grid), *describe("guests", collector.guests, said, grid)]
    return {
        "events": events,
        "guests": guests,
        "worthy": WORTHY_THRESHOLD,
        "loose": LOOSE_THRESHOLD,
        "far": FAR_THRESHOLD,
        "told": TOLD_THRESHOLD,
        "bodies": BODIES_THRESHOLD,
    }, lines


def lessons() -> list[Path]:
    """The folders of the development corpus that teach."""
    folders = [path for name, path in corpora().items() if name.endswith("/dev")]
    return [path for path in folders if len(list(path.glob("*.txt"))) >= LEAST_ARTICLES]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    arguments = parser.parse_args()
    value, lines = train(lessons())
    print("\n".join(lines))
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if arguments.check:
        same = text == FILE.read_text("utf-8")
        print("weights are those of the corpus" if same else f"{FILE}: not what the corpus gives; run `make train`")
        return int(not same)
    FILE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
