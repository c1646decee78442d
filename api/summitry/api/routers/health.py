"""`/health`."""

from __future__ import annotations

from fastapi import APIRouter

from summitry.api.dependencies import TheStore
from summitry.api.problems import responses
from summitry.api.query_models import Health
from summitry.store import StoreStatus

router = APIRouter(tags=["server"])


@router.get("/health", summary="How the store is doing", responses=responses(503))
def health(store: TheStore) -> Health:
    """Watermarks of the views, counts, whether this server may write. 503 when the store cannot be reached."""
    found = store.status()
    running = {name: lag for name, lag in found.lag().items() if found.views[name] > 0}
    return Health(
        status="behind" if any(running.values()) else "ok",
        kind=found.kind,
        seq=found.seq,
        views=dict(found.views),
        lag=found.lag(),
        counts=dict(found.counts),
        writable=found.writable,
        notes=_without_paths(found),
    )


def _without_paths(status: StoreStatus) -> list[str]:
    """The notes, without the place of the store, which is nobody's business."""
    return [note.replace(status.location, "the store") for note in status.notes]
