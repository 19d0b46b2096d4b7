"""The command `pack`: make the site, and from it every form that people take along."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from whrin_site.cli.codes import CANNOT, OK, PROBLEMS
from whrin_site.cli.options import Commands, commit_of, out_folder, placed, shared, traced
from whrin_site.cli.voice import progress, show, sum_up, voice


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "pack", parents=[shared(), placed(), traced()], help="make what people take along"
    )
    parser.add_argument("editions", nargs="*", metavar="EDITION", help="only these, for example: usb")
    parser.add_argument(
        "--to",
        type=Path,
        help="the folder for the editions (default: _packs in the root); with usb: the stick to copy onto",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Publish the site as `build` does, then write each edition into a folder of its own."""
    from whrin_site.model.problems import SiteError
    from whrin_site.pack import EDITIONS, usb
    from whrin_site.pipeline import build, material, pack, sources
    from whrin_site.write import write

    names = {edition.NAME for edition in EDITIONS}
    if unknown := [name for name in options.editions if name not in names]:
        raise SiteError(f"There is no edition “{unknown[0]}”; there are: {', '.join(sorted(names))}.")
    wanted = [edition for edition in EDITIONS if edition.NAME in (options.editions or names)]
    missing = [said for edition in wanted if (said := edition.missing())]
    say, report = voice(options), progress(options)
    files, out, packs = sources(options.root), out_folder(options), options.to or options.root / "_packs"
    built = build(files, not options.no_index, report, commit_of(options))
    if built.failed:
        report("")
        show(built.problems)
        sum_up(built.problems)
        print(f"Nothing was published; {out} and {packs} are as they were.", file=sys.stderr)
        return PROBLEMS
    if options.to and options.editions == [usb.NAME]:
        return _onto_stick(options, usb.carried(material(built, files)))
    able = [edition for edition in wanted if not edition.missing()]
    made = list(pack(material(built, files), able, report))
    report("Writing the site and its editions")
    write(built.files, out)
    for name, edition in made:
        write(edition, packs / name)
    report("")
    for name, edition in made:
        for file, data in edition.items():
            say(f"{len(data):10,d} B  {packs / name / file}")
    for said in missing:
        print(said, file=sys.stderr)
    return CANNOT if missing else OK


def _onto_stick(options: argparse.Namespace, files: Mapping[str, bytes]) -> int:
    from whrin_site.carry import carry

    say, report = voice(options), progress(options)
    done = carry(files, options.to, report)
    report("")
    say(f"{done.copied} files copied, {done.kept} were there already, {done.removed} old ones removed.")
    say(f"All {len(files)} files on {options.to} were read back and are whole. You can take it out.")
    return OK
