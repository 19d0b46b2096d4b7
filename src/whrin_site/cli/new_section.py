"""The command `new section`: write the file of a section of the paper."""

import argparse
from pathlib import Path

from whrin_site.cli import ask
from whrin_site.cli.beginning import is_free, lacks, name_of, text_from, words_of, write
from whrin_site.cli.options import Commands, shared
from whrin_site.model.problems import SiteError


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("section", parents=[shared()], help="begin a section of the paper")
    parser.add_argument("--id", help="the name of the file (default: made from the title)")
    parser.add_argument("--title", help="the title")
    parser.add_argument("--description", default="", help="one sentence: what the section is about")
    parser.add_argument("--text", type=Path, help="a file that holds the text (Markdown)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the section in the first language, if `check` has nothing against it; the others may follow."""
    from whrin_site.draft.section import section
    from whrin_site.model.ids import ids_of
    from whrin_site.reading import read, sources
    from whrin_site.schema import of_file

    if code := lacks(options, ("title", "text")):
        return code
    files = sources(options.root)
    library = read(files)
    _, says = words_of(options, library)
    title = options.title or ask.line(says("The title."))
    path = f"content/paper/{library.source_language}/{name_of(options, title, says)}.md"
    if not is_free(path, files):
        raise SiteError("There is a file {path} already; give another name with --id.", path=path)
    body = (
        text_from(options.text)
        if options.text
        else ask.text(
            says("The text itself"),
            says("An empty line begins a new paragraph. A line with nothing but a full stop ends the text."),
        )
    )
    schema = of_file("section", ids_of(library))
    text = section(title, options.description, body, library, schema, says)
    return write(options, files, {path: text.encode()})
