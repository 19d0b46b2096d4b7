"""What a web server should say with every page: what it may load, and what nobody may learn from it."""


def policy(scripts: str, styles: str, images: str) -> str:
    """Return the content security policy (W3C CSP 3) of a page with these sources and no others."""
    sources = f"script-src {scripts}; style-src {styles}; img-src {images}"
    return f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'"


SCRIPTS, STYLES, IMAGES = "'self' 'wasm-unsafe-eval'", "'self'", "'self'"
POLICY = policy(SCRIPTS, STYLES, IMAGES)
"""The content security policy of every page, which also stands in the page itself."""

FRAMES = "frame-ancestors 'none'"
"""The part of the policy that only a server can give: no other site may show a page inside of its own."""

_NEVER = ("camera", "microphone", "geolocation", "payment", "usb", "serial", "midi")
_NEVER_EITHER = ("display-capture", "accelerometer", "gyroscope", "magnetometer", "browsing-topics")

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Over http, browsers look up the hosts of all links before anybody follows one.
    "X-DNS-Prefetch-Control": "off",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in (*_NEVER, *_NEVER_EITHER)),
}
"""The other headers, the same for every file."""

STRICT_TRANSPORT = ("Strict-Transport-Security", "max-age=63072000")
"""Only encrypted connections, for two years (RFC 6797). It cannot be taken back: last, once https works."""
