"""Published form: the case studies as data that others can use."""

from collections.abc import Iterator, Mapping

from whrin_site.model import addresses
from whrin_site.model.site import Site
from whrin_site.render.data import facts, hsds, table
from whrin_site.render.data.as_json import as_json

File = tuple[str, bytes]

SCHEMA = "case-studies.schema.json"
_SCHEMA_SOURCE = f"static/data/{SCHEMA}"


def render(site: Site, sources: Mapping[str, bytes]) -> Iterator[File]:
    """Yield the data under its stable address, which names its version, and the newest beside it.

    A field that is taken away, or means something else, makes a new version; a new field does not.
    """
    catalogue = facts.catalogue(site)
    newest = {"case-studies.json": as_json(catalogue), "case-studies.csv": table.csv_of(site, catalogue)}
    if _SCHEMA_SOURCE in sources:
        newest[SCHEMA] = sources[_SCHEMA_SOURCE]
    for folder in (addresses.DATA, addresses.DATA_V1):
        yield from ((f"{folder}/{name}", data) for name, data in newest.items())
    for name, content in hsds.lists(site):
        yield f"{addresses.DATA_V1}/hsds/{name}", as_json(content)
