"""Runs updates in a store until it is killed; prints the number of each update that was acknowledged.

python updating_process.py FOLDER
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from summitry.store import EmbeddedStore


def main(folder: Path) -> None:
    """Each update adds a value to two graphs, and takes the one before away from the first."""
    with EmbeddedStore(folder) as store:
        for number in count():
            store.updates.run(
                f"DELETE DATA {{ <http://e/last> <http://e/is> {number - 1} }} ;"
                f"INSERT DATA {{ <http://e/last> <http://e/is> {number} "
                f"GRAPH <http://e/all> {{ <http://e/{number}> <http://e/is> '{number:03}' , _:b }} }}"
            )
            print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
