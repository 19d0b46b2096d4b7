"""How names and addresses are written: patterns that Python, JSON Schema and browsers all understand."""

NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A file name or an id: it can stand in an address, on every system."""

COUNTRY = r"[A-Z]{2}"
"""The id of a country: its two letters of ISO 3166-1."""

EMAIL = r"[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~\-]+@(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}"
"""The practical form that HTML itself asks for (WHATWG HTML, "valid email address")."""

WEB = (
    r"https?:\/\/(?:[A-Za-z0-9\u00a1-\uffff\-]+\.)+[A-Za-z\u00a1-\uffff]{2,}(?::\d+)?"
    r"(?:[\/?#][!#-;=?-~\u00a1-\uffff]*)?"
)
"""An address of http or https; host (RFC 5890) and path (RFC 3987) may have letters of any script."""
