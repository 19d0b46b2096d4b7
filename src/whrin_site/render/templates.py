"""Jinja2 set up once for each language, its templates compiled once for all of them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from itertools import pairwise
from traceback import extract_tb
from types import CodeType

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from whrin_site.model.headers import POLICY
from whrin_site.model.problems import SiteError
from whrin_site.model.site import Tongue
from whrin_site.render.views import Spoken
from whrin_site.tools.marked import M_
from whrin_site.tools.template_code import of_this_environment
from whrin_site.tools.typography import set_type

_WRONG = M_("{place}: error: {said} [template]")


_REMEMBERED = 5_000  # what macros made, such as cards; of more, the oldest are worth less than their memory


class SharedLoader(BaseLoader):
    """Loads templates from memory; a template is compiled once, for all languages."""

    def __init__(self, sources: Mapping[str, bytes]) -> None:
        self._sources = sources

    def load(self, environment: Environment, name: str, globals: object = None) -> Template:  # noqa: ARG002
        """Return the template of this name."""
        source = self._sources.get(f"templates/{name}")
        if source is None:
            raise TemplateNotFound(name)
        # A plain dict, not Jinja's chain of two: each import of a macro looks through its keys.
        return Template.from_code(environment, _compiled(name, source), environment.globals)


@lru_cache(maxsize=512)
def _compiled(name: str, source: bytes) -> CodeType:
    """Return the code of a template. It is remembered from build to build, as in a preview."""
    text, file, jinja = source.decode(errors="replace"), f"templates/{name}", _jinja()
    kept = of_this_environment()
    bucket = kept.get_bucket(jinja, name, file, text) if kept else None
    if bucket and bucket.code:
        return bucket.code
    code = jinja.compile(text, name, file)
    if kept and bucket:
        bucket.code = code
        kept.set_bucket(bucket)
    return code


def compile_all(sources: Mapping[str, bytes]) -> None:
    """Compile all templates now, so that processes that begin later need not each do it for themselves."""
    for path, source in sources.items():
        if path.startswith("templates/"):
            with suppress(TemplateSyntaxError):  # told where the template is used
                _compiled(path.removeprefix("templates/"), source)


def _jinja(loader: BaseLoader | None = None) -> Environment:
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )


def without_block(source: str, name: str) -> str:
    """Return what stands in a template outside of this block, token by token.

    All of it, where the block is not there, or holds others: their words may stand anywhere.
    """
    try:
        tokens = [(kind, word) for _, kind, word in _jinja().lex(source) if kind != "whitespace"]
    except TemplateSyntaxError:
        return source

    def statements(word: str) -> list[int]:
        pairs = enumerate(pairwise(tokens))
        return [n for n, (one, after) in pairs if one[0] == "block_begin" and after == ("name", word)]

    begin = next((n for n in statements("block") if tokens[n + 2 : n + 3] == [("name", name)]), len(tokens))
    end = next((n for n in statements("endblock") if n > begin), 0)
    if end and not any(begin < n < end for n in statements("block")):
        del tokens[begin:end]
    return repr(tokens)


def environment(sources: Mapping[str, bytes], tongue: Tongue) -> Environment:
    """Return Jinja2's environment for one language. Escapes always, knows no undefined names."""
    made = _jinja(SharedLoader(sources))
    made.globals |= {
        **_words(tongue),
        "attributes": attributes,
        "once": _once(),
        "policy": Markup(POLICY),
    }
    return made


@cache
def attributes(spoken: Spoken | None) -> Markup:
    """Return the attributes of words in another language than the page's, or nothing."""
    if spoken is None:
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(spoken.tag, spoken.direction)


def render(made: Environment, name: str, **values: object) -> str:
    """Return the text of a template. Raises SiteError that names file and line of a broken one."""
    with told():
        return made.get_template(name).render(**values)


@contextmanager
def told() -> Iterator[None]:
    """Turn whatever goes wrong in a template into a SiteError with its file and line."""
    try:
        yield
    except TemplateSyntaxError as error:
        place = f"{error.filename}:{error.lineno}:1"
        raise SiteError(_WRONG, place=place, said=error.message) from error
    except TemplateNotFound as error:
        place = f"templates/{error.name}:1:1"
        raise SiteError("{place}: error: this template is missing [template]", place=place) from error
    except Exception as error:
        frames = [
            frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith("templates/")
        ]
        if not frames:
            raise
        place = f"{frames[-1].filename}:{frames[-1].lineno}:1"
        raise SiteError(_WRONG, place=place, said=error) from error


def _words(tongue: Tongue) -> dict[str, Callable[..., Markup]]:
    """Return gettext's functions; `{names}` in a message are filled in, escaped."""

    plain: dict[str, Markup] = {}

    def text(_message: str, /, **values: object) -> Markup:
        if not values:
            if _message not in plain:
                plain[_message] = _fill(tongue, tongue.words.text(_message), {})
            return plain[_message]
        return _fill(tongue, tongue.words.text(_message), values)

    def count(_singular: str, _plural: str, n: int, /, **values: object) -> Markup:
        return _fill(tongue, tongue.words.count(_singular, _plural, n), {"n": n, **values})

    return {"_": text, "gettext": text, "ngettext": count}


def _once() -> Callable[..., object]:
    """Return what calls a macro, but only once for the same values: a card stands in many lists."""
    made: dict[tuple[object, ...], object] = {}

    def once(macro: Macro, *values: object) -> object:
        key = (macro.name, *values)
        if key not in made:
            if len(made) >= _REMEMBERED:
                made.clear()
            made[key] = macro(*values)
        return made[key]

    return once


def _fill(tongue: Tongue, message: str, values: Mapping[str, object]) -> Markup:
    filled = escape(message).format(**values) if values else escape(message)
    return Markup(set_type(str(filled), tongue.id))
