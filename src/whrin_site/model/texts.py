"""What of a text a translation was made from: its words, reduced to a hash."""

import hashlib
import unicodedata

from whrin_site.model.records import CaseWords, Section


def hash_of_case_words(words: CaseWords) -> str:
    """Return the hash of the words that a translator of a case study works from."""
    return _hash(words.name, words.heading, words.summary, words.body)


def hash_of_section(section: Section, body: str) -> str:
    """Return the hash of the words that a translator of a section works from."""
    return _hash(section.title, section.description or "", body)


def _hash(*parts: str) -> str:
    text = "\0".join(part.strip() for part in parts)
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:16]
