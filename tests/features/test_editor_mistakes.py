"""Every mistake is one message, at the place where it has to be mended."""

import pytest
from kit import BLOCK, HOUSE, REAL_CONTENT, SITE, VOCABULARY, case, problems, section, words

RUSSIAN = (REAL_CONTENT / "words/ru.po").read_text(encoding="utf-8")
LINE_OF_DATE = RUSSIAN[: RUSSIAN.index('msgid "Confirmed on {date}."')].count("\n") + 1


def test_a_good_case_study_has_no_problems():
    assert problems({HOUSE: BLOCK}) == []


@pytest.mark.parametrize(
    ("found", "put", "message"),
    [
        pytest.param(
            'summary: "A house."',
            'summary: "A house.',
            f"{HOUSE}:15:14: error: this quotation mark is never closed [yaml-unclosed-quote]",
            id="closing-quote",
        ),
        pytest.param(
            "  quote: a centre\n",
            "",
            f"{HOUSE}:2:1: error: the key “quote” is missing here [missing-key]",
            id="required-key",
        ),
        pytest.param(
            "order: 1\n",
            "",
            f"{HOUSE}:1:1: error: the key “order” is missing here [missing-key]",
            id="first-key",
        ),
        pytest.param(
            "id: naloxone",
            "id: nalokson",
            f"{HOUSE}:8:9: error: no service is called “nalokson”; did you mean “naloxone”? [unknown-service]",
            id="service",
        ),
        pytest.param(
            "id: centre",
            "id: center",
            f"{HOUSE}:3:7: error: no kind is called “center”; did you mean “centre”? [unknown-kind]",
            id="kind",
        ),
        pytest.param(
            "id: CA",
            "id: KA",
            f"{HOUSE}:6:17: error: no country is called “KA” in content/vocabulary/places.yaml; "
            "did you mean “CA”? [unknown-country]",
            id="country",
        ),
        pytest.param(
            '    summary: "Дом."\n',
            "",
            f"{HOUSE}:18:3: error: the key “summary” is missing here [missing-key]",
            id="translated-summary",
        ),
        pytest.param(
            "status: draft",
            "status: drafty",
            f"{HOUSE}:19:13: error: “drafty” is none of: source, published-translation, draft, reviewed, approved; "
            "did you mean “draft”? [unknown-value]",
            id="status",
        ),
        pytest.param(
            "services:",
            "servces:",
            f"{HOUSE}:7:1: error: there is no key “servces” here; did you mean “services”? [unknown-key]",
            id="misspelt-key",
        ),
        pytest.param(
            "order: 1",
            "order: 1\norder: 2",
            f"{HOUSE}:2:1: error: “order” is here twice (first in line 1); keep one of them [duplicate-key]",
            id="key-twice",
        ),
        pytest.param(
            "quote: naloxone",
            "quote: naloxon",
            f"{HOUSE}:9:12: error: these words are not in the “en” text: “needles” [quote-not-found]",
            id="quote",
        ),
        pytest.param(
            "order: 1",
            "order: first",
            f"{HOUSE}:1:8: error: “first” is no whole number [wrong-number]",
            id="number",
        ),
        pytest.param(
            "order: 1",
            "order: 1\nupdated: 2024-13-45",
            f"{HOUSE}:2:10: error: there is no such day as “2024-13-45” [wrong-date]",
            id="day",
        ),
        pytest.param(
            "order: 1",
            "order: 1\nupdated: 5 May",
            f"{HOUSE}:2:10: error: “5 May” is no date; write it as year-month-day, for example 2019-12-10 [wrong-date]",
            id="date",
        ),
        pytest.param(
            "  - id: naloxone\n    quote: naloxone\n",
            "  - id: naloxone\n    quote: naloxone\n  - id: naloxone\n    quote: naloxone\n",
            f"{HOUSE}:10:9: error: “naloxone” is in this list twice [repeated-id]",
            id="id-twice",
        ),
        pytest.param(
            "  id: centre",
            "\tid: centre",
            f"{HOUSE}:3:1: error: a tab stands here; indent with spaces [yaml-tab]",
            id="tab",
        ),
        pytest.param(
            "heading: House, Canada",
            "heading: House: Canada",
            f"{HOUSE}:14:19: error: a colon followed by a blank stands inside this value, or the line is indented "
            "too far; put the value in quotation marks [yaml-colon]",
            id="colon",
        ),
        pytest.param(
            "name: House",
            "name: *House",
            f"{HOUSE}:13:11: error: a value cannot begin with “*”; put it in quotation marks [yaml-alias]",
            id="alias",
        ),
        pytest.param(
            "name: House",
            "name:",
            f"{HOUSE}:13:10: error: this value is empty; fill it in, or remove the line [empty-value]",
            id="empty",
        ),
        pytest.param(
            "name: House",
            "name: !!python/name:os.system House",
            f"{HOUSE}:13:11: error: “tag:yaml.org,2002:python/name:os.system” is a YAML tag; "
            "write the value without it [yaml-tag]",
            id="tag",
        ),
        pytest.param(
            "services:\n  - id: naloxone\n    quote: naloxone\n",
            "services: naloxone\n",
            f"{HOUSE}:7:11: error: “services” must be a list: one line for each item, beginning with “- ” [wrong-type]",
            id="no-list",
        ),
    ],
)
def test_a_mistake_in_a_case_study_is_one_message(found, put, message):
    assert found in BLOCK
    text = BLOCK.replace(found, put, 1).replace("quote: naloxon\n", "quote: needles\n")

    assert problems({HOUSE: text}) == [message]


