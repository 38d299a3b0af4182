"""Each hostile list is refused within three seconds and 200 MiB, mutants in words."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli import Cli
from tests.hostile import corpus
from tests.mutations import import_mutants

SECONDS, MIBIBYTES = 3.0, 200
#: Checks one list in a fresh process, and prints what it and its child took.
_CHECK = """
import json, resource, sys, time
# What a command loads counts to no list.
import app.cli.commands, quotes_db.storage
from app.main import main
begun = time.monotonic()
status = main(["--data", sys.argv[1], "prices", "check", sys.argv[2]])
taken = time.monotonic() - begun
status_lines = open("/proc/self/status").read().split("VmHWM:")
own = int(status_lines[1].split()[0]) / 1024
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(json.dumps([status, taken, own, child]), file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the peak")
def test_no_list_takes_more_than_its_share(tmp_path: Path) -> None:
    taken: dict[str, list[float]] = {}
    for name, (_, content) in corpus().items():
        path = tmp_path / name
        path.write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-c", _CHECK, str(tmp_path / "data"), str(path)],
            capture_output=True,
            text=True,
            check=True,
        )
        taken[name] = json.loads(done.stderr.splitlines()[-1])
    for name, (status, seconds, own, child) in taken.items():
        assert status == 1, name
        assert seconds < SECONDS, (name, seconds)
        assert max(own, child) < MIBIBYTES, (name, own, child)


@pytest.mark.parametrize("seed", range(100, 110))
def test_mutated_workbooks_by_the_hundred(seed: int, cli: Cli, tmp_path: Path) -> None:
    import_mutants(cli, tmp_path / "list.xlsx", seed, 100)
