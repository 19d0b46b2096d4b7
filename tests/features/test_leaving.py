"""The way out stands on every page, and `content/site.yaml` can say where else it leads."""

import pytest
from kit import SITE, build, problems
from lxml import html

PAGES = ("index.html", "en/index.html", "ru/case-studies/house.html", "en/404.html")


def page(files, path):
    return html.fromstring(files[path])


@pytest.mark.parametrize("path", PAGES)
def test_the_way_out_is_a_plain_link_and_carries_the_neutral_page_with_it(path):
    found = page(build(), path)

    link = found.xpath("//a[@data-leave]")[0]
    assert link.get("href").endswith("kitchen.html")
    assert "Flour" in found.xpath("//template[@data-neutral]")[0].text_content()
    assert found.xpath("//script/@data-away")[0] == link.get("href")


def test_the_neutral_page_says_nothing_of_the_site():
    files = build()

    assert not any(word in files["kitchen.html"].decode() for word in ("Directory", "Справочник", "icon.svg"))


@pytest.mark.parametrize("path", PAGES)
def test_the_settings_may_name_another_address_for_the_web(path):
    found = page(build({"content/site.yaml": SITE + "leave_to: https://weather.example.org/\n"}), path)

    assert found.xpath("//script/@data-away-online") == ["https://weather.example.org/"]


def test_an_address_to_leave_to_that_cannot_work_is_a_mistake():
    found = problems({"content/site.yaml": SITE + "leave_to: weather\n"})

    assert len(found) == 1
    assert "content/site.yaml:13:11: error: “weather” is no web address" in found[0]
