"""Setting up: build.py makes what is missing once, and says in a sentence why it cannot go on."""

import ast
import base64
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from whrin_setup.browsers import find_browsers, needs_browsers, provide_browsers
from whrin_setup.environment import environment_folder, made, provide_environment, wanted
from whrin_setup.programs import SetupError, reason, silent

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {name: (ROOT / "requirements" / f"{name}.txt").read_text("utf-8") for name in ("run", "pack", "test")}

_MODULE = "import os, sys\nif __name__ == '__main__': print(os.getcwd(), *sys.argv[1:])\n"

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for other programs are shell scripts")


@dataclass
class Checkout:
    """A copy of the set-up part with packages of our own, which pip finds on the disk and nowhere else."""

    root: Path
    folder: Path

    def run(
        self, *arguments: str, folder: Path | None = None, where: Path | None = None, **variables: str
    ) -> tuple[int, str, str]:
        """Return the exit code of build.py, what it printed, and what it told."""
        command = [sys.executable, str(self.root / "build.py"), *arguments]
        done = subprocess.run(
            command,
            cwd=where or self.root,
            env={**self.variables(folder or self.folder), **variables},
            capture_output=True,
            encoding="utf-8",
            timeout=100,
        )
        return done.returncode, done.stdout, done.stderr

    def variables(self, folder: Path) -> dict[str, str]:
        """Return an environment without any network for pip."""
        return {
            **os.environ,
            "WHRIN_VENV": str(folder),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": (self.root / "packages").as_uri(),
            "PIP_CONFIG_FILE": os.devnull,
            "PYTHONUTF8": "1",
        }

    @contextmanager
    def locked(self, *packages: str) -> Iterator[None]:
        """Another lock for a while; these packages need not exist."""
        file = self.root / "requirements" / "run.txt"
        before = file.read_bytes()
        file.write_text("".join(f"{package} --hash=sha256:{'0' * 64}\n" for package in packages))
        yield
        file.write_bytes(before)

    def lock(self, name: str, *packages: str) -> None:
        """Lock these packages, such as "words==1.0"."""
        lines = [
            f"{package} --hash=sha256:{wheel(self.root / 'packages', package)}\n" for package in packages
        ]
        (self.root / "requirements" / f"{name}.txt").write_text("".join(lines), "utf-8")


