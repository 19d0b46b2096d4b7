"""In which encoding a file that is no UTF-8 was probably saved, and letters that one has broken."""

import codecs
import re

_WIDE = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
_CYRILLIC = {"Windows-1251": "cp1251", "KOI8-R": "koi8-r", "DOS-866": "cp866"}
_FREQUENT = re.compile("[оеаинтсрвлкмдпуя]")

# What Russian becomes when its UTF-8 is read as Windows-1251 (three letters or more) or as Latin-1, and
# what “curly” signs become; then the sign that programs put where they lost a letter. It begins with the
# few letters that can begin any of these: a search for them passes over good text quickly.
_OF_1251 = "[\u00a0\u00a4-\u00bbЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї]"
_OF_LATIN = "[\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]"
_BROKEN = re.compile(
    "[РСÐÑâ\ufffd](?:"
    f"(?<=[РС]){_OF_1251}(?:[РС]{_OF_1251}){{2}}"
    f"|(?<=[ÐÑ]){_OF_LATIN}[ÐÑ]{_OF_LATIN}"
    "|(?<=â)€."
    "|(?<=\ufffd))"
)


def guess(data: bytes) -> str | None:
    """Return the name of the encoding in which bytes that are no UTF-8 make sense, or None."""
    head = data[:200]
    # Of the two bytes of a Latin letter, one is zero.
    if data[:2] in _WIDE or max(3, len(head) // 4) < head.count(0) < len(head) * 3 // 4:
        return "UTF-16"
    read = {name: data.decode(codec, "replace") for name, codec in _CYRILLIC.items()}
    likely = {name: len(_FREQUENT.findall(text)) for name, text in read.items()}
    best = max(likely, key=lambda name: likely[name])
    foreign = sum(byte > 127 for byte in data)
    if likely[best] * 2 > foreign:
        return best
    return "Windows-1252" if foreign else None


def first_broken(text: str) -> int:
    """Return where letters stand that a wrong encoding has broken, or -1."""
    if text.isascii():
        return -1
    found = _BROKEN.search(text)
    return found.start() if found else -1
