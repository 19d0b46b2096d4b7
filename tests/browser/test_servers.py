"""The site as a real nginx and a real Apache serve it by our settings: all works; nothing else is there."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import create_server
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest

from whrin_setup.servers import APACHE, NGINX, Server
from whrin_site.model.headers import FRAMES, HEADERS, POLICY
from whrin_site.render import hosting

pytestmark = pytest.mark.browser

Get = Callable[..., HTTPResponse]
LIMIT = 10  # seconds for a server to begin or end
WHOLE = f"{POLICY}; {FRAMES}"

AROUND_NGINX = """
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

AROUND_APACHE = """
ServerRoot "{here}"
ServerName directory.example.org
Listen 127.0.0.1:{port}
PidFile "{here}/pid"
ErrorLog "{here}/errors"
DefaultRuntimeDir "{here}"
User nobody
Group nogroup
{modules}
TypesConfig /etc/mime.types
DocumentRoot "{folder}"
<Directory "{folder}">
    AllowOverride All
    Require all granted
</Directory>
"""

MODULES = ("mpm_event", "authz_core", "autoindex", "negotiation", "mime", "dir", "alias", "headers")


@pytest.fixture(scope="module", params=["nginx", "Apache"])
def port(request: pytest.FixtureRequest, real: Path) -> Iterator[int]:
    """The port at which a server has the real site, with files in its folder that are nobody's business."""
    # Apache reads it as nobody, who may not look into the folders of the tests.
    with TemporaryDirectory() as made:
        here = Path(made)
        here.chmod(0o755)
        folder = here / "site"
        shutil.copytree(real, folder)
        (folder / ".git").mkdir()
        (folder / ".git" / "config").write_text("secret")
        port = free_port()
        start, stop = {"nginx": nginx, "Apache": apache}[request.param](here, folder, port)
        subprocess.run(start, check=True, timeout=LIMIT)  # returns when it listens, and goes on by itself
        yield port
        subprocess.run(stop, check=True, timeout=LIMIT)


def program(server: Server) -> str:
    found = server.program
    packages = " ".join(server.debian)
    assert found, f"{server.name} is needed here; on Debian and Ubuntu: sudo apt-get install {packages}"
    return found


def nginx(here: Path, folder: Path, port: int) -> tuple[list[str], list[str]]:
    """Return how to start and to stop it with our example, changed where everybody has to change it."""
    site = hosting.nginx().replace("    listen [::]:80;\n", "")
    site = site.replace("listen 80", f"listen 127.0.0.1:{port}")
    site = site.replace("/var/www/directory", str(folder)).replace("/var/log/nginx/error.log", "stderr")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f'{kind}_temp_path "{here}/{kind}"; ' for kind in kinds)
    settings = here / "nginx.conf"
    settings.write_text(AROUND_NGINX.format(here=here, temporary=temporary, site=site), encoding="utf-8")
    command = [program(NGINX), "-c", str(settings), "-p", str(here)]
    return command, [*command, "-s", "stop"]


def apache(here: Path, folder: Path, port: int) -> tuple[list[str], list[str]]:
    """Return how to start and to stop it; our example lies in the folder of the site, as it says."""
    (folder / ".htaccess").write_text(hosting.apache(), encoding="utf-8")
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES
    )
    settings = here / "apache.conf"
    around = AROUND_APACHE.format(here=here, folder=folder, port=port, modules=modules)
    settings.write_text(around, encoding="utf-8")
    command = [program(APACHE), "-f", str(settings), "-k"]
    return [*command, "start"], [*command, "stop"]


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


def test_every_file_of_the_site_is_served_with_the_headers(real, get):
    paths = sorted(path.relative_to(real).as_posix() for path in real.rglob("*") if path.is_file())
    published = [path for path in paths if not re.match(r"[._]", path)]
    for path in published:
        found = get(f"/{path}")
        assert found.status == 200, path
        assert {name: found.headers[name] for name in HEADERS} == HEADERS, path
        policy = FRAMES if path.startswith("take-along/") or path.endswith("404.html") else WHOLE
        assert found.headers.get_all("Content-Security-Policy") == [policy], path
        assert "Set-Cookie" not in found.headers
    assert len(published) > 170


@pytest.mark.parametrize("path", ["/nothing.html", "/en/nothing.html", "/a/b/c"])
def test_a_lost_address_is_answered_with_the_page_for_it_and_the_headers(get, path):
    found = get(path)

    assert found.status == 404
    assert found.headers["Referrer-Policy"] == "no-referrer"
    assert found.headers.get_all("Content-Security-Policy") == [FRAMES]
    assert b"Page not found" in found.read()


def test_under_a_lost_address_style_links_and_the_way_out_work(port, browser):
    page = browser.new_page()
    page.set_default_timeout(10_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    at = f"http://127.0.0.1:{port}"
    page.goto(f"{at}/a/b/c")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(70, 24, 63)"
    page.locator("a[hreflang=ru]").click()
    page.wait_for_url(f"{at}/ru/index.html")

    page.goto(f"{at}/a/b/c")
    page.locator("[data-leave]").click()
    page.wait_for_url(f"{at}/kitchen.html")
    assert page.title().startswith("Kitchen measures")
    page.go_back()
    assert page.get_by_role("heading", name="Kitchen measures").is_visible()
    assert [text for text in said if "404" not in text] == []
    page.close()


def test_a_page_in_a_folder_below_is_found_without_the_name_of_its_file(get):
    assert b"<title>" in get("/en/case-studies/").read()


@pytest.mark.parametrize(
    ("path", "method", "statuses"),
    [
        pytest.param("/.whrin-site", "GET", {404}, id="the list of what we wrote"),
        pytest.param("/.git/config", "GET", {404}, id="a file with a dot"),
        pytest.param("/.htaccess", "GET", {404}, id="the settings"),
        pytest.param("/_headers", "GET", {404}, id="settings for other hosts"),
        pytest.param("/assets/", "GET", {403}, id="the list of a folder"),
        pytest.param("/search/", "GET", {403}, id="the list of another folder"),
        pytest.param("/../../etc/passwd", "GET", {400}, id="the folder above"),
        pytest.param("/en/index", "GET", {404}, id="a file by half of its name"),
        pytest.param("/en/index.html", "POST", {403, 405}, id="sending something"),
        pytest.param("/en/index.html", "PUT", {403, 405}, id="putting something"),
        pytest.param("/en/index.html", "DELETE", {403, 405}, id="taking something away"),
    ],
)
def test_nothing_else_can_be_had(get, path, method, statuses):
    assert get(path, method).status in statuses


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
