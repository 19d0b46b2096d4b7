"""Several mistakes, and those with consequences elsewhere: still one message for each."""

from kit import BLOCK, HOUSE, VOCABULARY, case, problems, section, words


def test_a_good_case_study_has_no_problems():
    assert problems({HOUSE: BLOCK}) == []


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


def test_a_file_in_another_encoding_is_named_with_the_place_of_its_first_wrong_byte():
    from kit import tree

    from whrin_site.reading import examine

    files = tree() | {HOUSE: BLOCK.replace("Дом", "Дом", 1).encode("cp1251", "replace")}

    assert [str(problem) for problem in examine(files) if problem.severity == "error"] == [
        f"{HOUSE}:20:11: error: this file seems to be saved as Windows-1251; save it again with the encoding “UTF-8” [encoding]"
    ]


def test_a_note_needs_its_words_in_the_text():
    note = "A1: {actions: [S], on: [beginning], lines: [1], sic: true, after: {en: no such words}}\n"

    assert problems({"content/notes/notes.yaml": note}) == [
        "content/notes/notes.yaml:1:72: error: these words stand 0 times in the texts of this note; "
        "the mark needs exactly one place [note-anchor]"
    ]


def test_a_file_in_a_folder_too_many_is_not_told_to_change_its_name():
    path = "content/case-studies/canada/house.yaml"

    assert problems({path: BLOCK}) == [
        f"{path}:1:1: error: files here stand in no folder of their own; "
        "move it to content/case-studies/house.yaml [unexpected-file]"
    ]


def test_of_many_uses_of_an_unknown_word_every_file_is_named():
    text = BLOCK.replace("id: naloxone", "id: nalokson")
    paths = [f"content/case-studies/inn-{number}.yaml" for number in range(20)]

    found = problems(dict.fromkeys(paths, text))

    assert [path for path in paths if not any(f"{path}:8:9" in line for line in found)] == []
    assert len(found) == 4


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
