"""A .po file brought up to date with the messages there are; all that still holds stays as it is typed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from io import BytesIO

from babel import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, normalize, read_po

from whrin_site.tools.messages import Message

Comments = Mapping[str, tuple[str, ...]]
"""What translators are told, by message."""

_NEAR = 0.75  # how alike two messages are for the words of one to be a first guess for the other
_BETWEEN = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A message that a .po file should have: where it stands, and what translators should know."""

    singular: str
    plural: str | None
    places: tuple[str, ...]
    comments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """One message of a .po file as it is typed, and what it says."""

    text: str
    plural: str | None
    words: tuple[str, ...]


def wanted(messages: Iterable[Message]) -> tuple[Wanted, ...]:
    """Return each message once, with all its places, in the order of the first ones."""
    found: dict[str, Wanted] = {}
    for message in messages:
        before = found.get(message.singular, Wanted(message.singular, None, (), ()))
        found[message.singular] = Wanted(
            message.singular,
            before.plural or message.plural,
            tuple(dict.fromkeys((*before.places, message.path))),
            tuple(dict.fromkeys((*before.comments, *message.comments))),
        )
    return tuple(found.values())


def comments(text: str) -> Comments:
    """Return what a .po file tells translators about its messages."""
    return {
        name: tuple(line[3:] for line in block.text.splitlines() if line.startswith("#. "))
        for name, block in _read(_split(text))
    }


def merged(text: str, messages: Sequence[Wanted], language: str, hints: Comments) -> str:
    """Return the text of a .po file with just these messages.

    Those that are there keep their place and their words; a new one follows the one it follows
    in the sources, with the words of a message like it as a guess marked `fuzzy`, and with what
    `hints` say about it. Raises ValueError for a file that cannot be read.
    """
    blocks = _split(text) or [_header(language)]
    known = dict(_read(blocks))
    order = [message.singular for message in messages]
    by_name = {message.singular: message for message in messages}
    kept = [name for name in known if name in by_name and by_name[name].plural == known[name].plural]
    made = {name: _placed(known[name].text, by_name[name].places) for name in kept}
    forms = _catalog(language).num_plurals
    names = list(kept)
    for number, name in enumerate(order):
        if name not in made:
            made[name] = _new(by_name[name], known, forms, hints.get(name, ()))
            names.insert(names.index(order[number - 1]) + 1 if number else 0, name)
    return "\n\n".join([blocks[0], *(made[name] for name in names)]) + "\n"


def _catalog(language: str) -> Catalog:
    try:
        return Catalog(locale=language.replace("-", "_"))
    except UnknownLocaleError as error:
        raise ValueError(f"“{language}” is no language that is known here") from error


def _split(text: str) -> list[str]:
    return [block for block in _BETWEEN.split(text.strip("\n")) if block.strip()]


def _read(blocks: Sequence[str]) -> Iterator[tuple[str, _Block]]:
    """Yield each message of the blocks by its name. Obsolete ones, which are comments, are passed over."""
    for text in blocks:
        whole = text if text is blocks[0] else f"{blocks[0]}\n\n{text}"  # the header knows the plural forms
        try:
            catalog = read_po(BytesIO(whole.encode()), abort_invalid=True)
        except PoFileError as error:
            raise ValueError(str(error)) from error
        messages = [message for message in catalog if message.id]
        if len(messages) > 1:
            raise ValueError(f"“{messages[1].id}” must have an empty line before it")
        for message in messages:
            ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            words = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            yield ids[0], _Block(text, ids[1] if len(ids) > 1 else None, words)


def _placed(text: str, places: tuple[str, ...]) -> str:
    """Return a message with these places, where its places stood."""
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if not line.startswith(("# ", "#."))), 0)
    rest = [line for line in lines[start:] if not line.startswith("#:")]
    return "\n".join([*lines[:start], *(f"#: {place}" for place in places), *rest])


def _new(message: Wanted, known: Mapping[str, _Block], forms: int, hints: Iterable[str]) -> str:
    near = get_close_matches(message.singular, known, 1, _NEAR)
    guess = known[near[0]].words if near and any(known[near[0]].words) else ()
    comments = message.comments or hints
    lines = [*(f"#. {comment}" for comment in comments), *(f"#: {place}" for place in message.places)]
    if guess:
        lines += ["#, fuzzy", f"#| msgid {normalize(near[0], '#| ', 0)}"]
    lines.append(f"msgid {normalize(message.singular, width=0)}")
    if message.plural is None:
        return "\n".join([*lines, f"msgstr {normalize(guess[0] if guess else '', width=0)}"])
    words = [guess[min(n, len(guess) - 1)] if guess else "" for n in range(forms)]
    lines.append(f"msgid_plural {normalize(message.plural, width=0)}")
    return "\n".join([*lines, *(f"msgstr[{n}] {normalize(text, width=0)}" for n, text in enumerate(words))])


def _header(language: str) -> str:
    rule = _catalog(language).plural_forms
    fields = (
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {rule}",
    )
    about = f"# The interface words in “{language}”. What stands in {{braces}} stays as it is."
    return "\n".join([about, 'msgid ""', 'msgstr ""', *(f'"{field}\\n"' for field in fields)])
