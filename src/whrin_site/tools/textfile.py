"""Files that should be UTF-8: their text, or why they have none."""

from whrin_site.tools.characters import first_unseen
from whrin_site.tools.encodings import first_broken, guess
from whrin_site.tools.fault import Fault
from whrin_site.tools.marked import M_


def decode(data: bytes) -> tuple[str, Fault | None]:
    """Return the text with plain line ends, or a fault at the first byte or character that is no text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", _not_utf8(data, error.start)
    if "\0" in text and guess(data) == "UTF-16":
        return "", _not_utf8(data, 0)
    text = text.replace("\r\n", "\n")
    position = first_unseen(text)
    if position >= 0:
        message = M_("an invisible control character stands here; delete it")
        return "", Fault("control-character", message, place_of(text, position))
    position = first_broken(text)
    if position >= 0:
        return "", Fault(
            "broken-letters",
            "the letters “{found}” come from a wrong encoding; write the words anew, or fetch the file "
            "from where they were right and save it as “UTF-8”",
            place_of(text, position),
            {"found": text[position : position + 6].split("\n")[0]},
        )
    return text, None


def encode_like(before: bytes, text: str) -> bytes:
    """Return a text as bytes with the line ends, and the byte order mark, that the file had before."""
    if b"\r\n" in before:
        text = text.replace("\n", "\r\n")
    return text.encode("utf-8-sig" if before.startswith(b"\xef\xbb\xbf") else "utf-8")


def place_of(text: str, position: int) -> tuple[int, int]:
    """Return line and column of a position, both counted from 1."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def _not_utf8(data: bytes, start: int) -> Fault:
    before = data[:start]
    at = before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1
    encoding = guess(data)
    if encoding is None:
        return Fault(
            "encoding", "this file is not saved as UTF-8; save it again with the encoding “UTF-8”", at
        )
    message = M_("this file seems to be saved as {encoding}; save it again with the encoding “UTF-8”")
    return Fault("encoding", message, at, {"encoding": encoding})
