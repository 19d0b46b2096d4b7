"""Tables that spreadsheets open as they are meant: right letters, right lines, and no formulas."""

import csv
import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from io import StringIO

# Where a cell begins that would be computed (OWASP, "CSV Injection"; Excel knows the wide forms as well). A
# spreadsheet that takes another sign for the separator begins cells in the midst of ours, quotes or not.
_FORMULA = re.compile(r"(?:^|[;,\t\r\n])\s*(?=[=+\-@|%＝＋－＠'])")


BEGINNING = BOM_UTF8
"""The mark by which Excel knows a table in UTF-8."""


def csv_row(cells: Iterable[str]) -> bytes:
    """Return a row of a table (RFC 4180) in UTF-8, with the line end of Excel.

    Where a formula would begin, at the start of a cell or after a separator in it, an apostrophe stands
    before it, and before an apostrophe as well: so who takes one away there has what was written.
    """
    written = StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([_FORMULA.sub(r"\g<0>'", cell) for cell in cells])
    return written.getvalue().encode()
