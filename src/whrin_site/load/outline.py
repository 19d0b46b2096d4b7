"""All that other pages may show of a case study: everything in its file but the long texts."""

from typing import Any

from whrin_site.tools.compact_json import compact
from whrin_site.tools.fingerprint import fingerprint


def outline(value: Any) -> str:
    """Return a fingerprint of a case study's values without the bodies of its words."""
    words = {language: {**words, "body": ""} for language, words in value["words"].items()}
    return fingerprint([compact({**value, "words": words})])
