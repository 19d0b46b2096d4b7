"""What is true of the whole directory: the record of `content/site.yaml`."""

from typing import Annotated, Literal

from pydantic import Field

from whrin_site.model.fields import Day, Text, Translated, TranslatedLine, TranslatedName, Truth, Whole
from whrin_site.model.record import record


@record
class Language:
    """A language of the site. A partial one may still lack translations.

    `id` names folders and files; `tag` (BCP 47) stands in the `lang` attribute, where
    it says more than the id, for example `en-GB` for `en`. `words` tells whether somebody
    has reviewed the words that are not the authors': those of the interface, the summaries,
    the vocabulary. The first language needs no review.
    """

    id: Text
    tag: Text | None = None
    partial: Truth = False
    words: Literal["draft", "reviewed"] = "draft"


@record
class Paper:
    """The document that the directory keeps: facts about its publication."""

    title: Translated
    publishers: tuple[Translated, ...]
    published: Day
    source_url: Text
    source_retrieved: Text | None = None


@record
class SiteSettings:
    """`content/site.yaml`: what is true of the whole directory."""

    name: TranslatedName
    title: TranslatedLine
    tagline: TranslatedLine
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    edition: Day
    paper: Paper
    base_url: Text | None = None
    repository: Text | None = None
    report_to: Text | None = None
    contacts: Literal["as-published", "confirmed-only"] = "as-published"
    recheck_after_months: Whole = 12
    leave_to: Text | None = None
    warn_after_months: Whole = 12
    titles: Literal["neutral", "words"] = "neutral"
    imprint: Literal["source", "independent"] = "source"
