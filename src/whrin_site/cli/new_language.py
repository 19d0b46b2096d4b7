"""The command `new language`: name a further language, and begin its interface words."""

import argparse

from whrin_site.cli.beginning import write
from whrin_site.cli.codes import PROBLEMS
from whrin_site.cli.options import Commands, shared
from whrin_site.cli.tongue import translate
from whrin_site.cli.voice import show
from whrin_site.model.problems import SiteError

_SITE = "content/site.yaml"


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("language", parents=[shared()], help="begin a language, such as es or pt-BR")
    parser.add_argument("language", help="its tag (BCP 47), such as es, ar or pt-BR")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add the language to content/site.yaml and write its .po file; what is missing shows the first one."""
    from whrin_site.cli.words import up_to_date
    from whrin_site.draft.language import with_language
    from whrin_site.reading import examine, read, sources
    from whrin_site.schema import schemas
    from whrin_site.tools.textfile import decode, encode_like

    files = sources(options.root)
    if options.language in read(files).languages:
        raise SiteError("{file} names {language} already.", file=_SITE, language=options.language)
    try:
        settings = with_language(decode(files[_SITE])[0], options.language)
    except ValueError as error:
        why = translate(str(error))
        raise SiteError("{file}: {why}; add the language by hand.", file=_SITE, why=why) from error
    changed = {_SITE: encode_like(files[_SITE], settings)}
    wrong = [problem for problem in examine({**files, **changed}) if problem.code == "wrong-language"]
    if wrong:
        show(wrong)
        return PROBLEMS
    words = f"content/words/{options.language}.po"
    changed[words] = up_to_date({**files, **changed})[words]
    if any(path.startswith("content/schema/") for path in files):
        changed |= schemas(read({**files, **changed}))
    return write(options, files, {path: data for path, data in changed.items() if files.get(path) != data})
