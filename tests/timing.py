"""How long a call takes, for tests that say how time grows with length."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def fastest(run: Callable[[], object], runs: int = 3) -> float:
    """Processor seconds of the fastest of some runs: what else the machine does in the meantime only adds.

    Without Python's collector, which looks at every object of the tests before too, and only while a long text is read.
    """
    gc.disable()
    try:
        return min(_seconds(run) for _ in range(runs))
    finally:
        gc.enable()


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start