def test_a_missing_translation_of_a_label_is_one_message():
    vocabulary = VOCABULARY["kinds"].replace(", ru: Центр", "")

    assert problems({"content/vocabulary/kinds.yaml": vocabulary}) == [
        "content/vocabulary/kinds.yaml:1:10: error: the words in “ru” are missing; write them [missing-translation]"
    ]


def test_a_missing_translation_of_a_case_study_is_one_message():
    text = BLOCK[: BLOCK.index("  ru:\n")]

    assert problems({HOUSE: text}) == [
        f"{HOUSE}:10:1: error: the words in “ru” are missing; "
        "write them, or name “ru” under to_translate [missing-translation]"
    ]


def test_a_missing_translation_of_a_section_is_one_message():
    assert problems({"content/paper/ru/beginning.md": ""}) == [
        "content/paper/en/beginning.md:2:1: error: the words in “ru” are missing; "
        "write them, or name “ru” under to_translate [missing-translation]"
    ]


def test_a_translation_that_is_still_wanted_is_a_warning_only():
    text = case(words="{en: " + words() + "}", to_translate="[ru]")

    assert problems({HOUSE: text}) == []
    assert f"{HOUSE}:6:1: warning: this still has to be translated into “ru” [to-translate]" in problems(
        {HOUSE: text}, warnings=True
    )


def test_the_mistakes_of_all_files_come_at_once():
    found = problems(
        {
            HOUSE: BLOCK.replace("id: centre", "id: center"),
            "content/paper/en/beginning.md": section(order="x"),
            "content/vocabulary/services.yaml": VOCABULARY["services"] + "training: {group: health}\n",
        }
    )

    assert [line.split(":")[0] for line in found] == [
        "content/case-studies/house.yaml",
        "content/paper/en/beginning.md",
        "content/vocabulary/services.yaml",
    ]


