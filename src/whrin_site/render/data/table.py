"""The case studies as one table, a row each, for people who open it in Excel or Calc."""

from collections.abc import Iterable, Mapping
from typing import Any

from whrin_site.model.site import Site
from whrin_site.render.data.facts import in_language
from whrin_site.tools.spreadsheet import csv_table

BETWEEN = "; "
"""What stands between the values of a cell that has several."""

_FAMILIES = ("services", "populations", "approaches")


def csv_of(site: Site, catalogue: Mapping[str, Any]) -> bytes:
    """Return the table of the catalogue's case studies: ids, and the words of each language beside them."""
    rows = [_row(site, catalogue["terms"], case) for case in catalogue["case_studies"]]
    return csv_table(list(rows[0]) if rows else ["id"], (list(row.values()) for row in rows))


def _row(site: Site, terms: Mapping[str, Any], case: Mapping[str, Any]) -> dict[str, str]:
    languages = tuple(site.tongues)
    row = {name: _text(case[name]) for name in ("id", "origin", "status", "updated")}
    for name in ("name", "place", "summary"):
        row |= {f"{name}_{language}": case[name].get(language, "") for language in languages}
    row |= {f"words_{language}": case["words"][language]["status"] for language in languages}
    for name, family in (("kind", "kinds"), ("country", "countries")):
        row |= _terms(site, name, terms[family], [case[name]["id"]])
    for family in _FAMILIES:
        row |= _terms(site, family, terms[family], [tag["id"] for tag in case[family]])
    for name in ("person", "email", "web", "confirmed_on"):
        row[f"contact_{name}"] = BETWEEN.join(found[name] for found in case["contacts"] if found[name])
    row["contacts_held_back"] = _text(case["contacts_held_back"])
    return row | {f"page_{language}": case["pages"][language] for language in languages}


def _terms(site: Site, name: str, terms: Mapping[str, Any], ids: Iterable[str]) -> dict[str, str]:
    found = list(ids)
    labels = {
        f"{name}_{language}": BETWEEN.join(in_language(site, terms[id]["label"], language) for id in found)
        for language in site.tongues
    }
    return {name: BETWEEN.join(found), **labels}


def _text(value: object) -> str:
    return "" if value is None else str(value)
