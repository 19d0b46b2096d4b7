"""The interface words: messages come and go, all else stays as it is typed; gaps are told with their line."""

import subprocess
import sys
from pathlib import Path

import pytest
from kit import ROOT, SITE, build, problems, tree

from whrin_site.reading import examine
from whrin_site.tools.pomerge import Wanted, merged

PO = r"""# Words of ours.
msgid ""
msgstr ""
"Language: ru\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && n%100!=12 ? 1 : 2);\n"

# A remark of a translator.
#. The name of the menu.
#: templates/old.html
msgid ""
"Main "
"menu"
msgstr "Меню"

#: templates/base.html
msgid "Clear all filters"
msgstr "Сбросить все фильтры"
"""
MENU = Wanted("Main menu", None, ("templates/base.html",), ())
FILTERS = Wanted("Clear all filters", None, ("templates/base.html",), ())
RUSSIAN = (ROOT / "content/words/ru.po").read_text(encoding="utf-8")
MISTAKES = "content/words/ru.po"


def test_what_still_holds_stays_as_it_is_typed_and_only_its_places_follow():
    assert merged(PO, (MENU, FILTERS), "ru", {}) == PO.replace("old.html", "base.html")


def test_a_new_message_follows_its_neighbour_with_what_translators_should_know():
    new = Wanted("Search", None, ("templates/a.html", "templates/b.html"), ())
    made = merged(PO, (MENU, new, FILTERS), "ru", {"Search": ("A button.",)})

    assert made.split("\n\n")[2] == (
        '#. A button.\n#: templates/a.html\n#: templates/b.html\nmsgid "Search"\nmsgstr ""'
    )


def test_a_message_that_changed_a_little_keeps_its_words_as_a_guess():
    new = Wanted("Clear all the filters", None, ("templates/base.html",), ())
    made = merged(PO, (MENU, new), "ru", {})

    assert made.split("\n\n")[2] == (
        '#: templates/base.html\n#, fuzzy\n#| msgid "Clear all filters"\n'
        'msgid "Clear all the filters"\nmsgstr "Сбросить все фильтры"\n'
    )


def test_a_message_that_counts_has_all_forms_of_its_language():
    new = Wanted("{n} case", "{n} cases", ("templates/base.html",), ())

    assert merged(PO, (new,), "ru", {}).count("msgstr[") == 3
    assert merged("", (new,), "ar", {}).count("msgstr[") == 6


def test_what_no_page_says_any_more_is_dropped():
    assert "Main" not in merged(PO, (FILTERS,), "ru", {})


@pytest.mark.parametrize("text", ['msgid "a', PO.replace("\n\n#: templates/base", "\n#: templates/base")])
def test_a_file_that_cannot_be_read_is_left_alone(text):
    with pytest.raises(ValueError, match=r"."):
        merged(text, (MENU,), "ru", {})


def run(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-m", "whrin_site", "words", "--root", root]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_one_command_begins_a_language_and_finds_nothing_to_do_the_second_time(tmp_path):
    site = SITE.replace("  - {id: ru}\n", "  - {id: ru}\n  - {id: es, partial: true}\n")
    for path, data in tree({"content/site.yaml": site}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    first, second = run(tmp_path), run(tmp_path)
    spanish = (tmp_path / "content/words/es.po").read_text(encoding="utf-8")

    assert "Wrote content/words/es.po." in first.stdout
    assert "Wrote" not in second.stdout
    assert (first.returncode, second.returncode) == (0, 0)
    assert "#. Name of the menu, read out by screen readers." in spanish
    assert spanish.count("\nmsgid ") == RUSSIAN.count("\nmsgid ")
    assert build({"content/site.yaml": site, "content/words/es.po": spanish})["es/index.html"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('msgstr "Главное меню"', 'msgstr ""', "untranslated-words"),
        ('msgid "Main menu"', '#, fuzzy\nmsgid "Main menu"', "fuzzy-words"),
    ],
)
def test_what_is_missing_or_guessed_is_told_with_its_line(old, new, code):
    text = RUSSIAN.replace(old, new)
    line = RUSSIAN[: RUSSIAN.index('msgid "Main menu"')].count("\n") + 1
    found = problems({MISTAKES: text})

    assert [problem.split(" ")[0] for problem in found] == [f"{MISTAKES}:{line + new.count('fuzzy')}:1:"]
    assert found[0].endswith(f"[{code}]")


def test_a_message_that_no_file_of_words_has_is_told_by_check():
    whole = tree()
    text = whole[MISTAKES].decode().replace('msgid "Main menu"', 'msgid "Old menu"')

    found = [str(problem) for problem in examine(whole | {MISTAKES: text.encode()})]
    assert [line for line in found if "error" in line] == [
        f"{MISTAKES}:1:1: error: messages that are not in this file: 1, such as “Main menu”; "
        "“words” adds them [untranslated-words]"
    ]


def test_a_missing_plural_form_is_told_with_its_line():
    lines = RUSSIAN.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("msgstr[2]"))
    found = problems({MISTAKES: "\n".join([*lines[:at], 'msgstr[2] ""', *lines[at + 1 :]]) + "\n"})

    assert len(found) == 1
    assert found[0].startswith(f"{MISTAKES}:{at - 3}:1: error: the words for “")
    assert "are missing for some numbers; this language has 3 forms [po-plural]" in found[0]
