"""What robots, feed readers and other programs find."""

import json
import re
import subprocess
import sys
from xml.etree import ElementTree

from kit import ROOT, SITE, build, case

from whrin_site import __version__

BASED = {"content/site.yaml": SITE + "base_url: https://directory.example/women/\n"}
ATOM = "{http://www.w3.org/2005/Atom}"


def test_without_an_address_of_its_own_a_site_names_none():
    files = build()

    assert "sitemap.xml" not in files
    assert not any(b'rel="canonical"' in data for data in files.values())


def test_with_an_address_every_page_names_itself_and_its_other_languages():
    page = build(BASED)["en/case-studies/house.html"].decode()

    assert '<link rel="canonical" href="https://directory.example/women/en/case-studies/house.html">' in page
    assert 'hreflang="ru" href="https://directory.example/women/ru/case-studies/house.html"' in page
    assert 'hreflang="en-GB" href="https://directory.example/women/en/case-studies/house.html"' in page


def test_the_sitemap_leaves_out_draft_translations():
    found = ElementTree.fromstring(build(BASED)["sitemap.xml"])
    addresses = [element.text for element in found.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]

    assert "https://directory.example/women/en/index.html" in addresses
    assert not any("/ru/" in address for address in addresses)


def test_the_feed_of_a_language_names_each_text_for_ever():
    first, second = (ElementTree.fromstring(build(site)["ru/feed.xml"]) for site in (None, BASED))
    ids = [[entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")] for feed in (first, second)]

    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2
    assert [link.get("href") for link in first.iter(f"{ATOM}link")][-2:] == [
        "case-studies/house.html",
        "paper/beginning.html",
    ]


def test_data_about_a_case_study_cannot_end_its_script_and_holds_no_contact():
    contact = "[{publish: true, verbatim: bird@tree.example, email: bird@tree.example}]"
    text = case(contacts=contact).replace("A house.", "'A </script><b> house.'", 1)
    page = build({"content/case-studies/house.yaml": text})["en/case-studies/house.html"].decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])

    assert data["abstract"] == "A </script><b> house."
    assert "bird@" not in json.dumps(data)


def linked_data(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])


def test_the_paper_its_sections_and_the_list_of_case_studies_say_what_they_are():
    files = build(BASED)
    names = ("paper/index", "paper/beginning", "case-studies/index")
    paper, section, listed = (linked_data(files[f"ru/{name}.html"].decode()) for name in names)

    assert [found["@type"] for found in (paper, section, listed)] == ["Report", "Article", "Dataset"]
    assert paper["dateModified"] == "2026-11-23"
    assert section["isPartOf"]["name"] == "Документ"
    assert section["url"] == "https://directory.example/women/ru/paper/beginning.html"
    assert [found["contentUrl"] for found in listed["distribution"]] == [
        "https://directory.example/women/data/v1/case-studies.json",
        "https://directory.example/women/data/v1/case-studies.csv",
    ]


def test_library_catalogues_find_title_language_publisher_and_source():
    page = build()["ru/paper/beginning.html"].decode()
    found = dict(re.findall(r'<meta name="dcterms\.(\w+)" content="([^"]*)">', page))

    assert found["language"] == "ru"
    assert found["publisher"] == "Некая сеть"
    assert found["source"] == "https://paper.example.org/text"
    assert found["modified"] == "2026-11-23"


def test_the_citation_file_is_valid_and_names_this_version():
    check = [
        sys.executable,
        "-P",
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.citation-file-format",
    ]
    done = subprocess.run([*check, ROOT / "CITATION.cff"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_a_case_study_of_unknown_status_has_no_such_data():
    page = build({"content/case-studies/house.yaml": case(status="unknown-since-2020")})[
        "en/case-studies/house.html"
    ]

    assert b"ld+json" not in page
    assert b"Status unknown since 2020." in page


def test_the_imprint_and_the_mailbox_for_mistakes_are_settings():
    plain = build()["en/index.html"].decode()
    more = SITE + "imprint: independent\nreport_to: editors@directory.example\n"
    page = build({"content/site.yaml": more})["en/index.html"].decode()

    assert "Independent edition" not in plain
    assert "Report a mistake" not in plain
    assert "Independent edition. Not published or endorsed by WHRIN or TalkingDrugs." in page
    assert 'href="mailto:editors@directory.example"' in page
