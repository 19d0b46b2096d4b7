"""The case studies as one table, a row each, for people who open it in Excel or Calc."""

from collections.abc import Iterable, Mapping
from typing import Any

from whrin_site.model.site import Site, vocabulary_of
from whrin_site.render.data.facts import in_language
from whrin_site.tools.spreadsheet import BEGINNING, csv_row

BETWEEN = "; "
"""What stands between the values of a cell that has several."""

_FAMILIES = ("services", "populations", "approaches")


def head(site: Site, first: Mapping[str, Any] | None) -> bytes:
    """Return the beginning of the table, with the names of its columns, by a case study if there is one."""
    return BEGINNING + csv_row(_row(site, first) if first else ["id"])


def row(site: Site, case: Mapping[str, Any]) -> bytes:
    """Return the row of a case study: ids, and the words of each language beside them."""
    return csv_row(_row(site, case).values())


def _row(site: Site, case: Mapping[str, Any]) -> dict[str, str]:
    languages = tuple(site.tongues)
    row = {name: _text(case[name]) for name in ("id", "origin", "status", "updated")}
    for name in ("name", "place", "summary"):
        row |= {f"{name}_{language}": case[name].get(language, "") for language in languages}
    row |= {f"words_{language}": case["words"][language]["status"] for language in languages}
    for name, family in (("kind", "kinds"), ("country", "countries")):
        row |= _terms(site, name, family, [case[name]["id"]])
    for family in _FAMILIES:
        row |= _terms(site, family, family, [tag["id"] for tag in case[family]])
    for name in ("person", "email", "web", "confirmed_on"):
        row[f"contact_{name}"] = BETWEEN.join(found[name] for found in case["contacts"] if found[name])
    row["contacts_held_back"] = _text(case["contacts_held_back"])
    return row | {f"page_{language}": case["pages"][language] for language in languages}


def _terms(site: Site, name: str, family: str, ids: Iterable[str]) -> dict[str, str]:
    found, terms = list(ids), site.library.vocabulary[vocabulary_of(family)]
    labels = {
        f"{name}_{language}": BETWEEN.join(
            in_language(site, terms[id].record.label, language) for id in found
        )
        for language in site.tongues
    }
    return {name: BETWEEN.join(found), **labels}


def _text(value: object) -> str:
    return "" if value is None else str(value)
