"""Where things stand: the sources of a site, and each page in the published folder."""

import re
from hashlib import sha256

SOURCES = ("content", "templates", "static")
"""The folders that make a site."""

CASE_FILES = re.compile(r"content/case-studies/[^/]+\.yaml")
"""The sources of case studies, which are many; whatever else is a source counts for all of them."""

ROOT = "index.html"
NOT_FOUND = "404.html"
START = "index.html"
CASES = "case-studies/index.html"
PAPER = "paper/index.html"
SEARCH = "search.html"
CORRECTIONS = "corrections.html"
WHERE = "where.html"
GLOSSARY = "glossary.html"
CONTRIBUTE = "contribute.html"
STYLE = "assets/site.css"
SCRIPT = "assets/site.js"
CONTRIBUTE_SCRIPT = "assets/contribute.js"
CASE_SCHEMA = "data/case-study.schema.json"
ICON = "assets/icon.svg"
HEADERS = "_headers"
LEAVE = "kitchen.html"
LEAVE_SCRIPT = "assets/kitchen.js"
LEAVE_ICON = "assets/kitchen.svg"
OF_FILES = ("data",)
"""Texts of our own that speak of files beside the pages, which a book does not carry."""
DATA = "data"
DATA_V1 = "data/v1"
SUMS = "SHA256SUMS"
ABOUT_COPY = "VERSION.json"
START_OF_COPY = "0-START.html"
READ_ME = "READ-ME.txt"
JOURNAL = ".directory-copying"

TAKE_ALONG = "take-along.html"
EDITIONS = "take-along/"
"""The folder of what readers carry away: files that are no pages of the site."""


def picture(name: str) -> str:
    """Return where a picture among the content is published, whatever kind of file it was."""
    return f"assets/images/{name.replace('.', '-')}.jpg"


def one_file(language: str) -> str:
    """Return the whole directory of a language in one file. Its name says nothing."""
    return f"{EDITIONS}directory-{language}.html"


def ebook(language: str) -> str:
    """Return the paper and the directory of a language as an EPUB."""
    return f"{EDITIONS}directory-{language}.epub"


def library_file(language: str) -> str:
    """Return the pages of a language as a file for Kiwix."""
    return f"{EDITIONS}directory-{language}.zim"


def leaflet(language: str, about: str | None = None) -> str:
    """Return the leaflet about a case study or a country, by its id, or about the whole directory."""
    return f"{EDITIONS}leaflet-{about.lower() + '-' if about else ''}{language}.pdf"


def paper(language: str) -> str:
    """Return the position paper as pages to read."""
    return f"{EDITIONS}paper-{language}.pdf"


def booklet(language: str) -> str:
    """Return the position paper as sheets to print, fold and staple."""
    return f"{EDITIONS}paper-{language}-booklet.pdf"


def case(name: str) -> str:
    """Return the page of a case study."""
    return f"case-studies/{name}.html"


def section(name: str) -> str:
    """Return the page of a section of the paper."""
    return f"paper/{name}.html"


def terms(family: str) -> str:
    """Return the page that lists a family of terms, such as all services."""
    return f"{family}/index.html"


def term(family: str, name: str) -> str:
    """Return the page of one term, such as one country.

    Addresses stand in histories and logs, so only that of a country has a word in it.

    >>> term("countries", "CA"), term("services", "naloxone")
    ('countries/ca.html', 'services/474425.html')
    """
    return f"{family}/{name.lower() if family == 'countries' else number(name)}.html"


def number(name: str) -> str:
    """Return six digits that stand for an id and say nothing; they stay as long as the id does."""
    return str(100_000 + int.from_bytes(sha256(name.lower().encode()).digest()[:8], "big") % 900_000)


def leaf(page: str, number: int) -> str:
    """Return a further page of a list. No id has a dot in it, so no other page is called like that.

    >>> leaf("services/index.html", 1), leaf("services/index.html", 2)
    ('services/index.html', 'services/index.2.html')
    """
    return page if number == 1 else page.replace(".html", f".{number}.html")


def text(name: str) -> str:
    """Return the page of a text of our own, such as `about`."""
    return f"{name}.html"


def matrix(number: int) -> str:
    """Return a page of the tables of who does what, counted from 1."""
    return "who-does-what.html" if number == 1 else f"who-does-what-{number}.html"


def feed() -> str:
    """Return the Atom feed of a language."""
    return "feed.xml"


def within(language: str, page: str) -> str:
    """Return the path of a language's page from the root of the folder."""
    return f"{language}/{page}"


# Whatever page has a constant above is one that texts may link to.
PAGES = frozenset(path for path in tuple(vars().values()) if isinstance(path, str) and path.endswith(".html"))
"""The pages that every language has, whatever is in it."""
