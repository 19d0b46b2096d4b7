"""Published form: the page on which readers write a case study, with all that its script has to know."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from urllib.parse import urlsplit

from whrin_site.model import addresses
from whrin_site.model.ids import ids_of
from whrin_site.render.contribute_example import example
from whrin_site.render.contribute_questions import CONSENT, STEPS, Question
from whrin_site.render.contribute_view import ContributeView, FormField, FormStep
from whrin_site.render.press import File, Press
from whrin_site.render.search_view import Choice, ChoiceGroup
from whrin_site.render.sheets import Sheet, summing
from whrin_site.tools import schematree

_EDITOR = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+?(?:\.git)?/?")
_VOCABULARY = {"kind": "kinds", "place.country": "countries", "place.city": "places"}
_WITH_PATTERN = ("contacts.*.email", "contacts.*.web")
_MANY = 500  # ids of case studies; with more of them the page would grow heavy
_KEYS = ("order", "kind", "place", "to_translate")
_KEYS_LAST = ("contacts", "words")


def render(press: Press) -> Iterator[Sheet]:
    """Yield the page with the form."""
    yield summing(press, addresses.CONTRIBUTE, partial(_page, press))


def _page(press: Press) -> File:
    title = press.says("Suggest a case study")
    return press.page(
        addresses.CONTRIBUTE,
        "pages/contribute.html",
        _view(press),
        title=title,
        description=press.says("Write a case study in your browser. What you type stays in this page."),
        own_script=addresses.CONTRIBUTE_SCRIPT,
    )


def _view(press: Press) -> ContributeView:
    library = press.site.library
    repository = (library.site.record.repository or "").rstrip("/").removesuffix(".git")
    has_editor = bool(_EDITOR.fullmatch(repository))
    orders = [case.record.order for case in library.cases.values()]
    taken = (*library.cases, *library.sections.get(library.source_language, ()))
    return ContributeView(
        steps=tuple(_steps(press)),
        example=example(press),
        languages=tuple(name for name in library.languages if not library.is_partial(name)),
        order=max(orders, default=0) + 1,
        keys=" ".join(_keys(press.schema()["properties"])),
        taken=" ".join(taken) if len(taken) <= _MANY else "",
        editor=f"{repository}/new/main/content/case-studies" if has_editor else None,
        host=urlsplit(repository).hostname if has_editor else None,
    )


def _keys(known: Iterable[str]) -> Iterator[str]:
    """Yield the keys of a file in the order in which people read them: facts first, words last."""
    yield from _KEYS
    yield from (key for key in known if key not in (*_KEYS, *_KEYS_LAST))
    yield from _KEYS_LAST


def _steps(press: Press) -> Iterator[FormStep]:
    for number, step in enumerate(STEPS, start=1):
        fields = tuple(field for question in step.questions if (field := _field(press, question)))
        lead = press.says(step.lead) if step.lead else ""
        yield FormStep(step.id, str(number), press.says(step.title), lead, fields)


def _field(press: Press, question: Question) -> FormField | None:
    """Return a question, or None for one to which the vocabulary has no answer."""
    choices = tuple(_choices(press, question))
    if question.kind in ("tag", "tags") and not choices:
        return None
    is_contact = question.path.startswith("contact.")
    path = f"contacts.*.{question.path.removeprefix('contact.')}" if is_contact else question.path
    found, required = schematree.at(press.schema(), path) if path else ({}, True)
    return FormField(
        id=re.sub(r"[^a-z]+", "-", question.path) or question.kind,
        kind=question.kind,
        path=question.path,
        label=press.says(question.label),
        hint=press.says(question.hint) if question.hint else "",
        required=required and not is_contact,
        longest=found.get("maxLength"),
        pattern=found.get("pattern") if path in _WITH_PATTERN else None,
        choices=choices,
    )


def _choices(press: Press, question: Question) -> Iterator[ChoiceGroup]:
    if question.kind == "language":
        tongues = press.site.tongues.values()
        yield ChoiceGroup(None, tuple(Choice(tongue.id, tongue.name) for tongue in tongues))
    elif question.kind == "ticks":
        yield ChoiceGroup(None, tuple(Choice(form, press.says(words)) for form, words in CONSENT.items()))
    elif question.kind in ("tag", "tags"):
        yield from _terms(press, _VOCABULARY.get(question.path, question.path))


def _terms(press: Press, family: str) -> Iterator[ChoiceGroup]:
    """Yield the terms of a family to choose from: places by their name, services by their groups."""
    library = press.site.library
    terms = library.vocabulary["places" if family in ("places", "countries") else family]
    names = ids_of(library)[family]
    labels = {name: press.plain(terms[name].record.label) for name in names}
    if family in ("places", "countries"):
        names = tuple(sorted(names, key=lambda name: labels[name]))
    for group, ids in groupby(names, key=lambda name: terms[name].record.group):
        heading = press.plain(library.vocabulary["service-groups"][group].record.label) if group else None
        yield ChoiceGroup(heading, tuple(Choice(name, labels[name]) for name in ids))