def wheel(folder: Path, package: str) -> str:
    """Make a wheel whose only module prints its version and how it was called; return its hash."""
    name, version = package.split("==")
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f"VERSION = {version!r}\n{_MODULE}",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},sha256={_short_hash(text)},{len(text)}\n" for path, text in files.items())
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inside, text in {**files, f"{info}/RECORD": record}.items():
            archive.writestr(zipfile.ZipInfo(inside), text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _short_hash(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout that has been set up."""
    checkout = bare_checkout(tmp_path_factory.mktemp("Папка сайта"))
    assert checkout.run()[0] == 0
    return checkout


def bare_checkout(root: Path) -> Checkout:
    shutil.copy(ROOT / "build.py", root)
    shutil.copytree(ROOT / "src" / "whrin_setup", root / "src" / "whrin_setup")
    for name in ("packages", "requirements", "src/whrin_site", "tests/browser", "tests/features"):
        (root / name).mkdir(parents=True)
    (root / "src" / "whrin_site" / "__main__.py").write_text(
        "import sys, words\nprint(words.VERSION, *sys.argv[1:])\nsys.exit('fail' in sys.argv and 7)\n"
    )
    checkout = Checkout(root, root / ".venv")
    checkout.lock("run", "words==1.0")
    checkout.lock("pack", "words==1.0")
    checkout.lock("test", "words==1.0", "pytest==1.0")
    return checkout


# The environment


def test_a_second_run_says_nothing_of_the_set_up_and_needs_no_packages(checkout: Checkout):
    shutil.move(checkout.root / "packages", checkout.root / "away")

    done = checkout.run("check", "--all")

    shutil.move(checkout.root / "away", checkout.root / "packages")
    assert done == (0, "1.0 check --all\n", "")


def test_a_second_run_costs_well_under_half_a_second(checkout: Checkout):
    def seconds(command: list[str]) -> float:
        begun = time.perf_counter()
        subprocess.run(command, env=checkout.variables(checkout.folder), check=True, capture_output=True)
        return time.perf_counter() - begun

    python = checkout.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    door = min(seconds([sys.executable, str(checkout.root / "build.py")]) for _ in range(3))
    package = min(seconds([str(python), "-P", "-m", "whrin_site"]) for _ in range(3))

    assert door - package < 0.4


def test_without_a_command_it_builds(checkout: Checkout):
    assert checkout.run() == (0, "1.0 build\n", "")


def test_the_exit_code_is_that_of_the_command(checkout: Checkout):
    assert checkout.run("fail")[0] == 7


def test_from_another_folder_it_still_means_its_own_checkout(checkout: Checkout, tmp_path: Path):
    assert checkout.run("check", where=tmp_path)[1] == f"1.0 check --root={checkout.root}\n"


def test_what_lies_beside_it_or_where_it_is_called_is_never_imported(checkout: Checkout, tmp_path: Path):
    names = ("subprocess", "os", "json", "words", "whrin_setup", "whrin_site", "sitecustomize", "encodings")
    planted = [place / f"{name}.py" for place in (checkout.root, tmp_path) for name in names]
    for file in planted:
        file.write_text("raise SystemExit('a stranger was here')")

    done = checkout.run("check", "--root=.", where=tmp_path), checkout.run("check")

    for file in planted:
        file.unlink()
    assert done == ((0, "1.0 check --root=.\n", ""), (0, "1.0 check\n", ""))


def test_a_changed_lock_installs_the_new_packages_into_the_same_environment(checkout: Checkout):
    checkout.lock("run", "words==1.1")

    code, printed, told = checkout.run("check")

    checkout.lock("run", "words==1.0")
    assert (code, printed) == (0, "1.1 check\n")
    assert told == "Fetching the packages in requirements/run.txt …\nInstalling them …\n"
    assert checkout.run("--quiet") == (0, "1.0 --quiet\n", "")


def test_packages_that_cannot_be_fetched_leave_the_environment_as_it_was(checkout: Checkout):
    with checkout.locked("words==9.9"):
        done = checkout.run("--quiet")

    sentence = "there is no network, or no package for this system and this Python."
    assert done == (3, "", f"build.py: the packages could not be fetched: {sentence}\n")
    assert checkout.run() == (0, "1.0 build\n", "")


def test_a_package_with_another_hash_is_refused(checkout: Checkout):
    with checkout.locked("words==1.0"):
        code, _, told = checkout.run("--quiet")

    assert code == 3
    assert "a fetched package is not the one that was locked" in told


def test_the_tests_get_their_own_packages_and_run_in_the_checkout(checkout: Checkout, tmp_path: Path):
    done = checkout.run("test", "--quiet", "tests/features", where=tmp_path)

    assert done == (0, f"{checkout.root} --quiet tests/features\n", "")


@posix
def test_an_environment_that_was_killed_half_made_is_made_again(checkout: Checkout, tmp_path: Path):
    folder = tmp_path / "environment"
    command = [sys.executable, str(checkout.root / "build.py")]
    first = subprocess.Popen(
        command,
        env=checkout.variables(folder),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert first.stderr
    assert first.stderr.readline().startswith("Making a Python environment")
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    (folder / "bin").mkdir(exist_ok=True)
    (folder / "bin" / "left-over").touch()

    code, printed, told = checkout.run(folder=folder)

    assert (code, printed) == (0, "1.0 build\n")
    assert told.startswith(f"Making a Python environment in {folder} …\n")
    assert not (folder / "bin" / "left-over").exists()


def test_a_folder_that_is_not_ours_is_neither_used_nor_emptied(checkout: Checkout, tmp_path: Path):
    (tmp_path / "diary.txt").write_text("Mine.")

    code, _, told = checkout.run(folder=tmp_path)

    assert code == 3
    assert told.startswith(f"build.py: {tmp_path} was not made by build.py; move it away")
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


@pytest.mark.parametrize("utf8", ["0", "1"])
def test_the_alphabet_of_the_system_may_lack_the_letters_of_the_path(
    checkout: Checkout, tmp_path: Path, utf8: str
):
    old_computer = {"LC_ALL": "C", "PYTHONUTF8": utf8, "PYTHONCOERCECLOCALE": "0"}

    code, printed, told = checkout.run("check", folder=tmp_path / "environment", **old_computer)

    assert (code, printed) == (0, "1.0 check\n"), told


def test_an_environment_is_known_by_its_packages_its_checkout_and_its_own_place(tmp_path: Path):
    def place(name: str) -> Path:
        requirements = tmp_path / name / "requirements"
        requirements.mkdir(parents=True)
        for lock in ("run", "pack", "test"):
            (requirements / f"{lock}.txt").touch()
        return tmp_path / name

    here, there = place("here"), place("there")

    want = wanted(here, here / ".venv", "run")

    assert want.items() <= wanted(here, here / ".venv", "test").items()
    assert want["base"] != wanted(there, here / ".venv", "run")["base"]
    assert want["base"] != wanted(here, there / ".venv", "run")["base"]
    (here / "requirements" / "run.txt").write_text("words==1.0")
    assert want["run"] != wanted(here, here / ".venv", "run")["run"]


def test_an_environment_that_has_lost_its_python_counts_as_none(tmp_path: Path):
    (tmp_path / "whrin-site.json").write_text(json.dumps({"base": "x"}))

    assert made(tmp_path) == {}


def test_the_environment_may_be_elsewhere(tmp_path: Path):
    assert environment_folder(tmp_path, {}) == tmp_path / ".venv"
    assert environment_folder(tmp_path, {"WHRIN_VENV": ""}) == tmp_path / ".venv"
    assert environment_folder(tmp_path, {"WHRIN_VENV": "/else/where"}) == Path("/else/where").absolute()


# What is missing, in a sentence


def test_an_old_python_can_read_the_door_and_is_told_what_is_needed():
    door = ROOT / "build.py"
    pretend = (
        f"import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path({str(door)!r}, run_name='__main__')"
    )

    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, encoding="utf-8")

    ast.parse(door.read_text("utf-8"), feature_version=(3, 6))
    assert done.returncode == 3
    assert re.fullmatch(r"build\.py: Python 3\.11 or newer is needed; this is \S+\.\n", done.stderr)


@pytest.fixture
def without_venv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A Debian whose Python has no ensurepip; what stands in for apt-get logs its calls and finds nothing."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").touch()
    log = f'echo "$*" >>"{tmp_path}/calls"'
    script(tmp_path / "bin" / "apt-get", f'{log}; echo "E: Unable to locate package"; exit 100')
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    return tmp_path


def script(path: Path, line: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


@posix
def test_without_venv_and_without_rights_the_one_command_is_named(
    without_venv: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SetupError, match=rf"sudo apt-get install python3\.{sys.version_info.minor}-venv”"):
        provide_environment(without_venv, without_venv / ".venv", "run", silent)

    assert not (without_venv / "calls").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="apt-get is Debian's")
def test_without_venv_root_installs_it_and_hears_what_apt_get_says(
    without_venv: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    package = f"python3.{sys.version_info.minor}-venv"

    with pytest.raises(SetupError, match=f"could not install {package}: E: Unable to locate package"):
        provide_environment(without_venv, without_venv / ".venv", "run", silent)

    calls = (without_venv / "calls").read_text().splitlines()
    assert calls == ["update", f"install --yes --no-install-recommends {package}"]


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder in which whoever runs the tests may only read: root puts its rights down for this test."""
    privileged = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:  # not tmp_path, into which nobody but its owner can look
        root = Path(name)
        (root / "requirements").mkdir()
        (root / "requirements" / "run.txt").touch()
        root.chmod(0o555)
        if privileged:
            os.seteuid(65534)
        yield root
        if privileged:
            os.seteuid(0)
        root.chmod(0o755)


@posix
def test_a_folder_that_cannot_be_written_to_is_named_with_a_way_out(read_only: Path):
    with pytest.raises(SetupError) as caught:
        provide_environment(read_only, read_only / ".venv", "run", silent)

    sentence = "this folder cannot be written to; WHRIN_VENV can name another one"
    assert str(caught.value) == f"{read_only / '.venv'}: {sentence}"


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        pytest.param(
            "WARNING: Retrying after NewConnectionError\nERROR: No matching distribution found for x",
            "there is no network; try again with one",
            id="pip without a network",
        ),
        pytest.param(
            "getaddrinfo ENOTFOUND cdn.example.org\n at stack",
            "there is no network; try again with one",
            id="node",
        ),
        pytest.param(
            "OSError: [Errno 28] No space left on device",
            "the disk is full; make room and try again",
            id="full disk",
        ),
        pytest.param(
            "Reading lists …\nE: Unable to locate package x\n\n",
            "E: Unable to locate package x",
            id="apt-get",
        ),
        pytest.param("one\nlast words.\n", "last words", id="anything else: its last words"),
        pytest.param("", "it does not say why", id="nothing said"),
    ],
)
def test_the_reason_is_told_in_plain_words_where_it_is_known(printed: str, words: str):
    assert reason(printed) == words


