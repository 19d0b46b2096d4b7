"""The Python environment with the locked packages: made once, known by its stamp, remade when in doubt."""

import contextlib
import errno
import hashlib
import importlib.util
import json
import os
import shutil
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from whrin_setup.programs import Say, SetupError, apt_get, may_install, must, reason

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_STAMP = "whrin-site.json"  # written last: an environment without it is not whole
_LISTS = ("run", "pack", "test")  # in requirements/; each has all that stands in the one before it
_LOCK = "whrin-site.lock"  # written first: a folder without it is not ours to empty


def environment_folder(root: Path, variables: Mapping[str, str]) -> Path:
    """Return where the environment is, or is to be."""
    return Path(variables.get("WHRIN_VENV") or root / ".venv").expanduser().absolute()


def provide_environment(root: Path, folder: Path, packages: str, tell: Say) -> str:
    """Return the Python of an environment with the packages of this list, after making what it lacks."""
    try:
        want = wanted(root, folder, packages)
        if not want.items() <= made(folder).items():
            with _held(folder, tell):
                _make(root, folder, packages, want, tell)
    except OSError as error:
        raise SetupError(
            f"{error.filename or folder}: {reason(error.strerror or str(error))}{_way_out(error)}"
        ) from error
    return str(program(folder))


def wanted(root: Path, folder: Path, packages: str) -> dict[str, str]:
    """Return what an environment must have been made from to be used as it is."""
    base = (sys.implementation.cache_tag, sys.platform, sys.base_prefix, str(root), str(folder))
    want = {"base": _digest(repr(base).encode())}
    for name in _LISTS[: _LISTS.index(packages) + 1]:
        want[name] = _digest(_lock(root, name).read_bytes())
    return want


def made(folder: Path) -> dict[str, str]:
    """Return what an environment was made from: nothing if it is half-made or has lost its Python."""
    try:
        stamp: dict[str, str] = json.loads((folder / _STAMP).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return stamp if program(folder).is_file() else {}


def program(folder: Path) -> Path:
    """Return the Python of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _make(root: Path, folder: Path, packages: str, want: dict[str, str], tell: Say) -> None:
    have = made(folder)  # again, because another run may have made it while this one waited
    if have.get("base") != want["base"]:
        have = {}
        _provide_venv_module(tell)
        tell(f"Making a Python environment in {_short(root, folder)} …")
        (folder / _STAMP).unlink(missing_ok=True)
        _empty(folder)
        # Not sys.executable, which may be the one in the folder just emptied.
        python = getattr(sys, "_base_executable", sys.executable)
        failure = "the Python environment could not be made"
        must(failure, [python, "-I", "-m", "venv", "--without-pip", str(folder)])
        # In a step of its own, because venv keeps to itself why pip could not be installed.
        must(failure, [str(program(folder)), "-I", "-m", "ensurepip", "--default-pip"])
        _show_the_way_to(root / "src", folder)
    if not want.items() <= have.items():
        _install(_lock(root, packages), folder, tell)
        _compile(root / "src", folder)
        _write(folder / _STAMP, json.dumps({**have, **want}))


def _provide_venv_module(tell: Say) -> None:
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    package = f"python3.{sys.version_info.minor}-venv"
    if may_install():
        tell(f"Installing {package} with apt-get …")
        apt_get([package])
        return
    how = f"with “sudo apt-get install {package}”" if shutil.which("apt-get") else "where Python came from"
    raise SetupError(f"Python's own venv module is not complete here; get it {how} and try again")


def _show_the_way_to(source: Path, folder: Path) -> None:
    # A .pth file, because it puts src behind the standard library and the packages, where nothing in src can
    # pass for one of them; PYTHONPATH would put it in front. It also serves this Python started by hand.
    # As bytes, because Python reads it in the alphabet of the system, which may lack the letters of the path.
    place = sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)})
    line = f"import os, sys; sys.path.append(os.fsdecode({os.fsencode(source)!r}))\n"
    Path(place, "whrin_site.pth").write_text(line, encoding="ascii")


def _install(lock: Path, folder: Path, tell: Say) -> None:
    fetched = folder / "fetched"
    pip = [str(program(folder)), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    locked = ["--require-hashes", "--only-binary=:all:", "--no-deps", f"--requirement={lock}"]
    # All is fetched before anything is changed, so that without a network a working environment stays one.
    tell(f"Fetching the packages in {lock.parent.name}/{lock.name} …")
    must("the packages could not be fetched", [*pip, "download", f"--dest={fetched}", *locked])
    tell("Installing them …")
    (folder / _STAMP).unlink(missing_ok=True)
    here = ["--no-index", f"--find-links={fetched}"]
    must("the packages could not be installed", [*pip, "install", *here, *locked])
    shutil.rmtree(fetched)


def _compile(source: Path, folder: Path) -> None:
    """Compile the program, as pip compiles packages: Python itself may have been told to write nothing."""
    with contextlib.suppress(SetupError):  # nor may be able to
        must(
            "the program could not be compiled",
            [str(program(folder)), "-I", "-m", "compileall", "-q", str(source)],
        )


@contextlib.contextmanager
def _held(folder: Path, tell: Say) -> Iterator[None]:
    """Keep other runs out of the folder until this one is done, even if it is killed and its pip goes on."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = folder / _LOCK
    if not lock.exists() and any(folder.iterdir()):
        raise SetupError(
            f"{folder} was not made by build.py; move it away, or name another place with WHRIN_VENV"
        )
    with lock.open("a") as file:
        os.set_inheritable(file.fileno(), True)
        if not _taken(file):
            tell("Waiting for another build.py that is setting up …")
            while not _taken(file):
                time.sleep(0.2)
        yield


def _taken(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Some network drives have no locks; there, two first runs at once are not kept apart.
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def _empty(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != _LOCK:
            entry.unlink()


def _write(path: Path, text: str) -> None:
    temporary = path.with_suffix(".new")
    temporary.write_text(text, encoding="utf-8")
    os.replace(temporary, path)


def _way_out(error: OSError) -> str:
    cannot_write = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
    return "; WHRIN_VENV can name another one" if cannot_write else ""


def _lock(root: Path, packages: str) -> Path:
    return root / "requirements" / f"{packages}.txt"


def _short(root: Path, folder: Path) -> str:
    return str(folder.relative_to(root) if folder.is_relative_to(root) else folder)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
