"""The form in real browsers: what is typed comes out as a file that `check` accepts, with the same values."""

import random
import re
import unicodedata
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from kit import SITE, VOCABULARY, build, tree

from whrin_site.check import check
from whrin_site.load import load
from whrin_site.write import write

WITH_REPOSITORY = {
    "content/site.yaml": SITE + "repository: https://github.com/directory/content\n",
    "content/vocabulary/places.yaml": VOCABULARY["places"] + "NO: {label: {en: Norway, ru: Норвегия}}\n",
}
GOOD = {
    "name": "Night Kitchen",
    "heading": "Night Kitchen, Toronto, Canada",
    "body": "We run a centre that is open every night, for women.\n\nNo beds: not one. # yet",
    "summary": "A kitchen: open every night",
    "kind": ["centre", "a centre"],
    "country": ["CA", "Canada"],
    "limits": "No beds\nnot one",
}

# Fills the form as a person would, without waiting for anything, and asks for the file.
FILL = """async (answers) => {
  const form = document.querySelector(".contribute");
  const one = (path) => form.querySelector(`[data-path="${path}"]`).querySelector("input, select, textarea");
  const put = (input, value) => {
    if (input.type === "checkbox") input.checked = value;
    else input.value = value;
  };
  const tag = (path, [id, quote]) => {
    const choice = one(path);
    const isBox = choice.type === "checkbox";
    const box = isBox && form.querySelector(`[data-path="${path}"] input[value="${id}"]`);
    put(box || choice, box ? true : id);
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    put((box || choice).closest(".picks__item, .field").querySelector("[data-quote-input]"), quote);
  };
  form.reset();
  await new Promise((resolve) => setTimeout(resolve)); // the form empties itself after the event
  put(form.querySelector("[data-kind=language] select"), answers.language || "en");
  for (const key of ["name", "heading", "body", "summary"]) put(one(`words.*.${key}`), answers[key]);
  tag("kind", answers.kind);
  tag("place.country", answers.country);
  for (const path of ["services", "populations", "approaches"]) {
    for (const found of answers[path] || []) tag(path, found);
  }
  for (const path of ["access", "limits", "partners"]) put(one(path), answers[path] || "");
  for (const [path, value] of Object.entries(answers.contact || {})) {
    if (path !== "to") put(one(`contact.${path}`), value);
  }
  for (const to of (answers.contact || {}).to || []) put(form.querySelector(`input[value="${to}"]`), true);
  put(form.querySelector("[data-kind=id] input"), answers.id || "night-kitchen");
  form.querySelector("button[type=submit]").click();
  return {
    made: !form.querySelector(".made").hidden && form.querySelector("[data-file]").value,
    wrong: [...form.querySelectorAll(".wrongs li")].map((item) => item.textContent),
  };
}"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("usb") / "Мой сайт & копия"
    write(build(WITH_REPOSITORY), made)
    return made


@pytest.fixture
def visit(folder, open_once, scheme):
    return open_once(folder, "en/contribute.html", scheme)


def read(files: dict[str, str]) -> tuple[dict, list[str]]:
    """Return the case studies that these files hold, and the errors that `check` finds."""
    library, problems = load(tree(WITH_REPOSITORY | files))
    problems += check(library)
    return library.cases, [str(problem) for problem in problems if problem.severity == "error"]


MANY = 120

# What YAML, HTML and Markdown trip over, and what people type.
PIECES = (
    *(
        "NO",
        "yes",
        "null",
        "~",
        "true",
        "12",
        "012",
        "1.10",
        "1e3",
        "0x1F",
        "12:30",
        "2019-12-10",
        ".inf",
        "=",
        "<<",
    ),
    *(
        ": ",
        " #",
        "- ",
        "? ",
        "'",
        '"',
        "\\",
        "\\n",
        "{",
        "}",
        "[",
        "]",
        "&a",
        "*b",
        "!c",
        "|",
        ">",
        "%",
        "@",
        "`",
        ",",
    ),
    *("---", "...", "a:b", "http://a.b/c#d", "\t", "  ", "\u00a0", "\u2009", "…", "«", "»", "— ", "№", "’"),
    *(
        "Zoë",
        "e\u0301",
        "ﬁ",
        "ß",
        "İ",
        "👩🏽\u200d🍳",
        "𝒜",
        "日本",
        "עברית",
        "عربي",
        "ქართ",
        "Київ",
        "дом",
        "a\u0300\u0323",
    ),
    *(
        "\u200b",
        "\u2028",
        "\ufeff",
        "\u202e",
        "\u0085",
        "\x07",
        "\ud800",
        "\ufffe",
        "<b>",
        "<3",
        "![x](y)",
        "# x",
    ),
)


def words(random: random.Random, longest: int, nasty: float, breaks: bool = False) -> str:
    """Return some words, with pieces among them that something could trip over."""
    found = [
        random.choice(PIECES) if random.random() < nasty else random.choice(("we", "cook", "Every", "night"))
        for _ in range(random.randint(1, longest))
    ]
    joints = (" ", " ", " ", "", "\n", "\n\n", "\n  ", "\n \n") if breaks else (" ", " ", "")
    return "".join(word + random.choice(joints) for word in found)[:300]


def answers(random: random.Random) -> dict:
    """Return what somebody could type, most of it fit to be accepted."""
    nasty = random.choice((0.05, 0.15, 0.4))
    body = words(random, 25, nasty, breaks=True)
    lines = [line.strip() for line in body.split("\n") if line.strip()] or ["night"]
    pick = lambda: random.choice(lines)  # noqa: E731 - so short that a name would be longer
    given = {
        "name": words(random, 3, nasty)[:60],
        "heading": words(random, 5, nasty)[:90],
        "body": body,
        "summary": words(random, 8, nasty),
        "kind": ["centre", pick()],
        "country": [random.choice(("CA", "NO", "SE")), pick()],
        "services": [["naloxone", pick()]] if random.random() < 0.5 else [],
        "populations": [["women", pick()]] if random.random() < 0.5 else [],
        "access": "\n".join(lines[: random.randint(0, 2)]),
        "partners": pick() if random.random() < 0.3 else "",
    }
    if random.random() < 0.4:
        to = ["web", "usb", "print"]
        given["contact"] = {
            "email": "night@kitchen.example",
            "person": words(random, 2, nasty),
            "consent.by": words(random, 3, nasty),
            "consent.on": "2026-11-01",
            "to": to if random.random() < 0.8 else to[:2],
        }
    return given


def strip(text: str) -> str:
    """Return the text as the form trims it: JavaScript takes U+FEFF for a blank as well, and others not."""
    return re.sub(r"^[\s\ufeff]+|[\s\ufeff]+$", "", text)


def test_whatever_is_typed_comes_back_from_the_file_or_is_refused(visit):
    numbers = random.Random(2019)
    given = [answers(numbers) for _ in range(MANY)]
    results = [visit.page.evaluate(FILL, one) for one in given]
    accepted = [(one, result["made"]) for one, result in zip(given, results, strict=True) if result["made"]]

    cases, errors = read({f"content/case-studies/c{n}.yaml": text for n, (_, text) in enumerate(accepted)})

    assert errors == []
    assert len(accepted) > MANY / 3
    assert len(accepted) < len(given)
    for number, (one, _) in enumerate(accepted):
        record = cases[f"c{number}"].record
        found = record.words["en"]
        lines = [strip(line) for line in one["access"].split("\n") if strip(line)]
        assert [found.name, found.heading, found.summary] == [
            strip(one[key]) for key in ("name", "heading", "summary")
        ]
        assert found.body == strip(one["body"]) + "\n"
        assert [record.kind.id, record.kind.quote] == [one["kind"][0], strip(one["kind"][1])]
        assert record.place.country.id == one["country"][0]
        assert [(tag.id, tag.quote) for tag in record.services] == [
            (name, strip(quote)) for name, quote in one["services"]
        ]
        assert [statement.words["en"] for statement in record.access] == lines
        assert len(record.contacts) == (len(one.get("contact", {}).get("to", ())) == 3)
        for contact in record.contacts:
            assert contact.person in (None, strip(one["contact"]["person"]))
            assert contact.consent.by == strip(one["contact"]["consent.by"])
    assert visit.messages == []


def test_a_good_answer_gives_the_file_that_an_editor_would_write(visit):
    assert visit.page.evaluate(FILL, GOOD)["made"] == (
        "# yaml-language-server: $schema=../schema/case-study.schema.json\n"
        "order: 2\n"
        "kind:\n  id: centre\n  quote: a centre\n"
        "place:\n  country:\n    id: CA\n    quote: Canada\n"
        "to_translate:\n  - ru\n"
        "origin: contributed\n"
        "limits:\n  - words:\n      en: No beds\n  - words:\n      en: not one\n"
        "words:\n  en:\n    status: source\n    method: human\n"
        "    name: Night Kitchen\n    heading: Night Kitchen, Toronto, Canada\n"
        "    body: |\n"
        "      We run a centre that is open every night, for women.\n"
        "\n"
        "      No beds: not one. # yet\n"
        "    summary: 'A kitchen: open every night'\n"
    )


def test_russian_words_and_norway_stay_what_they_are(visit):
    typed = GOOD | {
        "language": "ru",
        "name": "Ночная кухня",
        "heading": "Ночная кухня, Осло, Норвегия",
        "body": "Каждую ночь: центр для женщин.",
        "summary": "Кухня.",
        "kind": ["centre", "центр"],
        "country": ["NO", "Норвегия"],
        "limits": "",
    }
    made = visit.page.evaluate(FILL, typed)["made"]
    cases, errors = read({"content/case-studies/kitchen.yaml": made})

    assert errors == []
    assert "id: 'NO'" in made
    assert cases["kitchen"].record.words["ru"].name == "Ночная кухня"
    assert cases["kitchen"].record.to_translate == ("en",)


def test_a_contact_without_consent_to_all_forms_stays_out_of_the_file(visit):
    contact = {"email": "a@b.example", "consent.by": "the coordinator", "consent.on": "2026-11-01"}
    without = visit.page.evaluate(FILL, GOOD | {"contact": contact | {"to": ["web"]}})["made"]
    note = visit.page.locator("[data-left-out]").is_visible()
    with_all = visit.page.evaluate(FILL, GOOD | {"contact": contact | {"to": ["web", "usb", "print"]}})[
        "made"
    ]

    assert "a@b.example" not in without
    assert note
    assert "consent:\n      by: the coordinator\n      'on': 2026-11-01\n" in with_all
    assert read({"content/case-studies/kitchen.yaml": with_all})[1] == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"name": ""}, "What is it called?: Please fill this in."),
        ({"body": "Nothing"}, "These words are not in the heading or the text."),
        ({"kind": ["centre", "A centre"]}, "These words are not in the heading or the text."),
        ({"kind": ["centre", ""]}, "Please fill this in."),
        ({"summary": "a\u202eb"}, "There is a character here that nobody can see."),
        ({"summary": "a" * 2001}, "This is too long. Characters too many: "),
        ({"summary": "<b>bold</b>"}, "Please write this in plain words, without: <b>"),
        ({"summary": "Kiтchen"}, "“Kiтchen” mixes Latin and Cyrillic letters."),
        ({"summary": "Кухня для всех"}, "This is not in the letters of the language"),
        ({"id": "Night Kitchen"}, "Only the letters a–z"),
        ({"id": "house"}, "This name is taken."),
        ({"id": "con"}, "This name is taken."),
        ({"contact": {"email": "a@b"}}, "This is no e-mail address"),
        ({"contact": {"web": "b.example"}}, "This is no web address"),
        ({"contact": {"consent.on": "2999-01-01"}}, "This day is still to come."),
    ],
)
def test_what_check_would_refuse_is_said_beside_its_field_and_no_file_is_made(visit, change, wrong):
    result = visit.page.evaluate(FILL, GOOD | change)

    assert result["made"] is False
    assert wrong in " ".join(result["wrong"])
    assert visit.page.evaluate("document.activeElement.className").startswith("wrongs")
    place = visit.page.locator("[aria-invalid=true]").first
    told = place.get_attribute("aria-describedby").split()[-1]
    assert visit.page.locator(f"[id='{told}']").is_visible()


def saved(page, downloads: Path) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that the page saves."""
    if page.context.browser.browser_type.name == "chromium":
        with page.expect_download() as download:
            page.click("[data-download]")
        return download.value.suggested_filename, download.value.path().read_bytes()
    page.click("[data-download]")
    for _ in range(200):  # until it is there, and whole
        found = [path for path in downloads.rglob("*.yaml") if path.stat().st_size]
        if found and not list(downloads.rglob("*.part")):
            name, data = found[0].name, found[0].read_bytes()
            found[0].unlink()
            return name, data
        page.wait_for_timeout(50)
    raise AssertionError("nothing was saved")


