"""The command `schema`: write the JSON Schemas by which programs of editors complete and check."""

import argparse

from whrin_site.cli.codes import OK, PROBLEMS
from whrin_site.cli.options import Commands, shared
from whrin_site.cli.tongue import translate
from whrin_site.cli.voice import show, voice


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("schema", parents=[shared()], help="write content/schema/ anew")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write each schema that is not as the records and the vocabulary would have it."""
    from whrin_site.load import load
    from whrin_site.reading import sources
    from whrin_site.schema import schemas
    from whrin_site.tools.disk import put

    files = sources(options.root)
    library, problems = load(files)
    if library is None or problems:  # what could not be read would be missing from the schemas
        show(problems)
        return PROBLEMS
    for path, data in schemas(library).items():
        if files.get(path) != data:
            put(options.root / path, data)
            voice(options)(translate("Wrote {path}.").format(path=path))
    return OK
