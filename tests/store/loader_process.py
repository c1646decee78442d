"""Loads synthetic articles into a store and says after each commit which are in; a test kills it.

python -m tests.store.loader_process FOLDER FIRST COUNT
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.store.claim_builder import synthetics

from summitry.store.embedded import EmbeddedStore


def main() -> None:
    folder, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    with EmbeddedStore(folder) as store:
        print("open", flush=True)
        for result in store.add(synthetics(count, first)):
            print(result.article_id, flush=True)


if __name__ == "__main__":
    main()
