"""The command `pack`: make the site, and from it every form that people take along."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from whrin_site.cli.codes import CANNOT, OK, PROBLEMS
from whrin_site.cli.options import Commands, commit_of, out_folder, placed, shared, traced
from whrin_site.cli.tongue import translate
from whrin_site.cli.voice import aloud, progress, show, sum_up, voice
from whrin_site.model import addresses
from whrin_site.tools.marked import M_

if TYPE_CHECKING:
    from whrin_site.model.problems import Problem
    from whrin_site.pack import Edition


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
    chosen = parser.add_argument_group("what is chosen for the leaflets (everything without it)")
    chosen.add_argument("--country", metavar="ID", help="the case studies of a country, for example: CA")
    chosen.add_argument(
        "--case", metavar="ID", action="append", default=[], help="this case study; may be given again"
    )
    chosen.add_argument("--language", metavar="ID", help="only this language, for example: ru")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Publish the site as `build` does, with the editions it links to; write the others beside it.

    Where only such are named as pages link to, they are written and the site stays as it is.
    """
    wanted = _wanted(options)
    missing = {edition.NAME: said for edition in wanted if (said := edition.missing())}
    able = [edition for edition in wanted if edition.NAME not in missing]
    only_linked = all(edition.LINKED for edition in wanted)
    code = _alone(options, able) if only_linked else _with_site(options, able)
    for said in dict.fromkeys(missing.values()):
        left_out = ", ".join(name for name, other in missing.items() if other == said)
        not_made = translate("So these were not made: {names}.").format(names=left_out)
        aloud(f"{translate(said)} {not_made}", stream=sys.stderr)
    return code or (CANNOT if missing else OK)


def _wanted(options: argparse.Namespace) -> "list[Edition]":
    from whrin_site.model.problems import SiteError
    from whrin_site.pack import EDITIONS

    names = {edition.NAME for edition in EDITIONS}
    if unknown := [name for name in options.editions if name not in names]:
        known = ", ".join(sorted(names))
        raise SiteError("There is no edition “{name}”; there are: {known}.", name=unknown[0], known=known)
    wanted = [edition for edition in EDITIONS if edition.NAME in (options.editions or names)]
    chosen = options.country or options.case or options.language
    if chosen and not all(edition.LINKED for edition in wanted):
        raise SiteError("Say of what this is a choice, for example: pack leaflets --country CA.")
    return wanted


def _with_site(options: argparse.Namespace, editions: "Sequence[Edition]") -> int:
    from whrin_site.pack import usb
    from whrin_site.pipeline import build, material, pack
    from whrin_site.reading import sources
    from whrin_site.write import write

    report = progress(options)
    files, out, packs = sources(options.root), out_folder(options), _packs(options)
    linked = [edition for edition in editions if edition.LINKED]
    built = build(files, not options.no_index, report, commit_of(options), linked)
    if built.failed:
        unchanged = translate("Nothing was published; {out} and {packs} are as they were.")
        return _refused(options, built.problems, unchanged.format(out=out, packs=packs))
    if options.to and usb.NAME in options.editions:
        return _onto_stick(options, usb.carried(material(built, files)))
    made = list(pack(material(built, files), [item for item in editions if not item.LINKED], report))
    report(M_("Writing the site and its editions"))
    write(built.files, out)
    beside = {name: data for name, data in built.files.items() if name.startswith(addresses.EDITIONS)}
    _tell(options, out, beside)
    _keep(options, made)
    return OK


def _alone(options: argparse.Namespace, editions: "Sequence[Edition]") -> int:
    from whrin_site.model.printed import Choice
    from whrin_site.pipeline import build, pack, prints
    from whrin_site.reading import sources

    report, files = progress(options), sources(options.root)
    built = build(files, False, report)
    if built.site is None:
        unchanged = translate("Nothing was published; {out} is as it was.")
        return _refused(options, built.problems, unchanged.format(out=_packs(options)))
    choice = Choice(options.language, options.country, tuple(options.case))
    _keep(options, list(pack(prints(built.site, files, choice), editions, report)))
    return OK


def _keep(options: argparse.Namespace, made: "Sequence[tuple[str, Mapping[str, bytes]]]") -> None:
    from whrin_site.write import write

    for name, files in made:
        write(files, _packs(options) / name)
        _tell(options, _packs(options) / name, files)


def _tell(options: argparse.Namespace, folder: Path, files: Mapping[str, bytes]) -> None:
    progress(options)("")
    for name, data in files.items():
        voice(options)(f"{len(data):10,d} B  {folder / name}")


def _packs(options: argparse.Namespace) -> Path:
    return Path(options.to or options.root / "_packs")


def _refused(options: argparse.Namespace, problems: "Sequence[Problem]", unchanged: str) -> int:
    progress(options)("")
    show(problems)
    sum_up(problems)
    aloud(unchanged, stream=sys.stderr)
    return PROBLEMS


def _onto_stick(options: argparse.Namespace, files: Mapping[str, bytes]) -> int:
    from whrin_site.carry import carry

    say, report = voice(options), progress(options)
    done = carry(files, options.to, report)
    report("")
    told = translate("Files copied: {copied}; there already: {kept}; old ones removed: {removed}.")
    say(told.format(copied=done.copied, kept=done.kept, removed=done.removed))
    told = translate("All files on {to} were read back and are whole ({n}). You can take it out.")
    say(told.format(to=options.to, n=len(files)))
    return OK
