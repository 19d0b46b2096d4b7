"""A page in two: its frame, and its main part, which can stand in another frame as it is."""

from collections.abc import Callable, Iterable

from jinja2 import Environment
from jinja2.runtime import Context

from whrin_site.render.frame_views import Page
from whrin_site.render.templates import told

SLOT = "\0"
"""What takes the place of a part made elsewhere. It stands in no text: a control character is a mistake."""


def framed(made: Environment, template: str, page: Page) -> tuple[str, str, Callable[[object], str]]:
    """Return what stands before and after the main part of a page, and what makes that part of its view.

    The frame cannot see the view, nor the main part the frame: a template that tries has an undefined
    name. Raises SiteError as `templates.render` does, and so does what makes the main part.
    """
    with told():
        whole = made.get_template(template)
    context = whole.new_context({"page": page})
    context.blocks["main"] = [lambda _: iter((SLOT,))]
    before, after = _joined(made, whole.root_render_func, context).split(SLOT)
    del context.parent["page"]

    def main(view: object) -> str:
        context.parent["view"] = view
        return _joined(made, whole.blocks["main"], context)

    return before, after, main


def _joined(made: Environment, work: Callable[[Context], Iterable[str]], context: Context) -> str:
    """Return what a template, or a block of it, comes to; mistakes are told as `Template.render` does."""
    with told():
        try:
            return "".join(work(context))
        except Exception:  # noqa: BLE001 -- it raises the same with the lines of the template
            made.handle_exception()
