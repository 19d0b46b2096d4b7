"""What a web server should say with every page: what it may load, and what nobody may learn from it."""

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The content security policy of every page (W3C CSP 3), which also stands in the page itself."""

FRAMES = "frame-ancestors 'none'"
"""The part of the policy that only a server can give: no other site may show a page inside of its own."""

_NEVER = ("camera", "microphone", "geolocation", "payment", "usb", "serial", "midi")
_NEVER_EITHER = ("display-capture", "accelerometer", "gyroscope", "magnetometer", "browsing-topics")

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in (*_NEVER, *_NEVER_EITHER)),
}
"""The other headers, the same for every file."""

STRICT_TRANSPORT = ("Strict-Transport-Security", "max-age=63072000")
"""Only encrypted connections, for two years (RFC 6797). It cannot be taken back: last, once https works."""
