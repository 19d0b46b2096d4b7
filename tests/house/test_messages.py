"""Every message to those who write and run a site has its Russian words."""

import ast
import re

import catalogue
import pytest
from catalogue import forms
from kit import ROOT

from whrin_site.tools.messages import to_editors

PACKAGE = ROOT / "src" / "whrin_site"
MESSAGES = {message.singular: message for message in to_editors(PACKAGE)}
MAKERS = {"Problem": 1, "Fault": 1, "SiteError": 0}
PRINTERS = {"aloud", "print", "say"}


@pytest.fixture(scope="module")
def russian():
    return catalogue.russian(PACKAGE / "messages" / "ru.po")


def test_every_message_has_russian_words_and_none_is_left_over(russian):
    assert sorted(set(MESSAGES) - set(russian)) == [], "without Russian words"
    assert sorted(set(russian) - set(MESSAGES)) == [], "not said any more"
    assert not [key for key, message in russian.items() if message.fuzzy or not all(forms(message))]


def test_the_russian_words_keep_the_placeholders(russian):
    for key, message in MESSAGES.items():
        for form in forms(russian[key]):
            assert set(re.findall(r"{\w+}", form)) == set(re.findall(r"{\w+}", message.singular)), key


def test_whatever_counts_has_the_three_forms_of_russian(russian):
    counting = [key for key, message in MESSAGES.items() if message.plural]

    assert counting
    assert all(len(forms(russian[key])) == 3 for key in counting)


def test_russian_words_follow_the_rules_of_russian_type(russian):
    for message in russian.values():
        for form in forms(message):
            assert not re.search(r'["“”]|  |…\.| - (?!»)', form), form


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_a_message_that_is_kept_for_later_is_marked(path):
    """A message in a variable is found for translation only when it is marked: M_("…")."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and len(node.args) > MAKERS.get(name_of(node), len(node.args))
    ]
    given = [call.args[MAKERS[name_of(call)]] for call in calls]
    kept = {node.id for node in given if isinstance(node, ast.Name)}
    values = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and any(getattr(name, "id", "") in kept for name in node.targets)
    ]

    assert not [node.lineno for node in given if isinstance(node, ast.JoinedStr | ast.BinOp)]
    assert not [
        node.lineno
        for node in values
        if isinstance(node, ast.JoinedStr | ast.BinOp)
        or (isinstance(node, ast.Constant) and isinstance(node.value, str))
    ]


@pytest.mark.parametrize(
    "path",
    [PACKAGE / "serve.py", PACKAGE / "preview.py", *sorted((PACKAGE / "cli").rglob("*.py"))],
    ids=lambda path: path.stem,
)
def test_whatever_is_printed_is_translated(path):
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    printed = (call for call in calls if name_of(call) in PRINTERS or name_of(call.func) == "voice")

    assert [words for call in printed for arg in call.args for words in untranslated(arg)] == []


def untranslated(node):
    """Yield the words that stand in an expression but in no message; “::” begins what only GitHub reads."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):  # "…".format(…)
            yield from untranslated(node.func.value)
        return
    if isinstance(node, ast.Constant) and re.search(r"(?<!::)\b[A-Za-z]{2}", str(node.value)):
        yield node.value
    for inside in ast.iter_child_nodes(node):
        yield from untranslated(inside)


def name_of(node):
    """Return what a call calls, if that is a plain name."""
    return getattr(getattr(node, "func", None), "id", "")
