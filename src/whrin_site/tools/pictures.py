"""Small pictures, drawn by Pillow: the same bytes for the same words."""

from collections.abc import Iterable
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

_PAPER, _INK, _VOICE, _THREAD = "#fbf7f1", "#231b24", "#56204f", "#e3a008"
_FINER = 8  # times larger while drawn, so that edges come out smooth


def icon(size: int) -> bytes:
    """Return a sheet with three lines as a square PNG: like the icon of the pages, it says nothing."""
    unit = size * _FINER / 16
    picture = Image.new("RGBA", (size * _FINER, size * _FINER))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((2 * unit, unit, 14 * unit, 15 * unit), 2 * unit, fill="#8d6a88")
    for line, end in ((5, 11), (8, 11), (11, 9)):
        draw.rectangle((5 * unit, (line - 0.7) * unit, end * unit, (line + 0.7) * unit), fill="#ffffff")
    return _png(picture.resize((size, size), Image.Resampling.LANCZOS))


def cover(name: str, lines: Iterable[str], faces: Iterable[bytes]) -> bytes:
    """Return the cover of a book as a PNG of 1200 × 1800: a name, lines below it, and three stitches.

    Of the `faces` (font files) the first one is taken that has all letters of a line.
    """
    picture = Image.new("RGB", (1200, 1800), _VOICE)
    draw = ImageDraw.Draw(picture)
    for left in range(140, 1060, 92):
        draw.rectangle((left, 420, left + 66, 428), fill=_THREAD)
    fonts = tuple(faces)
    draw.text((140, 500), name, _PAPER, _fitting(fonts, name, 150, 920))
    for number, line in enumerate(lines):
        draw.text((140, 720 + 80 * number), line, _PAPER, _fitting(fonts, line, 52, 920))
    return _png(picture)


def _fitting(faces: tuple[bytes, ...], text: str, size: int, width: int) -> ImageFont.FreeTypeFont:
    """Return the face for a text, in this size or as small as the width asks for."""
    font = next((font for font in _fonts(faces, size) if _has_all(font, text)), _fonts(faces, size)[0])
    too_wide = font.getlength(text) / width
    return font if too_wide <= 1 else font.font_variant(size=int(size / too_wide))


def _fonts(faces: tuple[bytes, ...], size: int) -> tuple[ImageFont.FreeTypeFont, ...]:
    basic = ImageFont.Layout.BASIC
    return tuple(ImageFont.truetype(BytesIO(face), size, layout_engine=basic) for face in faces)


def _has_all(font: ImageFont.FreeTypeFont, text: str) -> bool:
    absent = font.getmask("\ue000").getbbox(), bytes(font.getmask("\ue000"))
    return all(
        (font.getmask(sign).getbbox(), bytes(font.getmask(sign))) != absent for sign in text if sign > " "
    )


def _png(picture: Image.Image) -> bytes:
    made = BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()
