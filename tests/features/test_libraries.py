"""Git and the libraries that make PDFs are the system's: on a bare Debian the tests install them."""

import pytest

from whrin_setup import history, libraries
from whrin_setup.programs import SetupError


@pytest.fixture
def installed(monkeypatch):
    """The packages that were asked of apt-get, on a computer that has HarfBuzz and lacks Pango."""
    asked = []
    monkeypatch.setattr(libraries, "find_library", lambda name: "here" if "harfbuzz" in name else None)
    monkeypatch.setattr(libraries, "may_install", lambda: True)
    monkeypatch.setattr(libraries, "apt_get", asked.extend)
    return asked


def test_what_is_missing_is_installed_and_nothing_else(installed):
    said = []

    libraries.provide_libraries(said.append)

    assert installed == ["libpango-1.0-0", "libpangoft2-1.0-0"]
    assert len(said) == 1


def test_where_nothing_may_be_installed_nothing_is(installed, monkeypatch):
    monkeypatch.setattr(libraries, "may_install", lambda: False)

    libraries.provide_libraries(print)

    assert installed == []


def test_a_debian_without_the_package_is_no_reason_to_stop(installed, monkeypatch):
    def cannot(packages):
        raise SetupError(f"no package {packages}")

    monkeypatch.setattr(libraries, "apt_get", cannot)

    libraries.provide_libraries(lambda line: None)

    assert installed == []


@pytest.mark.parametrize(
    ("found", "may_install", "asked"),
    [(None, True, ["git"]), ("/usr/bin/git", True, []), (None, False, [])],
)
def test_git_is_installed_where_it_is_missing_and_may_be(monkeypatch, found, may_install, asked):
    installed: list[str] = []
    monkeypatch.setattr(history.shutil, "which", lambda _: found)
    monkeypatch.setattr(history, "may_install", lambda: may_install)
    monkeypatch.setattr(history, "apt_get", installed.extend)

    history.provide_git(lambda _: None)

    assert installed == asked
