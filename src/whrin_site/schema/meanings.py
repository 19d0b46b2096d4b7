"""What each key of a content file means: for the hints of programs, of new files and of the form."""

from collections.abc import Mapping

from whrin_site.tools.messages import N_

_LINE = "The line of the position paper; only where the words come from it."
_QUOTE = N_("The words of the text that show it, exactly as they stand there.")
_NOTE_ID = "The id of an editorial note."
_STATUS = N_("Who vouches for the words: source where they were written first, draft for a new translation.")
_METHOD = N_("How the words were translated: human, software-assisted or unknown.")
_HASH = N_("The hash of the text that was translated; “check” prints it.")
_REVIEW = N_("Who read the translation against its source, and when.")
_TO_TRANSLATE = N_("The languages into which this still has to be translated.")
_LINES = "The first and the last line in the position paper."
_CONTENT_NOTES = N_("Hard subjects to name before the text: ids from vocabulary/content-notes.yaml.")
_UPDATED = N_("The day of the last change, for the news feed.")

_MEANINGS: Mapping[str, Mapping[str, str]] = {
    "CaseStudy": {
        "order": N_("The place in the list of case studies: a whole number."),
        "kind": N_("What it is: one id from vocabulary/kinds.yaml, and the words of the text that show it."),
        "place": N_("Where the work is done. What the text does not say is left out."),
        "words": N_("The words, by language."),
        "origin": N_("Where the text comes from: paper, or contributed if it was sent in later."),
        "status": "What is known about it today.",
        "lines": _LINES,
        "to_translate": _TO_TRANSLATE,
        "programmes": N_("Parts of the work that have a name of their own."),
        "services": N_("The help that is given: ids from vocabulary/services.yaml, each with its words."),
        "services_open_list": N_("true, if the text says that there is more help than it names."),
        "populations": N_("For whom the work is: ids from vocabulary/populations.yaml, each with its words."),
        "approaches": N_("How the work is done: ids from vocabulary/approaches.yaml, each with its words."),
        "access": N_("Who can use it, in the words of the text."),
        "limits": N_("What the text says is missing, in its words."),
        "resources_needed": N_("What the work takes, in the words of the text."),
        "materials": N_("Books, leaflets and the like, in the words of the text."),
        "links_lost": "Links that the source had and that were lost on the way.",
        "partners": N_("Organisations that the text names: their own name, and the words of the text."),
        "partners_unnamed": N_("Partners that the text mentions without a name, in its words."),
        "contacts": N_("Ways to reach the people. Each needs the consent of the person."),
        "sources": "Where the text says its facts come from.",
        "notes": "Ids of editorial notes.",
        "content_notes": _CONTENT_NOTES,
        "external": "Facts from elsewhere, each with its own source.",
        "updated": _UPDATED,
    },
    "CaseWords": {
        "status": _STATUS,
        "name": N_("The name of the work or the organisation."),
        "heading": N_("The heading above the text: mostly the name, the city and the country."),
        "summary": N_("One sentence of ours for lists: what it is, and for whom."),
        "body": N_("The text itself, in the words of those who do the work. Markdown, no HTML."),
        "method": _METHOD,
        "source_hash": _HASH,
        "review": _REVIEW,
    },
    "Tag": {
        "id": N_("An id of the vocabulary."),
        "quote": _QUOTE,
        "line": _LINE,
        "provided_by": N_("partner, if somebody else gives this help."),
        "confidence": N_("low, if the words leave a doubt."),
    },
    "Location": {
        "country": N_("The country: its two letters, and the words of the text that show it."),
        "region": N_("The region: an id from vocabulary/places.yaml, and the words of the text."),
        "city": N_("The city: an id from vocabulary/places.yaml, and the words of the text."),
    },
    "Statement": {"words": "The words of the text, by language.", "line": _LINE},
    "Programme": {
        "name": "Its name.",
        "quote": _QUOTE,
        "line": _LINE,
        "gloss": "What the name means, by language.",
    },
    "Partner": {
        "name": "The organisation's own name.",
        "verbatim": "The words of the text that name it.",
        "line": _LINE,
        "note": _NOTE_ID,
    },
    "Contact": {
        "publish": N_("false keeps all of this contact off the site; then it needs a reason."),
        "verbatim": "The line of the paper, as it was printed.",
        "line": _LINE,
        "person": N_("The name to ask for, if she agreed to that."),
        "person_verbatim": "The name as the paper printed it.",
        "email": N_("The e-mail address."),
        "web": N_("The web address, beginning with https:// or http://."),
        "published_on": "The day on which it was first published.",
        "confirmed_on": "The day on which somebody last made sure that it works.",
        "confirm_first": "The id of the note that says what to ask first.",
        "consent": N_("Who agreed to the publication, when, and to which forms of it."),
        "language": "The language to write to them in.",
        "reason": "Why it is not published.",
    },
    "Consent": {
        "by": N_("Who agreed. It stays in the file and is not published."),
        "on": N_("The day on which she agreed."),
        "to": N_("The forms she agreed to: web, usb, print."),
    },
    "Source": {
        "publish": "Whether readers see it.",
        "verbatim": "The line of the paper.",
        "url_as_published": "The address as the paper printed it.",
        "line": _LINE,
        "note": _NOTE_ID,
    },
    "LostLink": {
        "quote": "The words that were a link.",
        "note": "What is known about the link.",
        "line": _LINE,
    },
    "External": {
        "words": "The fact in our words, by language.",
        "source": "Where it stands.",
        "date": "The day or year that the source gives.",
        "consulted": "The day on which we looked.",
    },
    "Review": {
        "by": "Who read it.",
        "on": "The day.",
        "source_hash": "The hash of the text it was read against.",
    },
    "Passage": {
        "starts": "How the paragraph begins.",
        "language": "The language of the paragraph, if it is another one.",
        "status": _STATUS,
        "rendering": "Our own translation, shown beside it.",
        "content_notes": _CONTENT_NOTES,
    },
    "Section": {
        "title": N_("The title."),
        "status": _STATUS,
        "order": N_("The place among the sections: a whole number."),
        "title_ours": N_("true, if the title is ours and not the authors’."),
        "description": N_("One sentence of ours: what the section is about."),
        "method": _METHOD,
        "source_hash": _HASH,
        "review": _REVIEW,
        "lines": _LINES,
        "to_translate": _TO_TRANSLATE,
        "footnote": "The section that holds the footnote of this text.",
        "lists_cases": "true, if the case studies follow this section.",
        "passages": "Paragraphs in another language, or of another status.",
        "notes": "Ids of editorial notes.",
        "content_notes": _CONTENT_NOTES,
        "contacts": N_("Ways to reach the people. Each needs the consent of the person."),
        "updated": _UPDATED,
    },
    "Term": {
        "label": "What readers see, by language.",
        "definition": "What it means, in one sentence, by language.",
        "stands_for": "What an abbreviation of the glossary stands for, by language.",
        "group": "The group of a service: an id from vocabulary/service-groups.yaml.",
        "country": "The country of a city or a region: its two letters.",
        "at": "Where the mark of a country stands on the map: somewhere near its middle.",
        "also": "Other words by which people search. They are never shown.",
    },
    "Point": {
        "latitude": "Degrees north, from -90 to 90; south of the equator with a minus.",
        "longitude": "Degrees east, from -180 to 180; west of Greenwich with a minus.",
    },
    "Alias": {
        "shown": "Beginnings of words as they stand in the texts.",
        "also": "Other words by which people look for the same thing.",
        "note": "A remark above the results, by language.",
    },
    "Note": {
        "actions": "V kept, S marked, D corrected in our data, K link lost, T language, H to be confirmed.",
        "on": "The case studies or sections it belongs to.",
        "lines": "Lines of the position paper.",
        "sic": "true, if the text gets a mark [sic].",
        "warn": "true, if the note also stands at the head of the page.",
        "after": "The words of the text behind which the mark stands, by language.",
        "text": "The note, by language.",
        "source_has": "What the source has, by language.",
        "we_believe": "What we believe is right, by language.",
        "evidence": "Why we believe it, by language.",
        "date": "The day of the note.",
        "confirmed_by": "Who confirmed it.",
        "for_translators": "What translators should know.",
    },
    "Language": {
        "id": "The language: the name of its folders and files, such as en.",
        "tag": "The tag for browsers, where it says more than the id, such as en-GB (BCP 47).",
        "partial": "true while translations may be missing; the first language is shown instead.",
        "words": "reviewed, when somebody who knows both languages has read the words that are ours.",
    },
    "Paper": {
        "title": "Its title, by language.",
        "publishers": "Who published it, each by language.",
        "published": "The day on which it was published.",
        "source_url": "Where it was found.",
        "source_retrieved": "When it was found there.",
    },
    "SiteSettings": {
        "name": "The name in browser tabs and histories, by language: neutral on purpose.",
        "title": "The title, by language.",
        "tagline": "One line below the title, by language.",
        "languages": "The languages; the first is the one the others are translated from.",
        "edition": "The day of this edition.",
        "paper": "The document that the directory keeps.",
        "base_url": "The address at which the site is published.",
        "repository": "Where its files are kept.",
        "report_to": "The mailbox for reports of mistakes.",
        "contacts": "as-published, or confirmed-only to show only contacts that have been confirmed.",
        "recheck_after_months": "After how many months a contact has to be confirmed again.",
        "titles": "neutral keeps the words of pages out of tabs and histories; words puts them first.",
        "leave_to": "Another address, for the web, to which readers leave in a hurry.",
        "warn_after_months": "After how many months a copy says how old it is.",
        "imprint": "source names the publishers; independent says that they do not endorse this edition.",
    },
}


def meaning(record: str, key: str) -> str:
    """Return what a key of a record means, in English; it is also the message to translate.

    Raises KeyError for a key that nobody has explained yet.
    """
    return _MEANINGS[record][key]
