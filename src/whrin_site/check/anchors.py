"""The places inside a page that its templates make: no heading may take them."""

OWN = frozenset(
    (
        *("main", "facts-heading", "own-words", "contact-heading", "source-heading", "external-heading"),
        *("related-heading", "footnote", "footnote-heading", "footnote-mark", "sections", "notes-heading"),
    )
)
"""The ids on the pages that show texts; tests/features/test_links.py holds them to the templates."""
