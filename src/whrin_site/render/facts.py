"""What the text says of a case study, question by question, with the words that prove it."""

from collections.abc import Iterable, Iterator

from whrin_site.model import addresses
from whrin_site.model.records import CaseStudy, Statement, Tag
from whrin_site.render import terms
from whrin_site.render.press import Press
from whrin_site.render.views import Fact, FactGroup, Quote


def fact_groups(press: Press, page: str, case: CaseStudy) -> tuple[FactGroup, ...]:
    """Return the facts in the order in which a reader asks for them."""
    says = press.says
    more = says("The text says there is more.") if case.services_open_list else None
    return tuple(
        group
        for group in (
            _terms(press, page, case, "services", more),
            _terms(press, page, case, "populations"),
            _terms(press, page, case, "approaches"),
            _statements(press, "limits", says("What the text says is missing"), case.limits, always=True),
            _statements(press, "access", says("Who can use it"), case.access, always=True),
            _statements(press, "resources", says("What it takes"), case.resources_needed),
            _programmes(press, case),
            _partners(press, case),
            _statements(press, "materials", says("Materials mentioned"), case.materials),
        )
        if group.facts or group.empty
    )


def quotes(press: Press, case: CaseStudy) -> tuple[Quote, ...]:
    """Return the words of the text behind every tag."""
    return tuple(_quotes(press, case))


def _terms(press: Press, page: str, case: CaseStudy, family: str, more: str | None = None) -> FactGroup:
    tags: tuple[Tag, ...] = getattr(case, family)
    facts = tuple(_term(press, page, case, family, tag) for tag in tags)
    empty = None if facts else press.says("Not stated in the source")
    return FactGroup(family, terms.heading(press, family), facts, empty, more)


def _term(press: Press, page: str, case: CaseStudy, family: str, tag: Tag) -> Fact:
    label, spoken = terms.label(press, family, tag.id)
    return Fact(label, press.url(page, addresses.term(family, tag.id)), spoken, provider(press, case, tag))


def provider(press: Press, case: CaseStudy, tag: Tag) -> str | None:
    """Return who offers it, where that is a partner named in the text."""
    if tag.provided_by != "partner":
        return None
    names = ", ".join(partner.name for partner in case.partners)
    return press.says("offered by {partner}", partner=names)


def _statements(
    press: Press, name: str, heading: str, statements: Iterable[Statement], always: bool = False
) -> FactGroup:
    facts = tuple(_statement(press, item) for item in statements)
    empty = press.says("Not stated in the source") if always and not facts else None
    return FactGroup(name, heading, facts, empty)


def _statement(press: Press, statement: Statement) -> Fact:
    text, spoken = press.picks(statement.words)
    return Fact(text, spoken=spoken, quoted=True)


def _programmes(press: Press, case: CaseStudy) -> FactGroup:
    source = press.speaks(press.site.library.source_language)
    facts = tuple(
        Fact(
            item.name, spoken=source, remark=press.plain(item.gloss) if press.language in item.gloss else None
        )
        for item in case.programmes
    )
    return FactGroup("programmes", press.says("Programmes"), facts)


def _partners(press: Press, case: CaseStudy) -> FactGroup:
    source = press.speaks(press.site.library.source_language)
    named = tuple(Fact(partner.name, spoken=source) for partner in case.partners)
    unnamed = tuple(_statement(press, item) for item in case.partners_unnamed)
    return FactGroup("partners", press.says("Works with"), named + unnamed)


def _quotes(press: Press, case: CaseStudy) -> Iterator[Quote]:
    places = [tag for tag in (case.place.country, case.place.region, case.place.city) if tag]
    yield from (_quote(press, "kinds", tag) for tag in (case.kind,))
    yield from (_quote(press, "countries", tag) for tag in places)
    for family in ("services", "populations", "approaches"):
        yield from (_quote(press, family, tag) for tag in getattr(case, family))


def _quote(press: Press, family: str, tag: Tag) -> Quote:
    line = press.says("Line {n} of the source", n=tag.line) if tag.line else None
    spoken = press.speaks(press.site.library.source_language)
    return Quote(tag.quote, spoken, line, terms.label(press, family, tag.id)[0])
