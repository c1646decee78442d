"""Loads synthetic articles into Neo4j and says after each commit which are in; a test kills it.

python -m tests.store.neo4j_loader_process DATABASE COUNT (with NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD)
"""

from __future__ import annotations

import os
import sys

from tests.store.claim_builder import synthetics

from summitry.store.neo4j_store import Neo4jStore


def main() -> None:
    login = (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
    with Neo4jStore(os.environ["NEO4J_URI"], login, database=sys.argv[1]) as store:
        print("open", flush=True)
        for result in store.add(synthetics(int(sys.argv[2]))):
            print(result.article_id, flush=True)


if __name__ == "__main__":
    main()
