"""What the forms that people take along are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from whrin_site.model.site import Site


@dataclass(frozen=True, slots=True)
class Material:
    """A built site, as editions see it.

    `files` are those of the published folder, sealed; `sheets` were rendered for editions alone;
    `sources` holds templates and static files.
    """

    site: Site
    sources: Mapping[str, bytes]
    sheets: Mapping[str, bytes]
    files: Mapping[str, bytes]

    @property
    def day(self) -> date:
        """The date of the edition: a fact in the content, not the day of the build."""
        return self.site.library.site.record.edition
