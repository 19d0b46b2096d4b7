"""One run of a program: how long, how much work, how much memory, and how much others had of the machine."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_LOOK = 0.02  # seconds between two looks at the memory
_CALM = 0.2  # the share of the machine that others may use when a run begins


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock, seconds of processors, MiB of all processes at their peak, others' share."""

    wall: float
    cpu: float
    memory: float
    others: float


def run(command: tuple[str, ...], root: Path, variables: Mapping[str, str], memory: bool = False) -> Run:
    """Return what one run took. Looking at the memory disturbs the clock: one or the other is meant.

    Memory is the sum of PSS (shared pages counted once) of the program and all it starts.
    Raises CalledProcessError when the program fails.
    """
    os.sync()
    before, started = _machine(), time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE if not memory else subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    peak = max(_memories(process)) if memory else 0.0
    said = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        raise subprocess.CalledProcessError(status, command, said)
    busy, whole = (now - then for now, then in zip(_machine(), before, strict=True))
    cpu = usage.ru_utime + usage.ru_stime
    return Run(round(wall, 3), round(cpu, 3), round(peak, 1), round(max(0.0, busy - cpu) / whole, 3))


def wait_for_calm(seconds: float) -> None:
    """Wait, at most so long, until others leave the machine alone."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        before = _machine()
        time.sleep(0.5)
        busy, whole = (now - then for now, then in zip(_machine(), before, strict=True))
        if busy / whole < _CALM:
            return


def _machine() -> tuple[float, float]:
    """Return the seconds that the processors have worked, and that they have had, since the start."""
    fields = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]
    ticks = [int(field) / os.sysconf("SC_CLK_TCK") for field in fields]
    return sum(ticks) - ticks[3] - ticks[4], max(sum(ticks), 1e-9)


def _memories(process: subprocess.Popen[bytes]) -> Iterator[float]:
    yield 0.0
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        yield sum(_proportional(pid) for pid in _family(process.pid))
        time.sleep(_LOOK)


def _family(session: int) -> Iterator[int]:
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                if os.getsid(int(entry.name)) == session:
                    yield int(entry.name)
            except OSError:
                continue


def _proportional(pid: int) -> float:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("Pss:")), 0.0)
