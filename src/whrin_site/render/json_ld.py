"""schema.org data (JSON-LD) about the paper and the case studies."""

import json
from collections.abc import Mapping

from markupsafe import Markup

from whrin_site.model.site import ShownCase
from whrin_site.render.press import Press

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
            "@context": _CONTEXT,
            "@type": "Article",
            "headline": case.words.name,
            "abstract": case.words.summary,
            "inLanguage": press.site.tongues[case.standing.language].tag,
            "about": about,
            "isBasedOn": _paper(press),
        }
    )


def paper(press: Press) -> Markup:
    """Return the data of the paper as it is published here."""
    return as_script(
        {
            "@context": _CONTEXT,
            "@type": "Report",
            "name": press.plain(press.site.library.site.record.paper.title),
            "inLanguage": press.spoken.tag,
            "isBasedOn": _paper(press),
        }
    )


def as_script(data: Mapping[str, object]) -> Markup:
    """Return JSON that can stand inside a script element, whatever its texts hold."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
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