# The browsers


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        pytest.param([], True, id="all tests"),
        pytest.param(["-x", "-q"], True, id="only options"),
        pytest.param(["tests"], True, id="the folder above"),
        pytest.param(["tests/browser/test_search.py::test_x"], True, id="one of them"),
        pytest.param(["tests/features"], False, id="other tests"),
        pytest.param(["tests/features/test_setup.py", "-k", "lock"], False, id="one other file"),
        pytest.param(["--ignore=tests/browser"], False, id="left out"),
        pytest.param(["--ignore", "tests/browser", "-x"], False, id="left out in two words"),
    ],
)
def test_browsers_are_needed_only_for_the_tests_that_drive_them(arguments: list[str], needed: bool):
    assert needs_browsers(ROOT, arguments) is needed


@posix
def test_a_browser_is_the_one_that_its_variable_names_before_any_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("mine", "chromium", "firefox"):
        script(tmp_path / "bin" / name, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    assert find_browsers({"WHRIN_CHROMIUM": str(tmp_path / "bin" / "mine")}) == {
        "WHRIN_CHROMIUM": str(tmp_path / "bin" / "mine"),
        "WHRIN_FIREFOX": str(tmp_path / "bin" / "firefox"),
    }


def test_a_variable_that_names_no_program_is_told_and_not_passed_over():
    with pytest.raises(
        SetupError, match="WHRIN_FIREFOX names /no/where, which is no program that can be started"
    ):
        find_browsers({"WHRIN_FIREFOX": "/no/where"})


@posix
def test_browsers_that_cannot_be_had_are_told_with_a_way_to_do_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    plan, fetch = 'echo "Install location: /no/where"', "echo ENOTFOUND; exit 1"
    script(tmp_path / "python", f'case "$*" in *dry-run*) {plan};; *) {fetch}; esac')
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(SetupError, match=r"--ignore=tests/browser\): there is no network"):
        provide_browsers(str(tmp_path / "python"), {}, silent)


# The locks


@pytest.mark.parametrize("name", ["run", "pack", "test"])
def test_a_lock_pins_every_package_by_hash_and_names_no_address(name: str):
    pins = re.split(r"\n(?! )", LOCKS[name].strip())

    assert not re.search(r"://|^-|@", LOCKS[name], re.MULTILINE)
    assert all(re.match(r"[a-z0-9-]+==[\w.]+ (; .*)?\\\n    --hash=sha256:[0-9a-f]{64}", pin) for pin in pins)


def test_each_lock_holds_the_one_before_it():
    assert pins("run") <= pins("pack") <= pins("test")


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert names(project["dependencies"]) <= {pin.split("==")[0] for pin in pins("run")}
    for extra, asked in project["optional-dependencies"].items():
        assert names(asked) <= {pin.split("==")[0] for pin in pins(extra)} | {"whrin-site"}


def pins(name: str) -> set[str]:
    return set(re.findall(r"^[a-z0-9-]+==[\w.]+", LOCKS[name], re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[=<>\[;]", line)[0].lower() for line in requirements}
