"""Published form: the case studies as data that others can use."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from whrin_site.model import addresses
from whrin_site.model.pieces import Pieces
from whrin_site.model.site import ShownCase, Site, Tongue
from whrin_site.render.data import facts, hsds, table
from whrin_site.render.data.as_json import BETWEEN, whole
from whrin_site.render.press import File
from whrin_site.render.sheets import Sheet, Twin, joined
from whrin_site.tools.compact_json import compact
from whrin_site.tools.fingerprint import fingerprint

SCHEMA = "case-studies.schema.json"
_SCHEMA_SOURCE = f"static/data/{SCHEMA}"

Shown = tuple[ShownCase, ...]


def render(site: Site, sources: Mapping[str, bytes], context: str = "") -> Iterator[File | Sheet | Twin]:
    """Yield the data under its stable address, which names its version, and the newest beside it.

    A field that is taken away, or means something else, makes a new version; a new field does not.
    `context` is a fingerprint of all that the data is made from besides case studies.
    """
    cases = tuple(zip(*(site.cases[name] for name in site.tongues), strict=True))
    newest = {
        "case-studies.json": _catalogue(site, cases, context),
        "case-studies.csv": _table(site, cases, context),
    }
    for name, pieces in newest.items():
        yield joined(f"{addresses.DATA_V1}/{name}", pieces)
        yield Twin(f"{addresses.DATA}/{name}", of=f"{addresses.DATA_V1}/{name}")
    for folder in (addresses.DATA, addresses.DATA_V1) if _SCHEMA_SOURCE in sources else ():
        yield f"{folder}/{SCHEMA}", sources[_SCHEMA_SOURCE]
    for name, pieces in _lists(site, context):
        yield joined(f"{addresses.DATA_V1}/hsds/{name}", pieces)


def _catalogue(site: Site, cases: tuple[Shown, ...], context: str) -> Pieces:
    def entry(shown: Shown) -> bytes:
        return compact(facts.case_study(site, shown))

    return whole(facts.about(site), "case_studies", _each(cases, context, entry))


def _table(site: Site, cases: tuple[Shown, ...], context: str) -> Pieces:
    first = facts.case_study(site, cases[0]) if cases else None

    def row(shown: Shown) -> bytes:
        return table.row(site, facts.case_study(site, shown))

    return Pieces(table.head(site, first), tuple(_each(cases, context, row)))


def _lists(site: Site, context: str) -> Iterator[tuple[str, Pieces]]:
    """Yield the name and the pieces of each list for other directories, two for each language."""
    for language, tongue in site.tongues.items():
        cases = [(case,) for case in site.cases[language]]
        offering = [(case,) for (case,) in cases if case.record.services]
        count = sum(len(case.record.services) for (case,) in offering)

        def organization(shown: Shown, tongue: Tongue = tongue) -> bytes:
            return compact(hsds.organization(site, tongue, shown[0]))

        def services(shown: Shown, tongue: Tongue = tongue) -> bytes:
            return BETWEEN.join(map(compact, hsds.services(site, tongue, shown[0])))

        for name, entries, number, entry in (
            ("organizations", cases, len(cases), organization),
            ("services", offering, count, services),
        ):
            yield (
                f"{name}.{language}.json",
                whole(hsds.about(number), "contents", _each(entries, context, entry)),
            )


def _each(
    cases: Iterable[Shown], context: str, entry: Callable[[Shown], bytes]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield what makes the entry of each case study, by a key of all that it is made from."""
    for shown in cases:
        yield fingerprint([context, shown[0].whole]), partial(entry, shown)
