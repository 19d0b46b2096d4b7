"""The site as a real nginx serves it with our settings: everything works, and nothing else can be had."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import create_server
from urllib.parse import quote

import pytest

from whrin_site.model.headers import FRAMES, HEADERS, POLICY
from whrin_site.render import hosting

pytestmark = pytest.mark.browser

Get = Callable[..., HTTPResponse]
LIMIT = 10  # seconds for a server to begin or end

AROUND = """
user root;
pid "{here}/pid";
error_log stderr;
events {{}}
http {{
    include /etc/nginx/mime.types;
    {temporary}
    {site}
}}
"""


@pytest.fixture(scope="session")
def port(real: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port at which nginx serves the real site, with files in its folder that are nobody's business."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    assert program, "nginx is needed here; on Debian and Ubuntu: sudo apt-get install nginx-light"
    (real / ".git").mkdir(exist_ok=True)
    (real / ".git" / "config").write_text("secret")
    here = tmp_path_factory.mktemp("nginx")
    port = free_port()
    settings = here / "nginx.conf"
    settings.write_text(settings_for(here, real, port), encoding="utf-8")
    command = [program, "-c", str(settings), "-p", str(here)]
    subprocess.run(command, check=True, timeout=LIMIT)  # returns when it listens, and goes on by itself
    yield port
    subprocess.run([*command, "-s", "stop"], check=True, timeout=LIMIT)


@pytest.fixture
def get(port: int) -> Iterator[Get]:
    connection = HTTPConnection("127.0.0.1", port)

    def get(path: str, method: str = "GET") -> HTTPResponse:
        connection.close()
        connection.request(method, quote(path))
        return connection.getresponse()

    yield get
    connection.close()


def free_port() -> int:
    with create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


def settings_for(here: Path, folder: Path, port: int) -> str:
    """Return our example, changed where everybody has to change it: address and folder."""
    site = hosting.nginx().replace("    listen [::]:80;\n", "")
    site = site.replace("listen 80", f"listen 127.0.0.1:{port}")
    site = site.replace("/var/www/directory", str(folder)).replace("/var/log/nginx/error.log", "stderr")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f'{kind}_temp_path "{here}/{kind}"; ' for kind in kinds)
    return AROUND.format(here=here, temporary=temporary, site=site)


def test_every_file_of_the_site_is_served_with_the_headers(real, get):
    paths = sorted(path.relative_to(real).as_posix() for path in real.rglob("*") if path.is_file())
    published = [path for path in paths if not re.match(r"[._]", path)]
    for path in published:
        found = get(f"/{path}")
        assert found.status == 200, path
        assert {name: found.headers[name] for name in HEADERS} == HEADERS, path
        policy = FRAMES if path.startswith("take-along/") else f"{POLICY}; {FRAMES}"
        assert found.headers.get_all("Content-Security-Policy") == [policy], path
        assert "Set-Cookie" not in found.headers
    assert len(published) > 170


def test_a_lost_address_is_answered_with_the_page_for_it_and_the_headers(get):
    found = get("/en/nothing.html")

    assert found.status == 404
    assert found.headers["Referrer-Policy"] == "no-referrer"
    assert b"kitchen.html" in found.read()


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        pytest.param("/.whrin-site", "GET", 404, id="the list of what we wrote"),
        pytest.param("/.git/config", "GET", 404, id="a file with a dot"),
        pytest.param("/_headers", "GET", 404, id="settings for other hosts"),
        pytest.param("/assets/", "GET", 403, id="the list of a folder"),
        pytest.param("/search/", "GET", 403, id="the list of another folder"),
        pytest.param("/../../etc/passwd", "GET", 400, id="the folder above"),
        pytest.param("/en/index.html", "POST", 405, id="sending something"),
        pytest.param("/en/index.html", "PUT", 405, id="putting something"),
        pytest.param("/en/index.html", "DELETE", 405, id="taking something away"),
    ],
)
def test_nothing_else_can_be_had(get, path, method, status):
    assert get(path, method).status == status


def test_pages_search_and_leaving_work_under_the_headers(port, browser):
    page = browser.new_page()
    page.set_default_timeout(10_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for path in ("index.html", "ru/case-studies/metzineres.html", "take-along/directory-en.html", "en/"):
        page.goto(f"http://127.0.0.1:{port}/{path}")
    page.goto(f"http://127.0.0.1:{port}/en/search.html")
    page.fill("#search-words", "naloxone")
    page.locator(".search__link:visible").first.wait_for()
    page.locator("[data-leave]").click()
    page.wait_for_url("**/kitchen.html")

    assert said == []
    page.close()


def test_the_examples_in_the_documentation_are_those_that_the_program_prints():
    folder = Path(__file__).resolve().parents[2] / "docs/running"

    assert (folder / "nginx.conf").read_text(encoding="utf-8") == hosting.nginx()
    assert (folder / "apache.htaccess").read_text(encoding="utf-8") == hosting.apache()
