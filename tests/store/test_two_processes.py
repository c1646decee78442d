"""One process writes, others read: locks, snapshots and what status says."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.store.claim_builder import synthetic, synthetics

from summitry.claims import StoreLockedError, StoreUnavailableError
from summitry.store import Access, EmbeddedStore, readable
from summitry.store.lock import WriterLock, owner
from summitry.store.sparql_results import Boolean

ROOT = Path(__file__).resolve().parents[2]
HOLD = (
    "import sys\nfrom pathlib import Path\nfrom summitry.store.embedded import EmbeddedStore\n"
    "from tests.store.claim_builder import synthetics\n"
    "with EmbeddedStore(Path(sys.argv[1])) as store:\n"
    "    list(store.add(synthetics(3)))\n"
    "    print('ready', flush=True)\n"
    "    for line in sys.stdin:\n"
    "        list(store.add(synthetics(3, int(line))))\n"
    "        print('ready', flush=True)\n"
)


def test_a_second_process_reads_while_the_first_writes(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdin is not None and writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        with EmbeddedStore(tmp_path) as reader:
            status = reader.status()
            assert not status.writable and status.counts["events"] == 3
            assert f"process {writer.pid} is writing to this store" in status.notes[0]
            with pytest.raises(StoreLockedError, match=f"process {writer.pid}"):
                list(reader.add([synthetic(9)]))
            with pytest.raises(StoreLockedError):
                reader.rebuild("rdf")
            writer.stdin.write("3\n")
            writer.stdin.flush()
            assert reader.wait_for(status.seq + 1, 30)
            assert writer.stdout.readline() == "ready\n"
            assert reader.status().counts["articles"] == 6
            assert reader.status().counts["events"] == 6
        with pytest.raises(StoreLockedError, match="is writing"):
            EmbeddedStore(tmp_path, access=Access.WRITE, wait=0.1)
        writer.stdin.close()
    with EmbeddedStore(tmp_path, access=Access.WRITE, wait=5) as store:
        assert store.status().writable


def test_a_store_opened_for_reading_does_not_write(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store:
        list(store.add(synthetics(2)))
    with EmbeddedStore(tmp_path, access=Access.READ) as reader:
        assert reader.status().counts["articles"] == 2
        with pytest.raises(StoreLockedError):
            next(iter(reader.add([synthetic(5)])))
        assert list(reader.verify()) == []


def test_the_lock_waits_and_is_released(tmp_path: Path) -> None:
    first = WriterLock(tmp_path)
    with pytest.raises(StoreLockedError):
        WriterLock(tmp_path)
    timer = threading.Timer(0.2, first.release)
    timer.start()
    WriterLock(tmp_path, wait=5).release()
    timer.join()
    (tmp_path / "writer.pid").unlink()
    assert owner(tmp_path) == "another process"


def test_a_locked_folder_without_a_store_is_locked(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    with pytest.raises(StoreLockedError):
        EmbeddedStore(tmp_path)
    lock.release()


def test_a_snapshot_that_cannot_be_read_is_unavailable(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store:
        list(store.add(synthetics(1)))
        snapshot = readable.Snapshot(tmp_path / "nothing", store._reader)
        with pytest.raises(StoreUnavailableError, match="cannot be read"):
            _ = snapshot.graph


def test_threads_read_while_one_writes(tmp_path: Path) -> None:
    failures: list[BaseException] = []
    done = threading.Event()

    def read(store: EmbeddedStore) -> None:
        try:
            while not done.is_set():
                result = store.sparql("ASK { ?s ?p ?o }")
                assert isinstance(result, Boolean)
                assert all(row.seq > 0 for row in store.claims())
                store.status()
        except BaseException as error:
            failures.append(error)

    with EmbeddedStore(tmp_path) as store:
        readers = [threading.Thread(target=read, args=(store,)) for _ in range(3)]
        for reader in readers:
            reader.start()
        list(store.add(synthetics(60)))
        done.set()
        for reader in readers:
            reader.join()
        assert list(store.verify()) == []
    assert failures == []
