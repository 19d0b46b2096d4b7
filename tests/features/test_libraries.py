"""What makes PDFs is a library of the system: on a bare Debian the tests install it."""

import pytest

from whrin_setup import libraries
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
