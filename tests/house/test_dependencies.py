"""Every package is locked, listed, and there for a reason that somebody has written down."""

import json
import re
import tomllib

from kit import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def locked(name: str) -> set[tuple[str, str]]:
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE))


def direct() -> set[str]:
    wanted = [
        *PROJECT["dependencies"],
        *(line for extra in PROJECT["optional-dependencies"].values() for line in extra),
    ]
    names = {re.match(r"[\w.-]+", line)[0].lower() for line in wanted}
    return names - {PROJECT["name"]}


def test_the_list_of_packages_is_that_of_the_locks():
    listed = json.loads((ROOT / "requirements/sbom.cdx.json").read_text(encoding="utf-8"))["components"]

    assert {(part["name"], part["version"]) for part in listed} == locked("run") | locked("pack") | locked(
        "test"
    )
    assert {(part["name"], part["version"]) for part in listed if part["scope"] == "required"} == locked(
        "run"
    )


def test_every_package_that_reaches_readers_or_editors_has_a_licence():
    listed = json.loads((ROOT / "requirements/sbom.cdx.json").read_text(encoding="utf-8"))["components"]
    without = [part["name"] for part in listed if part["scope"] == "required" and not part["licenses"]]

    assert without == []


def test_every_package_that_we_ask_for_is_explained():
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").lower()

    assert {
        name for name in direct() if not re.search(rf"(^|[|,:\s]) ?{re.escape(name)}[ ,.\n]", page)
    } == set()


def test_every_locked_package_has_its_hashes():
    for name in ("run", "pack", "test"):
        text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")

        assert all("--hash=sha256:" in part for part in re.split(r"\n(?=[\w.-]+==)", text.strip())), name
