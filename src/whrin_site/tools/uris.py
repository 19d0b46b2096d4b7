"""Web addresses in any letters, written as programs exchange them."""

from urllib.parse import quote, urlsplit, urlunsplit

_SAFE = "/?:@!$&'()*+,;=-._~%"  # RFC 3986, 3.3 and 3.4, and what is written in this way already


def as_uri(address: str) -> str | None:
    """Return a web address as a URI (RFC 3986, hosts by RFC 3490), or None if it cannot be one."""
    parts = urlsplit(address)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # a label that is too long, a port that is no number
        return None
    path, query, fragment = (quote(part, _SAFE) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host + port, path, query, fragment)) if host else None
