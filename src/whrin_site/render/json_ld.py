"""schema.org data (JSON-LD) about the paper and the case studies."""

from collections.abc import Mapping

from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.model.site import ShownCase, ShownText
from whrin_site.render import terms
from whrin_site.render.press import Press
from whrin_site.tools.compact_json import compact
from whrin_site.tools.urls import relative

_CONTEXT = "https://schema.org"
_TYPES = {"project": "Project", "initiative": "Project"}


def case_study(press: Press, case: ShownCase) -> Markup:
    """Return the data of a case study. It never holds a contact."""
    about = {
        "@type": _TYPES.get(case.record.kind.id, "Organization"),
        "name": case.words.name,
        "location": {"@type": "Country", "name": _country(press, case)},
    }
    return as_script(
        {
            "@type": "Article",
            "headline": case.words.name,
            "abstract": case.words.summary,
            "inLanguage": press.site.tongues[case.standing.language].tag,
            "about": about,
            "keywords": [terms.label(press, "services", tag.id)[0] for tag in case.record.services],
            **({"isBasedOn": _paper(press)} if case.record.origin == "paper" else {}),
            **_of_this_site(press, addresses.case(case.id)),
        }
    )


def paper(press: Press) -> Markup:
    """Return the data of the paper as it is published here."""
    return as_script(
        {
            "@type": "Report",
            "name": press.plain(press.site.library.site.record.paper.title),
            "inLanguage": press.spoken.tag,
            "isBasedOn": _paper(press),
            **_of_this_site(press, addresses.PAPER),
        }
    )


def section(press: Press, text: ShownText) -> Markup:
    """Return the data of one section of the paper."""
    return as_script(
        {
            "@type": "Article",
            "headline": text.record.title,
            "inLanguage": press.site.tongues[text.standing.language].tag,
            "isPartOf": _paper(press),
            **_of_this_site(press, addresses.section(text.id)),
        }
    )


def dataset(press: Press) -> Markup:
    """Return the data about the data: where the case studies can be had as files."""
    record = press.site.library.site.record
    start = f"{addresses.DATA_V1}/case-studies"
    return as_script(
        {
            "@type": "Dataset",
            "name": press.plain(record.title),
            "description": press.plain(record.tagline),
            "inLanguage": [tongue.tag for tongue in press.site.tongues.values()],
            "version": record.edition.isoformat(),
            "isBasedOn": _paper(press),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": kind,
                    "contentUrl": _address(press, addresses.CASES, f"{start}.{ending}"),
                }
                for kind, ending in (("application/json", "json"), ("text/csv", "csv"))
            ],
            **_of_this_site(press, addresses.CASES),
        }
    )


def _of_this_site(press: Press, page: str) -> dict[str, object]:
    """Return what is true of every page: its edition, its site and, where that is known, its address."""
    record = press.site.library.site.record
    address = press.absolute(addresses.within(press.language, page))
    site = {"@type": "WebSite", "name": press.plain(record.title)}
    known = {"@context": _CONTEXT, "dateModified": record.edition.isoformat(), "isAccessibleForFree": True}
    return {**known, "provider": site, **({"url": address} if address else {})}


def _address(press: Press, page: str, path: str) -> str:
    return press.absolute(path) or relative(addresses.within(press.language, page), path)


def as_script(data: Mapping[str, object]) -> Markup:
    """Return JSON that can stand inside a script element, whatever its texts hold."""
    text = compact(data).decode()
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)


def _paper(press: Press) -> dict[str, object]:
    record = press.site.library.site.record.paper
    return {
        "@type": "Report",
        "name": press.plain(record.title),
        "datePublished": record.published.isoformat(),
        "publisher": [{"@type": "Organization", "name": press.plain(name)} for name in record.publishers],
        "url": record.source_url,
    }


def _country(press: Press, case: ShownCase) -> str:
    places = press.site.library.vocabulary["places"]
    return press.plain(places[case.record.place.country.id].record.label)
