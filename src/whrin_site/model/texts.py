"""What of a text a translation was made from: its words, and their hash."""

import hashlib
import unicodedata

from whrin_site.model.records import CaseWords, Section
from whrin_site.model.site import ShownStatus

PART = "\0"
"""Stands between the parts of a source text: name, heading, summary, body, or title, description, body."""


def case_source(words: CaseWords) -> str:
    """Return the words that a translator of a case study works from."""
    return _joined(words.name, words.heading, words.summary, words.body)


def section_source(section: Section, body: str) -> str:
    """Return the words that a translator of a section works from."""
    return _joined(section.title, section.description or "", body)


def hash_of(source: str) -> str:
    """Return the hash by which a translation names its source text."""
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def hash_of_case_words(words: CaseWords) -> str:
    """Return the hash of the words that a translator of a case study works from."""
    return hash_of(case_source(words))


def hash_of_section(section: Section, body: str) -> str:
    """Return the hash of the words that a translator of a section works from."""
    return hash_of(section_source(section, body))


def status_of(words: Section | CaseWords, source_hash: str | None) -> ShownStatus:
    """Return who vouches for words, which are a translation if the hash of a source text is given.

    Without the record of a review, of just these words, nobody has reviewed or approved them.
    """
    made_from, review = words.source_hash, words.review
    if source_hash and made_from not in (None, source_hash):
        return "outdated"
    if words.status in ("reviewed", "approved") and (review is None or review.source_hash != made_from):
        return "draft"
    return words.status


def _joined(*parts: str) -> str:
    return unicodedata.normalize("NFC", PART.join(part.strip() for part in parts))
