"""A new case study: its file, with each key explained."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from whrin_site.model.library import Library
from whrin_site.tools import schemafile

Quoted = tuple[str, str]
"""An id of the vocabulary, and the words of the text that show it."""

_HEAD = "# yaml-language-server: $schema=../schema/case-study.schema.json\n"
_MORE = (
    *("programmes", "services", "services_open_list", "populations", "approaches", "access", "limits"),
    *("resources_needed", "materials", "partners", "partners_unnamed", "contacts"),
    *("content_notes", "updated"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What somebody said of a case study, in one language."""

    language: str
    name: str
    heading: str
    summary: str
    body: str
    kind: Quoted
    country: Quoted
    tags: Mapping[str, tuple[Quoted, ...]] = field(default_factory=dict)


def case_study(answers: Answers, library: Library, schema: Mapping[str, Any], says: schemafile.Says) -> str:
    """Return the text of the file; `says` translates the explanations."""
    value = _value(answers, library)
    rest = schemafile.remarks((key for key in _MORE if key not in value), schema, says)
    return f"{_HEAD}{schemafile.write(value, schema, says)}\n{rest}"


def _value(answers: Answers, library: Library) -> dict[str, Any]:
    orders = [case.record.order for case in library.cases.values()]
    others = [name for name in library.languages if name != answers.language and not library.is_partial(name)]
    words = {
        "status": "source",
        "method": "human",
        "name": answers.name,
        "heading": answers.heading,
        "summary": answers.summary,
        "body": answers.body.strip() + "\n",
    }
    return {
        "order": max(orders, default=0) + 1,
        "kind": _tag(answers.kind),
        "place": {"country": _tag(answers.country)},
        **({"to_translate": others} if others else {}),
        "origin": "contributed",
        **{family: [_tag(tag) for tag in tags] for family, tags in answers.tags.items() if tags},
        "words": {answers.language: words},
    }


def _tag(quoted: Quoted) -> dict[str, str]:
    return dict(zip(("id", "quote"), quoted, strict=True))
