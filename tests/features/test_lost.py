"""The page for lost readers stands under any address: it loads nothing, and its links name the site."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from kit import SITE, build
from lxml import html

BASE = "https://directory.example.org/women/"


def lost(more=""):
    return html.fromstring(build({"content/site.yaml": SITE + more})["404.html"])


def test_it_loads_nothing_and_its_policy_allows_what_it_carries_and_nothing_else():
    page = lost()
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    carried = [page.find(f".//{tag}").text for tag in ("style", "script")]

    assert page.xpath("//@src | //link/@href") == ["data:,"]
    hashes = [f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}" for text in carried]
    assert re.findall(r"sha256-[^']+", policy) == hashes[::-1]
    assert "default-src 'none'" in policy
    assert "'self'" not in policy


@pytest.mark.parametrize(
    ("more", "start"),
    [
        pytest.param("", "/", id="without an address of its own"),
        pytest.param(f"base_url: {BASE}\n", BASE, id="in a folder of a host"),
    ],
)
def test_its_links_lead_to_each_language_from_any_address(more, start):
    page = lost(more)

    assert page.xpath("//main//a/@href") == [f"{start}en/index.html", f"{start}ru/index.html"]
    assert page.xpath("//main//a/@data-beside") == ["en/index.html", "ru/index.html"]


def test_the_way_out_stands_on_the_page_itself():
    page = lost(f"base_url: {BASE}\nleave_to: https://weather.example.org/\n")

    assert page.xpath("//a[@data-leave]/@href") == ["#leave"]
    neutral = page.get_element_by_id("leave")
    assert "Flour" in neutral.text_content()
    assert neutral.get("data-away") == "/women/kitchen.html"
    assert neutral.get("data-online") == "https://weather.example.org/"


def test_hosts_that_read_headers_from_the_site_allow_what_it_carries_in_every_folder():
    files = build()
    told = files["_headers"].decode()

    for source in re.findall(r"'sha256-[^']+'", files["404.html"].decode().replace("&#39;", "'")):
        assert all(source in line for line in told.splitlines() if "default-src" in line)
    assert "/404.html" not in told
