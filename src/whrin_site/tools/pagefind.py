"""Pagefind's published files, turned into classic scripts that also load from file://."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from posixpath import splitext

# What the browser calls with each file, see static/js/search-engine.js.
_GIVE = "siteSearch.give"

# What the engine below relies on in pagefind.js, and how often it stands there. Another
# version of Pagefind must fail here, and not in the reader's browser.
_EXPECTED = {
    "var PagefindInstance=class{": 1,
    "var Pagefind=class{": 1,
    "import.meta.url": 4,
    "await fetch(": 1,
    "export{": 1,
    "async enterPlaygroundMode(){let ptr": 1,
    "words:locations": 1,
    "res.scores=result2.scores.map((r)=>{return{search_term:r.w": 1,
    "matched_terms:s.mt": 1,
    "response.search_keywords=search_keywords": 1,
    "`${this.basePath}pagefind-entry.json`": 1,
    "`${this.basePath}pagefind.${index}.pf_meta`": 1,
    "`${this.basePath}wasm.${language}.pagefind`": 1,
    "`${this.basePath}index/${hash}.pf_index`": 1,
}

_CREDIT = "/* Pagefind {version} (MIT licence, CloudCannon), as a classic script. */\n"

# `fetch` and `console` are the caller's: nothing is loaded but by the caller, and what
# Pagefind would only write to the console is thrown, so that no failure looks like "nothing found".
_ENGINE = """"use strict";
{give}("engine",async(language,fetch,console)=>{{{code}
const searcher=new PagefindInstance({{basePath:"/",primary:true}});
await searcher.init(language,{{load_wasm:true}});
await searcher.enterPlaygroundMode();
return searcher;}});
"""


class PagefindError(Exception):
    """Pagefind is not as this site knows it."""


def engine(script: str) -> str:
    """Return pagefind.js as a classic script: a function that makes a searcher for one language.

    The searcher is Pagefind's own, without its worker and without the module around it.
    """
    for pattern, times in _EXPECTED.items():
        if script.count(pattern) != times:
            raise PagefindError(f"its script does not have “{pattern}” {times}×, as version 1.5.2 does")
    version = re.search(r'pagefind_version="([\d.]+)"', script)
    code = script[: script.index("var Pagefind=class{")].replace("import.meta.url", "undefined")
    credit = _CREDIT.format(version=version[1] if version else "")
    return credit + _ENGINE.format(give=_GIVE, code=code)


def chunk(path: str, content: bytes) -> tuple[str, str]:
    """Return the name of one of Pagefind's files, and the script that hands it over."""
    return handed_over(splitext(path)[0].replace("/", "."), b64encode(content).decode())


def handed_over(name: str, value: object) -> tuple[str, str]:
    """Return the name of a value, and the script that hands it over under this name."""
    words = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return name, f'{_GIVE}("{name}",{words});\n'


def short_hash(content: bytes) -> str:
    """Return a name for these bytes, so that a browser never mixes two versions of a file."""
    return sha256(content).hexdigest()[:12]
