"""Stage: what was there and what is proposed → what a reviewer should look at."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from whrin_site.model.library import Library
from whrin_site.model.problems import Place, Translate, visible
from whrin_site.model.texts import case_source, section_source
from whrin_site.model.walk import PlacedContact, placed_contacts
from whrin_site.tools.characters import cyrillic_in
from whrin_site.tools.marked import M_
from whrin_site.tools.textfile import decode, place_of

CONTENT, IMAGES = "content/", "content/images/"

_HOST = re.compile(r"(?:https?://|(?<=[\w.+-])@)([\w-]+(?:\.[\w-]+)+)")
_UNSEEN = {"Cc", "Cf", "Co", "Zl", "Zp", "Zs"}  # categories of Unicode
_SHORT = 200  # characters; of shorter texts the length tells nothing
_ALIKE = 0.9  # as difflib measures it: a letter or two in the name of a host
_LEAST, _MOST = 60, 170  # per cent of the original that a translation mostly has


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at, and where: no mistake, or `check` would have told it."""

    place: Place
    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, translate: Translate = str) -> str:
        """Return the remark with its values filled in, on one line."""
        return visible(translate(self.message).format_map(self.values))


def review(
    before: Mapping[str, bytes], after: Mapping[str, bytes], was: Library | None, library: Library
) -> tuple[Remark, ...]:
    """Return what is new in a proposed tree and needs the eyes of a person, in the order of the files."""
    changed = [path for path in sorted(after) if before.get(path) != after[path]]
    texts = {path: decode(after[path])[0] for path in changed if _is_text(path)}
    old = {path: decode(data)[0] for path, data in before.items() if _is_text(path)}
    remarks = (
        *_program([*changed, *sorted(before.keys() - after.keys())]),
        *_hosts(old, texts),
        *_pictures(after, changed),
        *_unseen(old, texts),
        *_contacts(was, library),
        *_lengths(library, changed),
    )
    return tuple(sorted(remarks, key=lambda remark: remark.place))


def _is_text(path: str) -> bool:
    return path.startswith(CONTENT) and not path.startswith(IMAGES)


def _program(changed: list[str]) -> Iterator[Remark]:
    for path in changed:
        if not path.startswith(CONTENT):
            yield Remark(
                Place(path), M_("no content, but a part of the program: who builds the site runs it")
            )


def _hosts(old: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[Remark]:
    known = {found[1].casefold() for text in old.values() for found in _HOST.finditer(text)}
    told: set[str] = set()
    for path, text in texts.items():
        for found in _HOST.finditer(text):
            host = found[1].casefold()
            if host not in known | told:
                told.add(host)
                place = Place(path, *place_of(text, found.start(1)))
                yield _host(host, known, place)


def _host(host: str, known: set[str], place: Place) -> Remark:
    near = next(iter(get_close_matches(host, sorted(known), n=1, cutoff=_ALIKE)), None)
    if cyrillic_in(host) or "xn--" in host:
        message = M_("{host}: an address in other letters than Latin ones; is it what it looks like?")
        return Remark(place, message, {"host": host})
    if near:
        message = M_("{host} was named nowhere before, and looks almost like {near}")
        return Remark(place, message, {"host": host, "near": near})
    return Remark(place, M_("{host} was named nowhere before"), {"host": host})


def _pictures(after: Mapping[str, bytes], changed: list[str]) -> Iterator[Remark]:
    for path in changed:
        if path.startswith(IMAGES):
            message = M_("a picture that is new or changed ({kb} kB): who is to be seen, and has she agreed?")
            yield Remark(Place(path), message, {"kb": len(after[path]) // 1000 + 1})


def _unseen(old: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[Remark]:
    for path, text in texts.items():
        there = Counter(filter(_is_unseen, old.get(path, "")))
        for sign, times in Counter(filter(_is_unseen, text)).items():
            if times > there[sign]:
                place = Place(path, *place_of(text, text.index(sign)))
                name = unicodedata.name(sign, f"U+{ord(sign):04X}")
                message = M_("signs that nobody sees: {name}, {times} more than before")
                yield Remark(place, message, {"name": name, "times": times - there[sign]})


def _is_unseen(sign: str) -> bool:
    return sign not in " \n" and unicodedata.category(sign) in _UNSEEN


def _contacts(was: Library | None, library: Library) -> Iterator[Remark]:
    known = (
        {_address(contact) for contact in placed_contacts(was) if contact.contact.publish} if was else set()
    )
    for placed in placed_contacts(library):
        if placed.contact.publish and _address(placed) not in known:
            message = M_("a contact that was not published before: {address}")
            place = placed.entry.place("contacts", placed.number)
            yield Remark(place, message, {"address": ", ".join(filter(None, _address(placed)))})


def _address(placed: PlacedContact) -> tuple[str | None, str | None]:
    return placed.contact.email, placed.contact.web


def _lengths(library: Library, changed: list[str]) -> Iterator[Remark]:
    for language, source, translation, place in _translations(library):
        percent = 100 * len(translation) // max(1, len(source))
        if place.path in changed and len(source) > _SHORT and not _LEAST <= percent <= _MOST:
            message = M_("the text in “{language}” has {percent} % of the length of its original")
            yield Remark(place, message, {"language": language, "percent": percent})


def _translations(library: Library) -> Iterator[tuple[str, str, str, Place]]:
    """Yield language, source, translation and its place of each text that is translated."""
    for case in library.cases.values():
        words = case.record.words
        first = next((name for name in library.languages if name in words), None)
        for language in words.keys() - {first}:
            place = case.place_of_key("words", language)
            yield language, case_source(words[first or language]), case_source(words[language]), place
    for shelf in (library.sections, library.pages):
        sources = shelf.get(library.source_language, {})
        for language in library.languages[1:]:
            for name, text in shelf.get(language, {}).items():
                if name in sources:
                    source = section_source(sources[name].record, sources[name].body)
                    yield language, source, section_source(text.record, text.body), Place(text.path)
