"""The command `new case-study`: ask what a case study says, and write its file."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from whrin_site.cli import ask
from whrin_site.cli.beginning import Says, is_free, lacks, name_of, text_from, words_of, write
from whrin_site.cli.options import Commands, shared
from whrin_site.model.problems import SiteError

if TYPE_CHECKING:
    from whrin_site.model.library import Library

_NEEDED = ("name", "heading", "text", "summary", "kind", "country")
_TAGS = {"services": "service", "populations": "population", "approaches": "approach"}


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("case-study", parents=[shared()], help="begin a case study")
    parser.add_argument("--language", help="the language of the text (default: that of the questions)")
    parser.add_argument("--id", help="the name of the file (default: made from the name)")
    parser.add_argument("--name", help="what it is called")
    parser.add_argument("--heading", help="mostly the name, the city and the country")
    parser.add_argument("--text", type=Path, help="a file that holds the text itself (Markdown)")
    parser.add_argument("--summary", help="one sentence for lists")
    parser.add_argument("--kind", help="ID=WORDS: what it is, and the words of the text that show it")
    parser.add_argument("--country", help="ID=WORDS: its two letters, and the words of the text that show it")
    for family, flag in _TAGS.items():
        about = f"ID=WORDS, as often as needed; ids stand in content/vocabulary/{family}.yaml"
        parser.add_argument(f"--{flag}", action="append", default=[], dest=family, help=about)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file of a new case study, if `check` has nothing against it."""
    from whrin_site.draft.case_study import Answers, case_study
    from whrin_site.model.ids import ids_of
    from whrin_site.reading import read, sources
    from whrin_site.schema import of_file

    if code := lacks(options, _NEEDED):
        return code
    files = sources(options.root)
    library = read(files)
    spoken_in, says = words_of(options, library)
    language = options.language or (spoken_in if spoken_in in library.languages else library.source_language)
    name = options.name or ask.line(says("What is it called?"))
    path = f"content/case-studies/{name_of(options, name, says)}.yaml"
    if not is_free(path, files):
        raise SiteError("There is a file {path} already; give another name with --id.", path=path)
    heading = options.heading or ask.line(
        says("Heading"), says("The heading above the text: mostly the name, the city and the country."), name
    )
    body = text_from(options.text) if options.text else _text(says)
    answers = Answers(
        language=language,
        name=name,
        heading=heading,
        body=body,
        summary=options.summary or ask.line(says("One sentence for lists")),
        kind=_given(options.kind)
        if options.kind
        else _asked(says, library, "kinds", says("What kind of thing is it?"), f"{heading}\n{body}"),
        country=_given(options.country)
        if options.country
        else _asked(says, library, "countries", says("In which country?"), f"{heading}\n{body}"),
        tags={family: tuple(map(_given, getattr(options, family))) for family in _TAGS},
    )
    text = case_study(answers, library, of_file("case-study", ids_of(library)), says)
    return write(options, files, {path: text.encode()})


def _text(says: Says) -> str:
    return ask.text(
        says("The text itself"),
        says("An empty line begins a new paragraph. A line with nothing but a full stop ends the text."),
    )


def _given(value: str) -> tuple[str, str]:
    name, equals, words = value.partition("=")
    if not (equals and name and words):
        raise SiteError(
            "“{value}” is not written as ID=WORDS, such as naloxone='we give naloxone'.", value=value
        )
    return name.strip(), words.strip()


def _asked(says: Says, library: "Library", family: str, question: str, text: str) -> tuple[str, str]:
    """Return an id of a family and the words that show it; both are asked for until they can be right."""
    labels = _labels(library, family)
    name = ask.one_of(
        question, labels, says("This is none of them. Please write it as it stands in the list.")
    )
    proposed = labels[name] if labels[name] in text else ""
    words = ask.line(
        says("The words of the text that show it: {term}").format(term=labels[name]),
        says("The words of the text that show it, exactly as they stand there."),
        proposed,
        lambda found: (
            ""
            if found in text
            else says(
                "These words are not in the heading or the text. Copy them exactly as they stand there."
            )
        ),
    )
    return name, words


def _labels(library: "Library", family: str) -> Mapping[str, str]:
    from whrin_site.model.ids import ids_of

    terms = library.vocabulary["places" if family == "countries" else family]
    return {name: next(iter(terms[name].record.label.values())) for name in ids_of(library)[family]}
