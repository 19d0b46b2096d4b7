"""Pictures among the content: small, with words, and without what a camera knows."""

import struct
import zlib
from io import BytesIO

import pytest
from kit import case, section, tree, words
from PIL import Image, ImageFile

from whrin_site.pipeline import build

SECTION, PICTURE = "content/paper/en/beginning.md", "content/images/house.jpg"
PAGE, PUBLISHED = "en/paper/beginning.html", "assets/images/house-jpg.jpg"
SHOWN = {SECTION: section("Before.\n\n![The house at night](images/house.jpg)\n\nAfter.")}


def photo(size=(1200, 800), place=False, turned=1, kind="JPEG", **more: object) -> bytes:
    image = Image.radial_gradient("L").resize(size).convert("RGB")
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = "CameraMaker", "Jane Photographer", turned
    if place:
        exif.get_ifd(0x8825)[1] = "N"
        exif.get_ifd(0x8825)[2] = (43.0, 39.0, 0.0)
    out = BytesIO()
    image.save(out, kind, exif=exif, **more)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """Return a PNG file of a few bytes that says it is huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


def made(changes=SHOWN, pictures=None):
    given = {PICTURE: photo()} if pictures is None else pictures
    return build(tree(changes) | given, index=False)


def told(changes=SHOWN, pictures=None) -> list[str]:
    found = made(changes, pictures).problems
    return [str(problem) for problem in found if "source-hash" not in problem.code]


def test_a_picture_stands_in_the_text_with_its_words_and_size():
    page = made().files[PAGE].decode()

    assert (
        '<p><img class="picture" src="../../assets/images/house-jpg.jpg" alt="The house at night" '
        'width="720" height="480" loading="lazy"></p>'
    ) in page


def test_a_picture_is_seen_from_every_page_that_shows_it():
    body = '"![The house](images/house.jpg)"'
    about = {
        f"content/pages/{language}/about.md": section("![The house](images/house.jpg)")
        for language in ("en",)
    }
    files = made(
        {
            "content/case-studies/house.yaml": case(
                kind="{id: centre, quote: House}",
                place="{country: {id: CA, quote: Canada}}",
                services="[]",
                populations="[]",
                words=f"{{en: {words(body=body)}, ru: {words(status='draft', body='Дом.')}}}",
            ),
            **about,
            "content/pages/ru/about.md": section("Слова.", status="draft"),
        }
    ).files

    assert 'src="../../assets/images/house-jpg.jpg"' in files["en/case-studies/house.html"].decode()
    assert 'src="../assets/images/house-jpg.jpg"' in files["en/about.html"].decode()
    assert PUBLISHED in files


def test_where_no_file_can_stand_beside_the_words_of_a_picture_stand():
    alone = made().files["take-along/directory-en.html"].decode()

    assert "<em>[Picture: The house at night]</em>" in alone
    assert "assets/images" not in alone


def test_what_a_camera_knows_does_not_come_along():
    data = made(pictures={PICTURE: photo(comment=b"secret remark", xmp=b"<x>secret packet</x>")}).files[
        PUBLISHED
    ]

    assert b"CameraMaker" not in data
    assert b"Jane" not in data
    assert b"secret" not in data
    assert dict(Image.open(BytesIO(data)).getexif()) == {}
    assert "icc_profile" not in Image.open(BytesIO(data)).info


def test_a_picture_is_small_and_the_same_every_time():
    first, second = (made().files[PUBLISHED] for _ in range(2))
    noise = Image.effect_noise((4000, 3000), 100)
    out = BytesIO()
    noise.save(out, "PNG")
    large = made(pictures={"content/images/house.jpg": out.getvalue()}).files[PUBLISHED]

    assert first == second
    assert len(large) < 30_000
    assert max(Image.open(BytesIO(large)).size) <= 720


def test_a_picture_that_was_taken_sideways_is_upright():
    files = made(pictures={PICTURE: photo((300, 100), turned=6)}).files

    assert Image.open(BytesIO(files[PUBLISHED])).size == (100, 300)


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpeg"), ("PNG", "png"), ("WEBP", "webp")])
def test_each_kind_of_picture_is_published_as_one_that_every_phone_shows(kind, ending):
    text = {SECTION: section(f"![The house](images/house.{ending})")}
    files = made(text, {f"content/images/house.{ending}": photo(kind=kind)}).files

    assert Image.open(BytesIO(files[f"assets/images/house-{ending}.jpg"])).format == "JPEG"


def test_what_cannot_be_seen_through_stands_on_white():
    out = BytesIO()
    Image.new("RGBA", (60, 60), (0, 0, 0, 0)).save(out, "PNG")
    files = made(
        {SECTION: section("![Nothing](images/x.png)")}, {"content/images/x.png": out.getvalue()}
    ).files

    assert Image.open(BytesIO(files["assets/images/x-png.jpg"])).getpixel((30, 30)) == (255, 255, 255)


WRONG = "content/images/house.jpg:1:1: error: "


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(
            b"GIF89a" + bytes(100),
            "this is no picture of a kind that can be shown; save it as JPEG, PNG or WebP [wrong-picture]",
            id="gif",
        ),
        pytest.param(
            b"<svg onload=canary()/>",
            "this is no picture of a kind that can be shown; save it as JPEG, PNG or WebP [wrong-picture]",
            id="svg",
        ),
        pytest.param(
            b"",
            "this is no picture of a kind that can be shown; save it as JPEG, PNG or WebP [wrong-picture]",
            id="empty",
        ),
        pytest.param(
            b"%PDF-1.7",
            "this is no picture of a kind that can be shown; save it as JPEG, PNG or WebP [wrong-picture]",
            id="pdf",
        ),
        pytest.param(
            photo()[:5_000], "this picture is damaged; save it again [broken-picture]", id="cut off"
        ),
        pytest.param(bomb(100, 100), "this picture is damaged; save it again [broken-picture]", id="damaged"),
        pytest.param(
            bomb(60_000, 60_000),
            "this is no picture of a kind that can be shown; save it as JPEG, PNG or WebP [wrong-picture]",
            id="bomb",
        ),
        pytest.param(
            bomb(10_000, 6_000),
            "this picture has more than 50 million pixels; make it smaller [picture-too-large]",
            id="large",
        ),
        pytest.param(
            photo(place=True),
            "this picture says where it was taken (GPS), and so does every copy of this file; "
            "take that out before anybody gets it [picture-with-place]",
            id="place",
        ),
    ],
)
def test_a_picture_that_cannot_be_shown_is_a_message(data, message):
    assert told(pictures={PICTURE: data}) == [WRONG + message]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "![A house](images/hause.jpg)",
            "there is no picture “hause.jpg” in content/images/; did you mean “house.jpg”? [picture-not-found]",
        ),
        (
            "![](images/house.jpg)",
            "say in words what this picture shows, for those who cannot see it: ![words](images/house.jpg) [picture-without-words]",
        ),
        (
            "![A house](house.jpg)",
            "a picture stands in content/images/ and is written ![words](images/name.jpg), not “house.jpg” [picture-not-found]",
        ),
        (
            "![A house](../images/house.jpg)",
            "a picture stands in content/images/ and is written ![words](images/name.jpg), not “../images/house.jpg” [picture-not-found]",
        ),
        (
            "![A house](images/../../site.yaml)",
            "a picture stands in content/images/ and is written ![words](images/name.jpg), not “images/../../site.yaml” [picture-not-found]",
        ),
    ],
)
def test_a_picture_in_a_text_that_cannot_be_is_a_message_with_its_place(body, message):
    found = told({SECTION: section(f"Words.\n\nSee {body}.")})

    assert f"{SECTION}:9:5: error: {message}" in found


def test_a_picture_that_no_text_shows_is_a_warning():
    assert told({SECTION: section()}) == [
        "content/images/house.jpg:1:1: warning: no text shows this picture; take it out, "
        "or write ![words](images/house.jpg) where it belongs [unused-picture]"
    ]


@pytest.mark.parametrize(
    "name", ["House.jpg", "my house.jpg", "house.JPG", "con/house.jpg", "ä.jpg", "x.svg", "x.gif", "x"]
)
def test_a_file_that_is_no_picture_by_its_name_is_refused(name):
    found = told({SECTION: section()}, {f"content/images/{name}": photo()})

    assert len(found) == 1
    assert found[0].startswith(f"content/images/{name}:1:1: error: ")


def test_hostile_words_of_a_picture_are_words():
    words = 'x\\" onload=canary() <script \\](y'
    page = made({SECTION: section(f"![{words}](images/house.jpg)")}).files[PAGE].decode()

    assert "<script \\]" not in page
    assert " onload=canary()" not in page.replace("&#34; onload=canary()", "")


def test_half_a_picture_is_told_although_another_library_lets_it_pass(monkeypatch: pytest.MonkeyPatch):
    """WeasyPrint, which makes the leaflets, changes this setting of Pillow for everybody."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)

    found = build(tree({**SHOWN}) | {PICTURE: photo(turned=3)[:5_000]}, index=False).problems

    assert "broken-picture" in {problem.code for problem in found}
