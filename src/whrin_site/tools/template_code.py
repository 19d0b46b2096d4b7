"""The compiled templates of Jinja2, kept from build to build in the environment of the program.

There, and not in the cache of a site, since code is run as it is: whoever can write into the environment
can run what they like in any case, and the cache of a site may come from a stranger.
"""

import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from whrin_site.tools.disk import put
from whrin_site.tools.program import program


class TemplateCode(BytecodeCache):
    """Code of templates, one file each. What is damaged, or made by another program, is not there.

    The interface is Jinja2's own; besides it, Python itself would not survive damaged code.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket the code that is kept for it, if there is any."""
        with suppress(OSError):
            head, _, body = (self._folder / bucket.key).read_bytes().partition(b"\n")
            if head == _head(body):
                bucket.bytecode_from_string(body)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket, if the disk lets us."""
        body = bucket.bytecode_to_string()
        with suppress(OSError):
            put(self._folder / bucket.key, _head(body) + b"\n" + body)


def of_this_environment() -> TemplateCode | None:
    """Return the code that is kept in the environment we run in, or None where that is not our own."""
    return TemplateCode(Path(sys.prefix, "template-code")) if sys.prefix != sys.base_prefix else None


def _head(body: bytes) -> bytes:
    return f"{program()} {sha256(body).hexdigest()}".encode()
