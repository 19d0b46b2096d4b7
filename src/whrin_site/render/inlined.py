"""What a page carries inside because it can load nothing, and the policy that allows just that."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from whrin_site.model.headers import policy


@dataclass(frozen=True, slots=True)
class Inlined:
    """A style sheet and a script for a page, with the hashes by which a policy allows them (W3C CSP 3)."""

    style: Markup
    script: Markup
    style_source: str
    script_source: str

    @property
    def policy(self) -> Markup:
        """The policy of the page: it loads nothing at all, and runs nothing else."""
        return Markup(policy(self.script_source, self.style_source, images="data:"))


def inlined(style: str, script: str) -> Inlined:
    """Return a style sheet and a script as a page carries them."""
    return Inlined(Markup(style), Markup(script), _source(style), _source(script))


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
