"""A picture made anew from its pixels alone: small, upright, and without a word about who took it where."""

import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from whrin_site.tools import limits
from whrin_site.tools.fault import Fault
from whrin_site.tools.marked import M_

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
"""What is read, by Pillow's name, and the endings that files of it have."""

_GPS = 0x8825  # the tag of EXIF behind which a place stands
_ROOM = (1440, 1440)
_PAPER = (255, 255, 255)
# Tried in this order until the picture is light enough for a page on an old phone.
_TRIES = tuple((side, quality) for side in (720, 560, 400, 280) for quality in (72, 55, 40))


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG file with its width and height in pixels. `has_place` tells that the original says where."""

    data: bytes
    width: int
    height: int
    has_place: bool


@lru_cache(maxsize=256)
def make_anew(data: bytes) -> Picture | Fault:
    """Return the picture that a file holds, or why there is none. The same bytes give the same picture."""
    # Only directories with pictures need it, and it takes its time to load.
    from PIL import Image, ImageFile, UnidentifiedImageError

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it for all, and half a picture would pass
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of sizes that have their own limit below
            with Image.open(BytesIO(data), formats=tuple(FORMATS)) as opened:
                if opened.width * opened.height > limits.PIXELS:
                    most = limits.PIXELS // 1_000_000
                    message = M_("this picture has more than {most} million pixels; make it smaller")
                    return Fault("picture-too-large", message, (1, 1), {"most": most})
                return _anew(opened)
    except (UnidentifiedImageError, Image.DecompressionBombError):
        message = M_("this is no picture of a kind that can be shown; save it as JPEG, PNG or WebP")
        return Fault("wrong-picture", message, (1, 1))
    except Exception:  # noqa: BLE001 - a decoder may raise anything over bytes that somebody has made up
        return Fault("broken-picture", "this picture is damaged; save it again", (1, 1))


def _anew(opened: "Image") -> Picture:
    from PIL import Image, ImageOps

    exif = opened.getexif()
    has_place = bool(exif.get_ifd(_GPS)) or b"exif:GPS" in _packet(opened)
    opened.draft("RGB", _ROOM)
    plain = opened.convert("RGBA") if opened.mode == "P" else opened
    plain.thumbnail(_ROOM, Image.Resampling.LANCZOS)  # first, since all that follows takes copies of it
    upright = ImageOps.exif_transpose(plain).convert("RGBA")
    paper = Image.new("RGBA", upright.size, (*_PAPER, 255))
    whole = Image.alpha_composite(paper, upright).convert("RGB")
    small, written = whole, b""
    for side, quality in _TRIES:
        small = whole.copy()
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        written = _written(small, quality)
        if len(written) <= limits.SHOWN_PICTURE:
            break
    return Picture(written, small.width, small.height, has_place)


def _written(image: "Image", quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()


def _packet(opened: "Image") -> bytes:
    packet = opened.info.get("xmp", b"")
    return packet if isinstance(packet, bytes) else str(packet).encode()
