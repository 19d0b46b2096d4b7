"""The text of a file that should be UTF-8, or why it is none."""

from whrin_site.tools.fault import Fault


def decode(data: bytes) -> tuple[str, Fault | None]:
    """Return the text with plain line ends, or a fault at its first byte that is no UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        at = before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1
        message = "this file is not saved as UTF-8; save it again with the encoding “UTF-8”"
        return "", Fault("encoding", message, at)
    return text.replace("\r\n", "\n"), None
