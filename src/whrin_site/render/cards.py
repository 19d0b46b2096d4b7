"""Case studies as cards: in lists, on the pages of terms, beside one another."""

from collections.abc import Iterable, Iterator

from whrin_site.model import addresses
from whrin_site.model.records import CaseStudy
from whrin_site.model.site import FAMILIES, ShownCase
from whrin_site.render import terms
from whrin_site.render.press import Press
from whrin_site.render.status import badge
from whrin_site.render.views import CaseCard, Spoken
from whrin_site.tools.messages import N_
from whrin_site.tools.typography import set_type

UNKNOWN = "unknown-since-2020"
UNKNOWN_WORDS = N_("Status unknown since 2020.")
"""What every mention of a case study with that status has to say."""

AS_PUBLISHED = N_(
    "Describes the situation as published in 2019. It has not been re-checked: "
    "services may have changed or ended."
)

SENT_IN = N_(
    "Sent in by those who do the work, after the position paper. It has not been checked again since: "
    "services may have changed or ended."
)

_MOST_MARKS = 3
_REMEMBERED = 5_000  # cards; lists of the same case studies come one after the other


def card(press: Press, page: str, case: ShownCase, remark: str | None = None) -> CaseCard:
    """Return the card of a case study as seen from a page; from most pages it is the same."""
    url = press.url(page, addresses.case(case.id))
    known = press.cards.get((case.id, url, remark))
    if known is None:
        if len(press.cards) >= _REMEMBERED:
            press.cards.clear()
        known = press.cards[case.id, url, remark] = _card(press, case, url, remark)
    return known


def _card(press: Press, case: ShownCase, url: str, remark: str | None) -> CaseCard:
    return CaseCard(
        id=case.id,
        name=press.sets(case.words.name),
        url=url,
        spoken=name_spoken(press, case),
        kind=terms.label(press, "kinds", case.record.kind.id)[0],
        place=terms.place(press, case.record),
        summary=set_type(case.words.summary, case.standing.language),
        summary_spoken=press.speaks(case.standing.language),
        marks=tuple(terms.label(press, "services", tag.id)[0] for tag in case.record.services[:_MOST_MARKS]),
        remark=remark,
        terms=" ".join(
            f"{family}:{name.lower()}" for family in FAMILIES for name in carried(press, case, family)
        ),
        badges=tuple(_badges(press, case)),
    )


def _badges(press: Press, case: ShownCase) -> Iterator[str]:
    if case.standing.status in ("missing", "outdated"):
        yield badge(press, case.standing.status)
    if case.record.status == UNKNOWN:
        yield press.says(UNKNOWN_WORDS)


def dated(press: Press, case: ShownCase) -> str:
    """Return what has to be said of how old the words of a case study are."""
    return press.says(dated_words(case.record))


def dated_words(case: CaseStudy) -> str:
    """Return the same as a message that is still to be translated."""
    return SENT_IN if case.origin == "contributed" else AS_PUBLISHED


def cards(press: Press, page: str, ids: Iterable[str]) -> tuple[CaseCard, ...]:
    """Return the cards of these case studies, in this order."""
    return tuple(card(press, page, press.cases[name]) for name in ids)


def carried(press: Press, case: ShownCase, family: str) -> tuple[str, ...]:
    """Return the terms of a family that a case study carries."""
    return press.site.carried[case.id][family]


def name_spoken(press: Press, case: ShownCase) -> Spoken | None:
    """Return the language of a case study's name, where it kept that of the source."""
    source = press.site.library.source_language
    words = case.record.words.get(source)
    if words and words.name == case.words.name:
        return press.speaks(source)
    return press.speaks(case.standing.language)