def test_a_vocabulary_that_cannot_be_read_brings_no_other_messages():
    found = problems(
        {"content/vocabulary/services.yaml": VOCABULARY["services"].replace("label: {", 'label: "{', 1)}
    )

    assert [line.rsplit(" ", 1)[1] for line in found] == ["[yaml-unclosed-quote]"]


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        pytest.param(
            "content/case-studies/old.yml",
            BLOCK,
            "content/case-studies/old.yml:1:1: error: this file has no place here; "
            "look at docs/editing/ for where files go [unexpected-file]",
            id="yml",
        ),
        pytest.param(
            "content/case-studies/My House.yaml",
            BLOCK,
            "content/case-studies/My House.yaml:1:1: error: the file name “My House” may only have the letters a–z, "
            "digits, and single hyphens between them [wrong-name]",
            id="file-name",
        ),
        pytest.param(
            "content/paper/en/beginning.md",
            "Words without front matter",
            "content/paper/en/beginning.md:1:1: error: the first line must be “---”, "
            "followed by the front matter [front-matter]",
            id="no-front-matter",
        ),
        pytest.param(
            "content/paper/en/beginning.md",
            "---\ntitle: Beginning\n",
            "content/paper/en/beginning.md:1:1: error: the front matter is not closed; "
            "put a line “---” after it [front-matter]",
            id="open-front-matter",
        ),
        pytest.param(
            "content/site.yaml",
            SITE.replace("edition: 2026-11-23\n", ""),
            "content/site.yaml:1:1: error: the key “edition” is missing here [missing-key]",
            id="settings",
        ),
        pytest.param(
            "content/paper/fr/beginning.md",
            section(),
            "content/paper/fr/beginning.md:1:1: error: content/site.yaml names no language “fr”, only en, ru [unknown-language]",
            id="language",
        ),
        pytest.param(
            "content/vocabulary/services.yaml",
            VOCABULARY["services"] + "new:\n",
            "content/vocabulary/services.yaml:3:5: error: this value is empty; fill it in, or remove the line [empty-value]",
            id="entry-just-begun",
        ),
        pytest.param(
            "content/vocabulary/services.yaml",
            VOCABULARY["services"] + "new: text\n",
            "content/vocabulary/services.yaml:3:6: error: “new” must have keys of its own below it [wrong-type]",
            id="entry-of-one-word",
        ),
        pytest.param(
            "content/vocabulary/kinds.yaml",
            "centre: {label: {}}\n",
            "content/vocabulary/kinds.yaml:1:17: error: “label” is empty; fill it in, or remove it [empty-value]",
            id="no-words-at-all",
        ),
        pytest.param(
            "content/vocabulary/kinds.yaml",
            "",
            "content/vocabulary/kinds.yaml:1:1: error: this file is missing or empty; case studies refer to it [no-file]",
            id="no-vocabulary",
        ),
        pytest.param(
            "content/site.yaml",
            SITE.replace("{id: ru}", "{id: ru}\n  - {id: xx, partial: true}"),
            "content/site.yaml:7:10: error: “xx” is no language tag that is known here; write for example "
            "en, ru or pt-BR [wrong-language]",
            id="no-language",
        ),
        pytest.param(
            "content/site.yaml",
            SITE.replace("{id: ru}", "{id: ru}\n  - {id: ru}"),
            "content/site.yaml:7:10: error: “ru” is in this list twice [repeated-id]",
            id="language-twice",
        ),
        pytest.param(
            "content/site.yaml",
            SITE.replace("  - {id: ru}\n", ""),
            "content/words/ru.po:1:1: error: content/site.yaml names no language “ru”, only en [unknown-language]",
            id="language-taken-away",
        ),
        pytest.param(
            "content/site.yaml",
            SITE.replace("{id: ru}", "{id: ru}\n  - {id: uk}"),
            "content/site.yaml:5:3: error: the interface words of “uk” are missing: there is no content/words/uk.po [no-words]",
            id="language-begun",
        ),
        pytest.param(
            "content/paper/ru/beginning.md",
            section("Слова.", title="Начало"),
            "content/paper/ru/beginning.md:4:9: error: a translation cannot be the source; "
            "write draft, reviewed or approved [translation-as-source]",
            id="translation-as-source",
        ),
        pytest.param(
            "content/paper/en/beginning.md",
            section("Words\x07 of the paper."),
            "content/paper/en/beginning.md:7:6: error: an invisible control character stands here; delete it [control-character]",
            id="control-character",
        ),
        pytest.param(
            "content/pages/en/search.md",
            section(to_translate="[ru]"),
            "content/pages/en/search.md:1:1: error: the file name “search” is taken; choose another [reserved-name]",
            id="page-of-the-program",
        ),
        pytest.param(
            "content/vocabulary/places.yaml",
            VOCABULARY["places"] + "ottawa: {label: {en: Ottawa, ru: Оттава}}\n",
            "content/vocabulary/places.yaml:3:1: error: “ottawa” must say in which country it is: "
            "“country:” and its two capital letters [no-country]",
            id="place-without-country",
        ),
        pytest.param(
            "content/words/ru.po",
            RUSSIAN.replace('"Подтверждено {date}"', '"Подтверждено {day}"'),
            f"content/words/ru.po:{LINE_OF_DATE}:1: error: the words for “Confirmed on {{date}}.” need the same {{names}} "
            "in braces, and no other braces [po-placeholder]",
            id="placeholder",
        ),
        pytest.param(
            "content/notes/notes.yaml",
            "A1: {actions: [V], on: [house], lines: [1], warn: true}\n",
            "content/notes/notes.yaml:1:51: error: a note that warns needs a “text” to warn with [no-text]",
            id="warning-without-words",
        ),
        pytest.param(
            "content/site.yaml",
            SITE.replace("https://paper.example.org/text", "javascript:alert(1)"),
            "content/site.yaml:12:15: error: “javascript:alert(1)” is no web address; it must begin with "
            "https:// or http:// [wrong-web-address]",
            id="source-of-the-paper",
        ),
        pytest.param(
            "content/site.yaml",
            SITE + "report_to: nobody\n",
            "content/site.yaml:13:12: error: “nobody” is no e-mail address [wrong-email]",
            id="mailbox-for-mistakes",
        ),
        pytest.param(
            "content/site.yaml",
            SITE + "base_url: https://directory.example/?x\n",
            "content/site.yaml:13:11: error: the address of the site ends with its folder; “?” and “#” cannot "
            "stand in it [wrong-web-address]",
            id="address-of-the-site",
        ),
    ],
)
def test_a_mistake_in_a_file_is_one_message(path, text, message):
    assert problems({path: text}) == [message]


