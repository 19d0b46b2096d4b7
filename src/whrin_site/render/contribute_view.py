"""What the page with the form sees: steps, fields and choices, ready to be placed."""

from dataclasses import dataclass

from whrin_site.render.search_view import ChoiceGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One question of the form.

    `kind` is how it is asked and read (static/js/contribute/fields.js knows the kinds), `path` where
    the answer stands in the file, with `*` for the language of the text. `longest` is in characters.
    """

    id: str
    kind: str
    path: str
    label: str
    hint: str
    required: bool
    longest: int | None = None
    pattern: str | None = None
    choices: tuple[ChoiceGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class FormStep:
    """Questions that belong together, under one heading."""

    id: str
    number: str
    title: str
    lead: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributeView:
    """The page on which readers suggest a case study.

    `languages` are those in which a text has to be there some day. `example` is a whole file,
    for those who write it by hand. `editor` is the address at which a
    web editor opens with a new file, `host` the name of the machine there; both only where the
    site names a repository that has one. `taken` are the ids that are in use, `keys` the keys of
    a file in their order, `order` is the number of the next case study.
    """

    steps: tuple[FormStep, ...]
    example: str
    languages: tuple[str, ...]
    order: int
    keys: str
    taken: str
    editor: str | None
    host: str | None
