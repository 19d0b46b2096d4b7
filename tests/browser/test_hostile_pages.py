"""Hostile texts in a real browser, without the policy that would stop them: nothing runs or is asked for."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hostile import everywhere, unchecked
from payloads import LINKS, PAYLOADS

pytestmark = pytest.mark.browser

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_CANARY = "window.ran = []; window.canary = () => ran.push(1); window.alert = window.open = canary;"
# Addresses that a click would run, and attributes that run by themselves; an icon of no bytes is neither.
_DANGERS = """() => [...document.querySelectorAll(":not(link[href='data:,'])")].flatMap((element) => [
  ...[...element.attributes].filter((one) => /^on/i.test(one.name)).map((one) => one.name),
  ...["href", "src", "action", "formAction", "data"].map((name) => element[name])
    .filter((value) => typeof value === "string" && value)
    .filter((value) => !/^(https?|mailto|file):/.test(new URL(value, document.baseURI).protocol)),
])"""


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with all payloads in all places, and no policy in its pages."""
    folder = tmp_path_factory.mktemp("hostile")
    plain = " ¦ ".join((*PAYLOADS.values(), *LINKS.values()))
    links = (f"[{name}]({address}) ![{name}](<{address}>)" for name, address in LINKS.items())
    for path, data in unchecked(everywhere(plain, "\n\n".join((*PAYLOADS.values(), *links)))).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(_POLICY.sub(b"", data))
    return folder


@pytest.fixture(scope="session")
def pages(hostile_site: Path) -> list[str]:
    """The pages that hold any of it."""
    found = sorted(page for page in hostile_site.rglob("*.html") if b"canary" in page.read_bytes())
    return [page.relative_to(hostile_site).as_posix() for page in found]


def test_nothing_hostile_runs_or_asks_for_anything(browser, serve, hostile_site, pages):
    base = serve(hostile_site)
    asked: list[str] = []
    context = browser.new_context()
    context.add_init_script(_CANARY)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    for path in pages:
        page.goto(base + path)
        page.evaluate("() => document.querySelectorAll('[tabindex], input, a').forEach((one) => one.focus())")

        assert page.evaluate("() => window.ran") == [], path
        assert page.evaluate(_DANGERS) == [], path
    context.close()

    assert len(pages) > 30
    assert {urlsplit(address).netloc for address in asked} == {urlsplit(base).netloc}
    assert {urlsplit(address).path.rsplit(".", 1)[-1] for address in asked} <= {
        "html",
        "css",
        "js",
        "svg",
        "ico",
    }


def test_the_canary_sings_when_something_runs(browser, serve, tmp_path):
    (tmp_path / "page.html").write_text(f"<!doctype html>{PAYLOADS['img-onerror']}", encoding="utf-8")
    context = browser.new_context()
    context.add_init_script(_CANARY)
    page = context.new_page()
    page.goto(f"{serve(tmp_path)}page.html")

    page.wait_for_function("() => window.ran.length")
    assert page.evaluate(_DANGERS) == ["onerror"]
    context.close()
