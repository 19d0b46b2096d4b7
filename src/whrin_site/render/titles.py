"""What tabs and histories call a page: a kind and a number, or its own words where that is allowed."""

from whrin_site.model.site import ShownCase, ShownText
from whrin_site.render import terms
from whrin_site.render.press import Press


def of_case(press: Press, case: ShownCase, number: int) -> str:
    """Return the title of a case study, the first of which has the number 1."""
    if _words_are_allowed(press):
        return press.says("{name} – case study", name=case.words.name)
    return press.says("Case study {n}", n=number)


def of_section(press: Press, section: ShownText, number: int) -> str:
    """Return the title of a section of the paper, the first of which has the number 1."""
    if _words_are_allowed(press):
        return press.says("{name} – position paper", name=section.record.title)
    return press.says("Section {n}", n=number)


def of_term(press: Press, family: str, name: str, label: str) -> str:
    """Return the title of the page of a term: the name of a country tells nothing, others have numbers."""
    heading = terms.heading(press, family)
    if _words_are_allowed(press):
        return label
    if family == "countries":
        return press.says("{heading}: {term}", heading=heading, term=label)
    number = list(press.site.tagged[family]).index(name) + 1
    return press.says("{heading}: {term}", heading=heading, term=number)


def _words_are_allowed(press: Press) -> bool:
    return press.site.library.site.record.titles == "words"
