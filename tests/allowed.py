"""What may stand in a page, as a browser reads it."""

import json
import re
from collections.abc import Iterator, Mapping

import html5lib
from kit import ROOT
from payloads import HOST

_NEVER_FROM_A_TEMPLATE = {
    "iframe",
    "frame",
    "object",
    "embed",
    "applet",
    "base",
    "audio",
    "video",
    "math",
    "portal",
}
_TAGS = {
    tag
    for template in (ROOT / "templates").rglob("*.*")
    for tag in re.findall(r"<([a-z][a-z0-9]*)", template.read_text(encoding="utf-8"))
} | {
    "tbody",
    "colgroup",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "code",
    "em",
    "strong",
    "hr",
    "br",
}
"""What templates write, what browsers add to tables, and what Markdown makes."""

assert not _TAGS & _NEVER_FROM_A_TEMPLATE
_ADDRESSES = set("href src srcset action formaction data poster cite background manifest xlink:href".split())  # noqa: SIM905
_NEVER = {"style", "srcdoc", "target", "ping", "formaction", "nonce"}
_METAS = {
    *("content-security-policy", "viewport", "description", "referrer"),
    *("format-detection", "robots", "color-scheme", "theme-color", "author", "generator"),
}
_GOOD_ADDRESS = re.compile(r"https?://[\w.-]+([/?#:]|$)|mailto:|(?![/\\])[^:]*$|[^:/?#]*[/?#]")
_OUR_SCRIPT = re.compile(r"(\.\./)*assets/[\w-]+\.js")

# How a page that stands alone keeps browsers from asking for an icon.
_NO_ICON = {"rel": "icon", "href": "data:,"}


def inside(page: str) -> frozenset[str]:
    """Return the scripts and style sheets that stand in a page itself."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    return frozenset(
        "".join(element.itertext()) for element in document.iter() if element.tag in ("script", "style")
    )


def wrong(page: str, known: frozenset[str]) -> Iterator[str]:
    """Yield what stands in a page and could act, load, or lead away.

    `known` are the scripts and style sheets that templates put into pages.
    """
    document = html5lib.parse(page, namespaceHTMLElements=False)
    for element in document.iter():
        if not isinstance(element.tag, str):
            if "canary" in (element.text or "") or HOST in (element.text or ""):
                yield f"a comment: {element.text}"
            continue
        tag = re.sub(r"\{.*\}", "", element.tag)
        attributes = {str(name).lower(): value for name, value in element.attrib.items()}
        if tag == "link" and attributes == _NO_ICON:
            continue
        if tag not in _TAGS:
            yield f"<{tag}>"
        for name, value in attributes.items():
            if name.startswith("on") or name in _NEVER:
                yield f"<{tag} {name}>"
            if name in _ADDRESSES and not _GOOD_ADDRESS.match(value.strip()):
                yield f'<{tag} {name}="{value}">'
        if tag in ("script", "style"):
            yield from _wrong_script(attributes, "".join(element.itertext()), known)
        elif tag == "meta":
            yield from _wrong_meta(attributes)
        elif tag == "form" and "action" in attributes:
            yield f"a form that goes to {attributes['action']}"
        elif tag in ("link", "img", "input"):
            asked = attributes.get("src") or attributes.get("href") or ""
            if ":" in asked and attributes.get("rel") not in ("canonical", "alternate", "license"):
                yield f"a request: {attributes}"


def _wrong_script(attributes: Mapping[str, str], text: str, known: frozenset[str]) -> Iterator[str]:
    if attributes.get("type") == "application/ld+json":
        json.loads(text)
    elif text not in known or ("src" in attributes and not _OUR_SCRIPT.fullmatch(attributes["src"])):
        yield f"a script or style sheet: {attributes} {text[:80]}"


def _wrong_meta(attributes: Mapping[str, str]) -> Iterator[str]:
    name = (attributes.get("http-equiv") or attributes.get("name") or "").lower()
    if not (
        "charset" in attributes
        or name in _METAS
        or attributes.get("property", "").startswith("og:")
        or name.startswith("dcterms.")
    ):
        yield f"a meta: {attributes}"
    if name == "content-security-policy" and not attributes["content"].startswith("default-src 'none'"):
        yield f"a policy: {attributes}"
