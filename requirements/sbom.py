"""Write the list of all packages that are installed, as CycloneDX 1.6, from the locks beside this file.

    .venv/bin/python requirements/sbom.py

Names and versions come from the locks, which also hold the hashes; licences from what each installed
package says of itself: run `python3 build.py test` once before, so that all of them are there.
"""

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILE = HERE / "sbom.cdx.json"
LOCKS = {"run": "required", "pack": "optional", "test": "excluded"}
"""What is locked, and its scope: `excluded` is used in tests and reaches nobody."""

_PACKAGE = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)


def components() -> list[dict[str, object]]:
    """Return each locked package once, with the scope of the first lock that has it."""
    found: dict[tuple[str, str], dict[str, object]] = {}
    for lock, scope in LOCKS.items():
        for package in _PACKAGE.finditer((HERE / f"{lock}.txt").read_text(encoding="utf-8")):
            found.setdefault((package["name"], package["version"]), _component(package, scope))
    return [found[key] for key in sorted(found)]


def document() -> dict[str, object]:
    """Return the whole list. It holds no time and no number of its own: the same locks give the same list."""
    about = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    itself = {
        "type": "application",
        "bom-ref": about["name"],
        "name": about["name"],
        "version": about["version"],
        "licenses": [{"license": {"id": about["license"]}}],
    }
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": itself},
        "components": components(),
    }


def _component(package: re.Match[str], scope: str) -> dict[str, object]:
    name, version = package["name"], package["version"]
    address = f"pkg:pypi/{name}@{version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "scope": scope,
        "licenses": _licences(name),
        "purl": address,
    }


def _licences(name: str) -> list[dict[str, object]]:
    try:
        said = metadata(name)
    except PackageNotFoundError:  # for another system or another Python
        return []
    if expression := said.get("License-Expression"):
        return [{"expression": expression}]
    named = [
        line.rsplit(" :: ", 1)[-1] for line in said.get_all("Classifier") or () if line.startswith("License")
    ]
    short = [text for text in (said.get("License"),) if text and "\n" not in text]
    return [{"license": {"name": text}} for text in named or short]


if __name__ == "__main__":
    FILE.write_text(json.dumps(document(), indent=1) + "\n", encoding="utf-8")