def test_the_file_can_be_copied_and_saved(visit, downloads):
    page = visit.page
    made = page.evaluate(FILL, GOOD)["made"]
    page.click("[data-copy]")
    said = page.inner_text("[data-said]")
    page.evaluate("""() => {
        const place = document.body.appendChild(document.createElement("textarea"));
        place.id = "pasted";
        place.focus();
    }""")
    page.keyboard.press("Control+V")
    pasted = page.input_value("#pasted")
    page.evaluate("document.getElementById('pasted').remove()")
    assert said == "Copied."
    assert pasted == made
    assert saved(page, downloads) == ("night-kitchen.yaml", made.encode())


def test_the_link_to_the_web_editor_carries_the_file_unless_it_is_too_long(visit):
    link = visit.page.locator("[data-open]")
    made = visit.page.evaluate(FILL, GOOD)["made"]
    address = urlsplit(link.get_attribute("href"))
    sent = parse_qs(address.query, keep_blank_values=True)
    visit.page.evaluate(FILL, GOOD | {"body": GOOD["body"] + "\n" + "night " * 2000})
    long = link.get_attribute("href")

    assert address.geturl().startswith("https://github.com/directory/content/new/main/content/case-studies?")
    assert sent == {"filename": ["night-kitchen.yaml"], "value": [made]}
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert long.endswith("?filename=night-kitchen.yaml")
    assert visit.page.locator("[data-too-long]").is_visible()


