"""The messages of a .po file, as tests look at them."""

from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po


def russian(path: Path) -> dict[str, Message]:
    """Return the messages of a Russian .po file by what they translate."""
    with path.open("rb") as file:
        catalog = read_po(file, locale="ru", abort_invalid=True)
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message
        for message in catalog
        if message.id
    }


def forms(message: Message) -> tuple[str, ...]:
    """Return the words of a message: one form, or one for each plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)
