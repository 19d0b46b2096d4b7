"""Tables that spreadsheets open as they are meant: right letters, right lines, and no formulas."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

# Where a cell begins that would be computed (OWASP, "CSV Injection"; Excel knows the wide forms as well). A
# spreadsheet that takes another sign for the separator begins cells in the midst of ours, quotes or not.
_FORMULA = re.compile(r"(?:^|[;,\t\r\n])\s*(?=[=+\-@|%＝＋－＠'])")


def csv_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table (RFC 4180) in UTF-8, with the mark and the line ends by which Excel knows it.

    Where a formula would begin, at the start of a cell or after a separator in it, an apostrophe stands
    before it, and before an apostrophe as well: so who takes one away there has what was written.
    """
    written = StringIO()
    lines = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    lines.writerow(header)
    lines.writerows([_FORMULA.sub(r"\g<0>'", cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")