def test_the_preview_shows_words_and_never_markup(visit):
    visit.page.evaluate(FILL, GOOD | {"name": "A & B &lt;i&gt;"})
    visit.page.evaluate(FILL, GOOD | {"heading": "Fish & chips &amp; more, Canada"})

    assert visit.page.inner_text(".preview h3") == "Fish & chips &amp; more, Canada"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Night Kitchen", "night-kitchen"),
        ("Ночная кухня «Щи»", "nochnaya-kukhnya-shchi"),
        ("Café Zoë’s — 24/7", "cafe-zoes-24-7"),
        ("Клуб «Еней»", "klub-eney"),
        ("日本", ""),
    ],
)
def test_the_name_of_the_file_is_proposed_from_the_title(visit, title, name):
    visit.page.evaluate("document.querySelector('.contribute').reset()")
    visit.page.fill("#f-words-name", title)

    assert visit.page.input_value("#f-id") == name


def test_nothing_that_is_typed_leaves_the_page_or_stays(folder, open_site, scheme):
    visit = open_site(folder, "en/contribute.html", scheme)
    visit.page.evaluate(FILL, GOOD)
    kept = visit.page.evaluate("[document.cookie, localStorage.length, sessionStorage.length, location.href]")
    named = visit.page.locator(".contribute [name]").count()
    visit.page.reload()

    assert kept == ["", 0, 0, visit.base + "en/contribute.html"]
    assert named == 0
    assert visit.foreign_hosts() == set()
    assert visit.page.input_value("#f-words-name") == ""


def test_the_form_fits_a_small_phone_and_its_targets_a_thumb(folder, open_site):
    page = open_site(folder, "ru/contribute.html", "http").page
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(FILL, GOOD)
    small = """[...document.querySelectorAll("form button, form select, form input, .pick")]
        .filter((one) => one.offsetParent && one.type !== "checkbox")
        .map((one) => one.getBoundingClientRect().height).filter((height) => height < 44)"""

    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert page.evaluate(small) == []


def test_the_texts_of_the_generator_are_as_odd_as_they_should_be():
    """Else the property above would hold of tame inputs only."""
    numbers = random.Random(2019)
    typed = "".join(answers(numbers)["body"] for _ in range(MANY))

    assert all(piece in typed for piece in ("NO", ": ", " #", "\u2028", "\ud800", "👩🏽", "עברית"))
    assert typed != unicodedata.normalize("NFC", typed)
