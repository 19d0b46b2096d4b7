"""The text of a file that should be UTF-8, or why it is none."""

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
