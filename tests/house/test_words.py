"""Every message of the interface has its Russian words."""

import re

import catalogue
import pytest
from catalogue import forms
from kit import ROOT

from whrin_site.tools.disk import read_tree
from whrin_site.tools.messages import in_package, in_templates

MESSAGES = {
    message.singular: message
    for message in (
        *in_templates(read_tree(ROOT, ("templates",))),
        *in_package(ROOT / "src" / "whrin_site"),
    )
}


@pytest.fixture(scope="module")
def russian():
    return catalogue.russian(ROOT / "content/words/ru.po")


def test_every_message_is_translated_and_none_is_left_over(russian):
    assert set(russian) == set(MESSAGES)


def test_the_words_keep_the_placeholders(russian):
    for key, message in MESSAGES.items():
        for form in forms(russian[key]):
            assert set(re.findall(r"{\w+}", form)) == set(re.findall(r"{\w+}", message.singular)), key


def test_whatever_counts_has_the_three_forms_of_russian(russian):
    counting = [key for key, message in MESSAGES.items() if message.plural]

    assert counting
    for key in counting:
        assert len([form for form in forms(russian[key]) if form]) == 3, key


def test_russian_words_follow_the_rules_of_russian_type(russian):
    for message in russian.values():
        for form in forms(message):
            assert not re.search(r'["“]|  |\.\.\.| - ', form), form
