"""A page in two: its frame, and its main part, which can stand in another frame as it is."""

from collections.abc import Iterable
from itertools import islice

from jinja2 import Environment

from whrin_site.model.problems import SiteError
from whrin_site.render.frame_views import Page
from whrin_site.render.templates import told
from whrin_site.tools.marked import M_

SLOT = "\0"
"""What takes the place of a part made elsewhere. It stands in no text: a control character is a mistake."""


_NO_MAIN = M_("{place}: error: this page and its frame must have one block “main” each [template]")


class Framed:
    """A page of which the frame and the main part are made when somebody asks for them.

    The frame cannot see the view, nor the main part the frame: a template that tries has an undefined
    name. Raises SiteError as `templates.render` does, and so does each part.
    """

    def __init__(self, made: Environment, template: str, page: Page) -> None:
        self._made = made
        self._place = f"templates/{template}:1:1"
        with told():
            whole = made.get_template(template)
        if "main" not in whole.blocks:
            raise SiteError(_NO_MAIN, place=self._place)
        self._main = whole.blocks["main"]
        self._context = whole.new_context({"page": page})
        self._context.blocks["main"] = [lambda _: iter((SLOT,))]
        self._frame = whole.root_render_func(self._context)

    def frame(self) -> tuple[str, str]:
        """Return what stands before and after the main part, which is asked for later, if at all."""
        before, *after = self._joined(self._frame).split(SLOT)
        if len(after) != 1:
            raise SiteError(_NO_MAIN, place=self._place)
        return before, after[0]

    def main(self, view: object) -> str:
        """Return the main part. What it imports is there once the template has begun with the frame."""
        self._joined(islice(self._frame, 1))
        self._context.parent.pop("page", None)
        self._context.parent["view"] = view
        return self._joined(self._main(self._context))

    def _joined(self, parts: Iterable[str]) -> str:
        """Return what a template, or a block of it, comes to; mistakes are told as `Template.render` does."""
        with told():
            try:
                return "".join(parts)
            except Exception:  # noqa: BLE001 -- it raises the same with the lines of the template
                self._made.handle_exception()
