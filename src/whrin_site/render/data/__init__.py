"""Published form: the case studies as data that others can use."""

from collections.abc import Iterator, Mapping

from whrin_site.model import addresses
from whrin_site.model.pieces import Pieces
from whrin_site.model.site import ShownCase, Site, Tongue
from whrin_site.render.data import facts, hsds, table
from whrin_site.render.data.as_json import BETWEEN, whole
from whrin_site.render.origins import NOWHERE, Origins
from whrin_site.render.press import File
from whrin_site.render.sheets import Sheet, Twin, joined
from whrin_site.tools.compact_json import compact
from whrin_site.tools.fingerprint import fingerprint

SCHEMA = "case-studies.schema.json"
_SCHEMA_SOURCE = f"static/data/{SCHEMA}"

Shown = tuple[ShownCase, ...]
Keyed = tuple[tuple[str, Shown], ...]


def render(
    site: Site, sources: Mapping[str, bytes], origins: Origins = NOWHERE
) -> Iterator[File | Sheet | Twin]:
    """Yield the data under its stable address, which names its version, and the newest beside it.

    A field that is taken away, or means something else, makes a new version; a new field does not.
    """
    cases = tuple(_keyed(site, origins.content))
    newest = {"case-studies.json": _catalogue(site, cases), "case-studies.csv": _table(site, cases)}
    for name, pieces in newest.items():
        yield joined(f"{addresses.DATA_V1}/{name}", pieces)
        yield Twin(f"{addresses.DATA}/{name}", of=f"{addresses.DATA_V1}/{name}")
    for folder in (addresses.DATA, addresses.DATA_V1) if _SCHEMA_SOURCE in sources else ():
        yield f"{folder}/{SCHEMA}", sources[_SCHEMA_SOURCE]
    for name, pieces in _lists(site, cases):
        yield joined(f"{addresses.DATA_V1}/hsds/{name}", pieces)


def _keyed(site: Site, origin: str) -> Iterator[tuple[str, Shown]]:
    """Yield each case study in all languages, by a key of all that an entry about it is made from."""
    for shown in zip(*(site.cases[name] for name in site.tongues), strict=True):
        yield fingerprint([origin, shown[0].whole]), shown


def _catalogue(site: Site, cases: Keyed) -> Pieces:
    def entry(shown: Shown) -> bytes:
        return compact(facts.case_study(site, shown))

    return whole(facts.about(site), "case_studies", cases, entry)


def _table(site: Site, cases: Keyed) -> Pieces:
    first = facts.case_study(site, cases[0][1]) if cases else None

    def row(shown: Shown) -> bytes:
        return table.row(site, facts.case_study(site, shown))

    return Pieces(lambda: (table.head(site, first), b""), cases, row)


def _lists(site: Site, cases: Keyed) -> Iterator[tuple[str, Pieces]]:
    """Yield the name and the pieces of each list for other directories, two for each language."""
    offering = tuple((key, shown) for key, shown in cases if shown[0].record.services)
    offered = sum(len(shown[0].record.services) for _, shown in offering)
    for number, (language, tongue) in enumerate(site.tongues.items()):

        def organization(shown: Shown, tongue: Tongue = tongue, number: int = number) -> bytes:
            return compact(hsds.organization(site, tongue, shown[number]))

        def services(shown: Shown, tongue: Tongue = tongue, number: int = number) -> bytes:
            return BETWEEN.join(map(compact, hsds.services(site, tongue, shown[number])))

        yield (
            f"organizations.{language}.json",
            whole(hsds.about(len(cases)), "contents", cases, organization),
        )
        yield f"services.{language}.json", whole(hsds.about(offered), "contents", offering, services)
