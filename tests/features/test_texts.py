"""Texts come out as they were typed, and nothing in them can act."""

import pytest
from kit import build, rendered, section

PAGE = "en/paper/beginning.html"


def page_of(body: str) -> str:
    return build({"content/paper/en/beginning.md": section(body)})[PAGE].decode()


@pytest.mark.parametrize(
    "words",
    [
        "Quotes 'straight' and \"double\" -- and dashes...",
        "‘Curly’ and “double” – as they are",
        "A (c) 2019, 1/2, +49 30 1234, 0701234567",
        "Қазақ, ქართული, العربية, 漢字, 🌿, e\u0301",
    ],
)
def test_words_are_not_changed(words):
    from html import unescape

    assert words in unescape(page_of(words))


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "![x](https://spy.example/pixel.png)",
        "<iframe src=//spy.example></iframe>",
        "<a href='data:text/html,x' onclick='x'>x</a>",
        "<base href='https://spy.example/'>",
        "<meta http-equiv=refresh content='0;url=https://spy.example/'>",
    ],
)
def test_markup_in_a_text_never_acts(hostile):
    files = rendered({"content/paper/en/beginning.md": section(hostile)})
    plain, page = page_of("x"), files[PAGE].decode()

    for tag in ("<script", "<img", "<iframe", "<base", "<meta", "<svg"):
        assert page.count(tag) == plain.count(tag), tag
    assert 'href="javascript' not in page
    assert 'href="data' not in page
    assert 'onerror="' not in page


def test_braces_in_a_text_are_text():
    assert "{{ 7 * 7 }} {% include %}" in page_of("{{ 7 * 7 }} {% include %}")


def test_an_asterisk_with_a_footnote_leads_to_it_and_back():
    files = build(
        {
            "content/paper/en/beginning.md": section("The network (NET)* and others.", footnote="network"),
            "content/paper/en/network.md": section("\\* NET is a network.", title="Network", order="2"),
            "content/paper/ru/network.md": section("\\* NET.", title="Сеть", order="2", status="draft"),
        }
    )
    page = files[PAGE].decode()

    assert 'href="#footnote" role="doc-noteref"' in page
    assert 'id="footnote"' in page
    assert "* NET is a network." in page
    assert 'href="#footnote-mark" role="doc-backlink"' in page
    assert 'href="#network" role="doc-noteref"' in files["en/paper/index.html"].decode()


def test_a_paragraph_in_another_language_is_marked_and_rendered_beside():
    body = "First.\n\nСлова источника.\n\nLast."
    passages = "[{starts: Слова, language: ru, status: source, rendering: Words of the source.}]"
    page = build({"content/paper/en/beginning.md": section(body, passages=passages)})[PAGE].decode()

    assert (
        '<div class="block" data-role="passage" lang="ru" dir="ltr" translate="no">\n<p>Слова источника.</p>'
        in page
    )
    assert "Our rendering of the Russian paragraph; not part of the source" in page
    assert (
        page.index("First.") < page.index("Слова") < page.index("Words of the source.") < page.index("Last.")
    )


def test_a_mark_at_the_beginning_of_a_passage_leaves_the_passage_as_it_is():
    notes = "A1: {actions: [S], on: [beginning], lines: [1], sic: true, after: {en: Сло}}\n"
    passages = "[{starts: Слова, language: ru, content_notes: [violence]}]"
    page = build(
        {
            "content/notes/notes.yaml": notes,
            "content/vocabulary/content-notes.yaml": "violence: {label: {en: violence, ru: насилие}}\n",
            "content/paper/en/beginning.md": section("Слова источника.", passages=passages, notes="[A1]"),
        }
    )[PAGE].decode()

    assert 'data-role="passage" lang="ru"' in page
    assert "Content warning" in page


def test_marks_that_overlap_are_all_there():
    notes = "".join(
        f"{name}: {{actions: [S], on: [beginning], lines: [1], sic: true, after: {{en: {words}}}}}\n"
        for name, words in (("A1", "Words"), ("A2", "Words of"))
    )
    files = {
        "content/notes/notes.yaml": notes,
        "content/paper/en/beginning.md": section(notes="[A1, A2]"),
    }

    assert build(files)[PAGE].decode().count("(so in the source)") == 2
