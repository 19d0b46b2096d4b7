"""Files that should be UTF-8: their text, or why they have none."""

from whrin_site.tools.characters import first_unseen
from whrin_site.tools.fault import Fault


def decode(data: bytes) -> tuple[str, Fault | None]:
    """Return the text with plain line ends, or a fault at the first byte or character that is no text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        at = before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1
        message = "this file is not saved as UTF-8; save it again with the encoding “UTF-8”"
        return "", Fault("encoding", message, at)
    text = text.replace("\r\n", "\n")
    position = first_unseen(text)
    if position < 0:
        return text, None
    line_start = text.rfind("\n", 0, position) + 1
    at = text.count("\n", 0, position) + 1, position - line_start + 1
    return "", Fault("control-character", "an invisible control character stands here; delete it", at)


def encode_like(before: bytes, text: str) -> bytes:
    """Return a text as bytes with the line ends, and the byte order mark, that the file had before."""
    if b"\r\n" in before:
        text = text.replace("\n", "\r\n")
    return text.encode("utf-8-sig" if before.startswith(b"\xef\xbb\xbf") else "utf-8")