def test_a_file_in_another_encoding_is_named_with_the_place_of_its_first_wrong_byte():
    from kit import tree

    from whrin_site.pipeline import examine

    files = tree() | {HOUSE: BLOCK.replace("Дом", "Дом", 1).encode("cp1251", "replace")}

    assert [str(problem) for problem in examine(files) if problem.severity == "error"] == [
        f"{HOUSE}:20:11: error: this file is not saved as UTF-8; save it again with the encoding “UTF-8” [encoding]"
    ]


def test_a_note_needs_its_words_in_the_text():
    note = "A1: {actions: [S], on: [beginning], lines: [1], sic: true, after: {en: no such words}}\n"

    assert problems({"content/notes/notes.yaml": note}) == [
        "content/notes/notes.yaml:1:72: error: these words stand 0 times in the texts of this note; "
        "the mark needs exactly one place [note-anchor]"
    ]


def test_an_entry_taken_out_of_the_vocabulary_is_one_message_with_all_its_uses():
    services = VOCABULARY["services"].replace("naloxone: {group", "nothing: {group")
    files = {
        "content/vocabulary/services.yaml": services,
        HOUSE: BLOCK,
        "content/case-studies/inn.yaml": BLOCK,
    }

    assert problems(files) == [
        "content/case-studies/house.yaml:8:9: error: no service is called “naloxone” "
        "(also used at content/case-studies/inn.yaml:8:9) [unknown-service]"
    ]
