"""ZIP archives whose bytes hang on nothing but their files."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_EARLIEST = date(1980, 1, 1)  # the format has no earlier days
_UNIX = 3
_FILE = 0o100644 << 16


def archive(files: Mapping[str, bytes], day: date, stored_first: str | None = None) -> bytes:
    """Return a ZIP archive of the files, in the order of their names, all dated midnight of this day.

    The file `stored_first` comes before all others and is not compressed, as some formats want it.
    """
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=9) as target:
        for path in sorted(files, key=lambda path: (path != stored_first, path)):
            entry = ZipInfo(path, (*max(day, _EARLIEST).timetuple()[:3], 0, 0, 0))
            entry.create_system = _UNIX
            entry.external_attr = _FILE
            entry.compress_type = ZIP_STORED if path == stored_first else ZIP_DEFLATED
            target.writestr(entry, files[path], compresslevel=9)
    return written.getvalue()
