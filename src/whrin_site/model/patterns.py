"""How names and addresses are written: patterns that Python, JSON Schema and browsers all understand."""

NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A file name or an id: it can stand in an address, on every system."""

COUNTRY = r"[A-Z]{2}"
"""The id of a country: its two letters of ISO 3166-1."""

EMAIL = r"[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~\-]+@(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}"
"""The practical form that HTML itself asks for (WHATWG HTML, "valid email address")."""

WEB = r"https?:\/\/(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:\/[!#-;=?-~]*)?"
"""An address of http or https, in ASCII."""
